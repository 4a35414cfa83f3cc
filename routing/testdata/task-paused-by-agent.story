# An agent pauses a task and is offered another at once: a paused task frees its slot. He may have paused as many as his
# profile allows at once, so twice as many in his hands; resuming them all exceeds the limit, and nothing new comes until
# he is below it.
# Source: S 3.3, AG:concepts-pause-and-resume-tasks (How many tasks an agent can pause, When can a paused task be resumed).
user ana support=1 task=2
0s available ana
  > ana available
0s queue c1 support channel=task
  > c1 queued in support
  > c1 offered to ana at once
0s queue c2 support channel=task
  > c2 queued in support
  > c2 offered to ana at once
0s queue c3 support channel=task
  > c3 queued in support
0s queue c4 support channel=task
  > c4 queued in support
0s queue c5 support channel=task
  > c5 queued in support
1s accept ana c1
  > ana accepted c1
1s accept ana c2
  > ana accepted c2
10s pause c1 by=ana
  > c1 paused
  > c3 offered to ana after 10s
11s accept ana c3
  > ana accepted c3
12s pause c2
  > c2 paused
  > c4 offered to ana after 12s
13s accept ana c4
  > ana accepted c4
14s pause c3
  > error: limit: user ana has 2 paused tasks, as many as his routing profile lets him have tasks at once
15s agent ana
  > available since 0s, in line since 13s
  > c1 TASK PAUSED since 10s
  > c2 TASK PAUSED since 12s
  > c3 TASK CONNECTED since 11s
  > c4 TASK CONNECTED since 13s
20s resume c1 by=ana
  > c1 resumed
25s resume c2
  > c2 resumed
25s agent ana
  > available since 0s, in line since 13s
  > c1 TASK CONNECTED since 20s
  > c2 TASK CONNECTED since 25s
  > c3 TASK CONNECTED since 11s
  > c4 TASK CONNECTED since 13s
30s disconnect ana c1
  > c1 ended: AGENT_DISCONNECT, ana has after-contact work
30s complete ana c1
  > ana is done with c1: completed
  > c1 completed
31s disconnect ana c2
  > c2 ended: AGENT_DISCONNECT, ana has after-contact work
31s complete ana c2
  > ana is done with c2: completed
  > c2 completed
32s disconnect ana c3
  > c3 ended: AGENT_DISCONNECT, ana has after-contact work
32s complete ana c3
  > ana is done with c3: completed
  > c3 completed
  > c5 offered to ana after 32s
