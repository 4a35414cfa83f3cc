# Timers that are set while agent and customer talk hold from the next agent on: for the life of the chat, also as its next
# contact. One that is set without the other begins at once; one that is taken away is gone for the next agent.
# Source: S 4.2; AG:setup-chat-timeouts, A0266.
user ana support=1 chat=3 acw=1s
user bob billing=1 chat=3 acw=1s
quick over billing
0s available ana
  > ana available
0s available bob
  > bob available
0s queue c1 support channel=chat
  > c1 queued in support
  > c1 offered to ana at once
timeouts c1 agent.idle=3m customer.idle=4m
  > c1 has timers: customer IDLE 4m00s, agent IDLE 3m00s
accept ana c1
  > ana accepted c1
timeouts c1 agent.idle=none agent.leave=2m
  > c1 has timers: customer IDLE 4m00s, agent DISCONNECT_NONCUSTOMER 2m00s
timeouts c1 agent.idle=none
5m pass ana c1 c2 over
  > 3m00s c1 agent is idle
  > 4m00s c1 customer is idle
  > c1 goes on as c2
  > c1 ended: AGENT_DISCONNECT, ana has after-contact work until 5m01s
  > c2 queued in billing
  > c2 offered to bob at once
accept bob c2
  > bob accepted c2
6m writes c2 agent
  > 5m01s ana is done with c1: timeout
  > 5m01s c1 completed
  > c2 agent writes
12m timeouts c2 customer.idle=none
  > 8m00s c2 agent was silent for too long
  > 8m00s c2 ended: IDLE_DISCONNECT, bob has after-contact work until 8m01s
  > 8m01s bob is done with c2: timeout
  > 8m01s c2 completed
  > error: conflict: contact c2 has ended; only a chat that goes on has timers
