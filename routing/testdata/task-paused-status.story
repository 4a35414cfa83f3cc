# What is paused takes no slot, so it keeps nobody from his break: the status that waits for empty hands is taken when
# the last task is paused. What is resumed meanwhile is worked on all the same.
# Source: S 3.4, AG:set-next-status, AG:concepts-pause-and-resume-tasks (lunch breaks), A0102.
status break custom
user ana support=1 task=2 chat=1
0s available ana
  > ana available
0s queue c1 support channel=task
  > c1 queued in support
  > c1 offered to ana at once
1s accept ana c1
  > ana accepted c1
10s break ana
  > ana next break
20s pause c1
  > c1 paused
  > ana break
20s agent ana
  > break since 20s
  > c1 TASK PAUSED since 20s
30s queue c2 support channel=task
  > c2 queued in support
40s resume c1 by=ana
  > c1 resumed
50s agent ana
  > break since 20s
  > c1 TASK CONNECTED since 40s
1m offline ana
  > ana next offline
1m10s disconnect ana c1
  > c1 ended: AGENT_DISCONNECT, ana has after-contact work
1m20s complete ana c1
  > ana is done with c1: completed
  > c1 completed
  > ana offline
1m20s agent ana
  > offline since 1m20s
