# A paused task is transferred like any other: its segment ends where it rests, its agent has after-contact work, and the
# next segment has never been paused.
# Source: AG:concepts-pause-and-resume-tasks (How agents pause and resume tasks), S 4.1, 4.3.
queue sales
user ana support=1 task=1
0s available ana
  > ana available
0s queue c1 support channel=task
  > c1 queued in support
  > c1 offered to ana at once
5s accept ana c1
  > ana accepted c1
10s pause c1 by=ana
  > c1 paused
30s transfer c1 c2 sales
  > c1 goes on as c2
  > c1 ended: OTHER, ana has after-contact work
  > c2 queued in sales
30s describe c1
  > TASK, DISCONNECTED, was queued in support at 0s
  > pauses: 1, the last at 10s, for 20s in all, 20s of it with ana
  > with ana since 5s
  > ended at 30s: OTHER
30s describe c2
  > TASK, QUEUED, waits in sales since 30s
  > TRANSFER, follows c1
  > counts as queued at 0s
