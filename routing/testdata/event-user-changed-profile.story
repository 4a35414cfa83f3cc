# An agent gets another routing profile while he works: what waits in its queues is offered at once, what he has in hand
# or what rings stays his, and what the new profile has no room for keeps others away until it is gone.
# Source: the table of events (profile changed: this agent), S 3.3, S 5.1 (UpdateUserRoutingProfile), A0192.
profile front sales=1 chat=2
profile back support=1 chat=1 task=1 cross=any
user ana profile=front
0s available ana
  > ana available
0s queue c1 sales channel=chat
  > c1 queued in sales
  > c1 offered to ana at once
1s accept ana c1
  > ana accepted c1
2s queue c2 sales channel=chat
  > c2 queued in sales
  > c2 offered to ana at once
3s queue c3 support channel=chat
  > c3 queued in support
3s queue c4 support channel=task
  > c4 queued in support
4s change ana profile=back
  > ana changed
  > c4 offered to ana after 1s
agent ana
  > available since 0s, in line since 1s
  > c1 CHAT CONNECTED since 1s
  > c2 CHAT CONNECTING since 2s, until 22s
  > c4 TASK CONNECTING since 4s, until 34s
5s accept ana c2
  > ana accepted c2
6s disconnect ana c1
  > c1 ended: AGENT_DISCONNECT, ana has after-contact work
6s complete ana c1
  > ana is done with c1: completed
  > c1 completed
7s disconnect ana c2
  > c2 ended: AGENT_DISCONNECT, ana has after-contact work
7s complete ana c2
  > ana is done with c2: completed
  > c2 completed
  > c3 offered to ana after 4s
8s queue c5 sales channel=chat
  > c5 queued in sales
9s change ana profile=front
  > ana changed
10s accept ana c4
  > ana accepted c4
11s disconnect ana c4
  > c4 ended: AGENT_DISCONNECT, ana has after-contact work
11s complete ana c4
  > ana is done with c4: completed
  > c4 completed
  > c5 offered to ana after 3s
