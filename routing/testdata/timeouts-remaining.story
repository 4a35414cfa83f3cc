# Where a flow is set for a customer who remains, the chat goes on with it when its agent is disconnected for somebody's
# silence. Whoever listens is disconnected as well. Nobody is timed before the next agent has the chat, who then is.
# Source: S 4.2; AG:setup-chat-timeouts, AG:set-disconnect-flow, A0266.
user ana support=1 chat=3 acw=10s
user sue support=2 chat=3
flow remain
    wait 15m back
    hang-up
    back: queue support
    transfer
flow greet
    on CustomerRemaining remain
    queue support
    transfer
0s start c1 channel=chat flow=greet
  > c1 started
  > c1 queued in support
timeouts c1 agent.leave=2m
  > c1 has timers: agent DISCONNECT_NONCUSTOMER 2m00s
0s available ana
  > ana available
  > c1 offered to ana at once
10s accept ana c1
  > ana accepted c1
offline sue
  > sue offline
1m monitor sue c1 ear
  > sue monitors c1 by ear
5m writes c1.2 customer
  > 2m10s c1 agent was silent for too long
  > 2m10s c1 goes on as c1.2
  > 2m10s c1 ended: IDLE_DISCONNECT, ana has after-contact work until 2m20s
  > 2m10s ear ended: IDLE_DISCONNECT
  > 2m10s ear completed
  > 2m10s c1.2 waits at block 1 of remain until 17m10s
  > 2m20s ana is done with c1: timeout
  > 2m20s c1 completed
  > c1.2 goes on in its flow
  > c1.2 queued in support
  > c1.2 offered to ana at once
accept ana c1.2
  > ana accepted c1.2
10m
  > 7m00s c1.2 agent was silent for too long
  > 7m00s c1.2 goes on as c1.3
  > 7m00s c1.2 ended: IDLE_DISCONNECT, ana has after-contact work until 7m10s
  > 7m00s c1.3 waits at block 1 of remain until 22m00s
  > 7m10s ana is done with c1.2: timeout
  > 7m10s c1.2 completed
