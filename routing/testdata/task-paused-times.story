# The pauses of a task are counted, also those in which nobody had it; of the agent, those in which he had it. One that
# lasts to the end is counted too.
# Source: S 4.3, AG:concepts-pause-and-resume-tasks (Contact details page).
user ana support=1 task=1
0s queue c1 support channel=task
  > c1 queued in support
10s pause c1
  > c1 paused
40s resume c1 support
  > c1 resumed
  > c1 queued in support
50s available ana
  > ana available
  > c1 offered to ana after 10s
1m accept ana c1
  > ana accepted c1
2m pause c1 by=ana
  > c1 paused
2m30s resume c1 by=ana
  > c1 resumed
3m pause c1 by=ana
  > c1 paused
3m10s disconnect ana c1
  > c1 ended: AGENT_DISCONNECT, ana has after-contact work
3m10s agent ana
  > available since 50s, in line since 1m00s
  > c1 TASK ENDED since 3m10s
3m20s complete ana c1
  > ana is done with c1: completed
  > c1 completed
3m20s describe c1
  > TASK, COMPLETED, was queued in support at 40s
  > pauses: 3, the last at 3m00s, for 1m10s in all, 40s of it with ana
  > with ana since 1m00s
  > ended at 3m10s: AGENT_DISCONNECT
