# A step that expires while its contact rings: the ring goes on, nobody else is asked, and on acceptance the step of the
# offer is JOINED, its successor INACTIVE again.
# Source: the table of offers in flight (1), A0024, A0036.
user ana support=1 Language:French=5
user bob support=1
0s available ana bob
  > ana available
  > bob available
0s queue c1 support
    step Language:French>=5 for 10s
    step not Language:French in 1-5 for 1m
    step Language:French>=1
  > c1 queued in support
  > c1 step 1: Language:French>=5, until 10s
  > c1 offered to ana at once
15s describe c1
  > 10s c1 step 1 expired
  > 10s c1 step 2: not Language:French in 1-5, until 1m10s
  > VOICE, QUEUED, waits in support since 0s
  > rings at ana since 0s, until 20s
  > criteria 0, activated at 0s
  > step 1 EXPIRED for 10s, until 10s: Language:French>=5
  > step 2 ACTIVE for 1m00s, until 1m10s: not Language:French in 1-5
  > step 3 INACTIVE, never expires: Language:French>=1
16s accept ana c1
  > ana accepted c1, step 1 joined
describe c1
  > VOICE, CONNECTED, was queued in support at 0s
  > with ana since 16s
  > criteria 0, activated at 0s
  > step 1 JOINED for 10s, until 10s: Language:French>=5
  > step 2 INACTIVE for 1m00s: not Language:French in 1-5
  > step 3 INACTIVE, never expires: Language:French>=1
# Nothing of the steps runs on.
2m
