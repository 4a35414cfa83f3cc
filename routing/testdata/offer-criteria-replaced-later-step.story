# An offer made for a later step of the old criteria, or after the last of them: on acceptance the first of the new steps
# is JOINED all the same.
# Source: the table of offers in flight (3), A0024.
user ana support=1 Language:French=3
user bob support=1 Language:French=2
0s available ana
  > ana available
0s queue c1 support
    step Language:French>=5 for 10s
    step Language:French>=3 for 1m
  > c1 queued in support
  > c1 step 1: Language:French>=5, until 10s
10s routing c1
    step Language:French>=2 for 1m
    step Language:French>=1
  > c1 step 1 expired
  > c1 step 2: Language:French>=3, until 1m10s
  > c1 offered to ana after 10s
  > c1 step 2 interrupted
  > c1 criteria 1
  > c1 step 1: Language:French>=2, until 1m10s
11s accept ana c1
  > ana accepted c1, step 1 joined
describe c1
  > VOICE, CONNECTED, was queued in support at 0s
  > with ana since 11s
  > criteria 1, activated at 10s
  > step 1 JOINED for 1m00s, until 1m10s: Language:French>=2
  > step 2 INACTIVE, never expires: Language:French>=1
20s queue c2 support
    step Language:French>=5 for 5s
  > c2 queued in support
  > c2 step 1: Language:French>=5, until 25s
24s available bob
  > bob available
25s routing c2
    step Language:French>=2 for 1m
  > c2 step 1 expired
  > c2 offered to bob after 5s
  > c2 criteria 1
  > c2 step 1: Language:French>=2, until 1m25s
26s accept bob c2
  > bob accepted c2, step 1 joined
