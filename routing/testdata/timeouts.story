# The timers of a chat run while an agent is with its customer. One that is silent is idle after a while, and then all but
# the customer are disconnected: the contact ends, and the agent has after-contact work. A message begins the time anew.
# Source: S 4.2; AG:setup-chat-timeouts, A0266.
user ana support=1 chat=3 acw=10s
0s queue c1 support channel=chat
  > c1 queued in support
timeouts c1 customer.idle=2m customer.leave=3m agent.idle=4m
  > c1 has timers: customer IDLE 2m00s, customer DISCONNECT_NONCUSTOMER 3m00s, agent IDLE 4m00s
10m available ana
  > ana available
  > c1 offered to ana after 10m00s
10m10s accept ana c1
  > ana accepted c1
12m writes c1 customer
  > c1 customer writes
15m writes c1 customer
  > 14m00s c1 customer is idle
  > 14m10s c1 agent is idle
  > c1 customer writes and is not idle any more
16m writes c1 agent
  > c1 agent writes and is not idle any more
30m
  > 17m00s c1 customer is idle
  > 20m00s c1 customer was silent for too long
  > 20m00s c1 ended: IDLE_DISCONNECT, ana has after-contact work until 20m10s
  > 20m10s ana is done with c1: timeout
  > 20m10s c1 completed
describe c1
  > CHAT, COMPLETED, was queued in support at 0s
  > with ana since 10m10s
  > ended at 20m00s: IDLE_DISCONNECT
