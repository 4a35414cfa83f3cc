# The life of a task goes on while it rests.
# Source: AG:tasks (When do tasks end), A0100.
user ana support=1 task=1
0s available ana
  > ana available
0s queue c1 support channel=task life=1m
  > c1 queued in support
  > c1 offered to ana at once
5s accept ana c1
  > ana accepted c1
10s pause c1
  > c1 paused
20s queue c2 support channel=task life=1m
  > c2 queued in support
  > c2 offered to ana at once
30s pause c2
  > c2 withdrawn from ana: contact paused
  > c2 paused
2m
  > 1m00s c1 ended: EXPIRED, ana has after-contact work
  > 1m20s c2 ended: EXPIRED
  > 1m20s c2 completed
2m complete ana c1
  > ana is done with c1: completed
  > c1 completed
