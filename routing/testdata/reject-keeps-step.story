# When an agent rejects, the step's timer runs on, and the same agent stays in the pool of the step.
# Source: S 1.3.6, AG:proficiency-routing FAQ.
user ana support=1 Language:French=4
0s available ana
  > ana available
0s queue c1 support
    step Language:French>=4 for 30s
    step Language:French>=5 for 30s
  > c1 queued in support
  > c1 step 1: Language:French>=4, until 30s
  > c1 offered to ana at once
5s reject ana c1
  > ana rejected c1
10s dismiss ana c1
  > ana dismissed c1
  > c1 offered to ana after 10s
12s describe c1
  > VOICE, QUEUED, waits in support since 0s
  > rings at ana since 10s, until 30s
  > criteria 0, activated at 0s
  > step 1 ACTIVE for 30s, until 30s: Language:French>=4
  > step 2 INACTIVE for 30s: Language:French>=5
