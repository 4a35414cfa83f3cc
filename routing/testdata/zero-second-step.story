# A step of zero seconds is legal: it has one attempt, in the instant of its activation, and expires at once. The offer
# that comes of it rings on, and its step is JOINED on acceptance.
# Source: S 1.2 (minimum 0), S 8.7, the table of offers in flight.
user ana support=1 Language:French=5
user bob support=1
0s available bob
  > bob available
1s available ana
  > ana available
2s queue c1 support
    step Language:French>=5 for 0s
    step Language:French>=4 for 30s
  > c1 queued in support
  > c1 step 1: Language:French>=5, until 2s
  > c1 offered to ana at once
  > c1 step 1 expired
  > c1 step 2: Language:French>=4, until 32s
# Nobody fits the step of the second contact, so its one attempt fails and anybody will do.
3s queue c2 support
    step Language:French>=5 for 0s
  > c2 queued in support
  > c2 step 1: Language:French>=5, until 3s
  > c2 step 1 expired
  > c2 offered to bob at once
4s accept ana c1
  > ana accepted c1, step 1 joined
describe c1
  > VOICE, CONNECTED, was queued in support at 2s
  > with ana since 4s
  > criteria 0, activated at 2s
  > step 1 JOINED for 0s, until 2s: Language:French>=5
  > step 2 INACTIVE for 30s: Language:French>=4
