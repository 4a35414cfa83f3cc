# New criteria while it rings, whose first step the agent fits: the ring goes on, and on acceptance that first step is
# JOINED, also if it has expired by then.
# Source: the table of offers in flight (3), A0024.
user ana support=1 Language:French=4
user bob support=1 Language:French=5
0s available ana bob
  > ana available
  > bob available
0s queue c1 support
    step Language:French>=4 for 1m
  > c1 queued in support
  > c1 step 1: Language:French>=4, until 1m00s
  > c1 offered to ana at once
5s routing c1
    step Language:French>=3 for 10s
    step Language:French>=5
  > c1 step 1 interrupted
  > c1 criteria 1
  > c1 step 1: Language:French>=3, until 15s
15s
  > c1 step 1 expired
  > c1 step 2: Language:French>=5, without end
16s accept ana c1
  > ana accepted c1, step 1 joined
describe c1
  > VOICE, CONNECTED, was queued in support at 0s
  > with ana since 16s
  > criteria 1, activated at 5s
  > step 1 JOINED for 10s, until 15s: Language:French>=3
  > step 2 INACTIVE, never expires: Language:French>=5
# The same for one that rings without a step: it has none yet, or has used them up.
20s queue c2 support
  > c2 queued in support
  > c2 offered to bob at once
21s routing c2
    step Language:French>=5 for 1m
    step Language:French>=4
  > c2 criteria 0
  > c2 step 1: Language:French>=5, until 1m21s
22s accept bob c2
  > bob accepted c2, step 1 joined
