# What a silent agent has in his hands stays there, and what rings is missed as ever. While customers are with him his
# status waits, and nothing new comes.
# Source: A0172, A0023; issue 3 point 9.
user ana support=1 task=3
0s available ana
  > ana available
10s queue c1 support channel=task
  > c1 queued in support
  > c1 offered to ana at once
15s accept ana c1
  > ana accepted c1
20s queue c2 support channel=task
  > c2 queued in support
  > c2 offered to ana at once
25s silent ana
  > ana next unreachable
30s agent ana
  > available since 0s, next unreachable, in line since 15s
  > c1 TASK CONNECTED since 15s
  > c2 TASK CONNECTING since 20s, until 50s
50s heard ana
  > ana missed c2
  > ana cancelled the next status
1m dismiss ana c2
  > ana dismissed c2
  > c2 offered to ana after 40s
1m5s accept ana c2
  > ana accepted c2
1m10s silent ana
  > ana next unreachable
1m20s queue c3 support channel=task
  > c3 queued in support
1m30s disconnect ana c1
  > c1 ended: AGENT_DISCONNECT, ana has after-contact work
1m40s complete ana c1
  > ana is done with c1: completed
  > c1 completed
1m50s disconnect ana c2
  > c2 ended: AGENT_DISCONNECT, ana has after-contact work
2m complete ana c2
  > ana is done with c2: completed
  > c2 completed
  > ana unreachable, away from available
2m10s agent ana
  > unreachable since 2m00s
3m heard ana
  > ana available
  > c3 offered to ana after 1m40s
