# A join counts only when the agent accepts: a step that rings is still ACTIVE. On acceptance it is JOINED, steps before
# it stay EXPIRED, steps after it stay INACTIVE.
# Source: S 1.3.5.
user ana support=1 Language:French=3
0s available ana
  > ana available
0s queue c1 support
    step Language:French>=5 for 10s
    step Language:French>=3 for 30s
    step Language:French>=1
  > c1 queued in support
  > c1 step 1: Language:French>=5, until 10s
10s
  > c1 step 1 expired
  > c1 step 2: Language:French>=3, until 40s
  > c1 offered to ana after 10s
15s describe c1
  > VOICE, QUEUED, waits in support since 0s
  > rings at ana since 10s, until 30s
  > criteria 0, activated at 0s
  > step 1 EXPIRED for 10s, until 10s: Language:French>=5
  > step 2 ACTIVE for 30s, until 40s: Language:French>=3
  > step 3 INACTIVE, never expires: Language:French>=1
16s accept ana c1
  > ana accepted c1, step 2 joined
# The timer of a joined step has stopped.
50s describe c1
  > VOICE, CONNECTED, was queued in support at 0s
  > with ana since 16s
  > criteria 0, activated at 0s
  > step 1 EXPIRED for 10s, until 10s: Language:French>=5
  > step 2 JOINED for 30s, until 40s: Language:French>=3
  > step 3 INACTIVE, never expires: Language:French>=1
