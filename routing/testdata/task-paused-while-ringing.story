# A task that is paused while it rings is withdrawn without a miss: its agent is free at once.
# Source: S 4.1, AG:concepts-pause-and-resume-tasks, A0101.
user ana support=1 task=1
0s available ana
  > ana available
0s queue c1 support channel=task
  > c1 queued in support
  > c1 offered to ana at once
5s queue c2 support channel=task
  > c2 queued in support
10s pause c1
  > c1 withdrawn from ana: contact paused
  > c1 paused
  > c2 offered to ana after 5s
10s agent ana
  > available since 0s, in line since 0s
  > c2 TASK CONNECTING since 10s, until 40s
15s accept ana c2
  > ana accepted c2
20s resume c1 support
  > c1 resumed
  > c1 queued in support
20s pause c2 by=ana
  > c2 paused
  > c1 offered to ana at once
25s describe c1
  > TASK, QUEUED, waits in support since 20s
  > pauses: 1, the last at 10s, for 10s in all
  > rings at ana since 20s, until 50s
