# An offer that is made after the last step has expired joins none: all stay EXPIRED.
# Source: the table of offers in flight (2), A0024.
user ana support=1
attribute Language French
0s available ana
  > ana available
0s queue c1 support
    step Language:French>=5 for 10s
    step Language:French>=4 for 10s
  > c1 queued in support
  > c1 step 1: Language:French>=5, until 10s
20s
  > 10s c1 step 1 expired
  > 10s c1 step 2: Language:French>=4, until 20s
  > c1 step 2 expired
  > c1 offered to ana after 20s
25s accept ana c1
  > ana accepted c1, no step joined
describe c1
  > VOICE, CONNECTED, was queued in support at 0s
  > with ana since 25s
  > criteria 0, activated at 0s
  > step 1 EXPIRED for 10s, until 10s: Language:French>=5
  > step 2 EXPIRED for 10s, until 20s: Language:French>=4
