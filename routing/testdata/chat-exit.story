# The agent of a chat may be disconnected with its customer: then the flow for who remains runs, whoever leaves first. Of
# any other chat, and of one that no agent has, nothing goes on when its customer leaves.
# Source: StartChatContact in the API reference (DisconnectOnCustomerExit), A0290.
user ana support=1 chat=2 acw=10s
flow survey
    wait 5m back
    hang-up
    back: queue support
    transfer
flow greet
    on CustomerRemaining survey
    queue support
    transfer
0s start c1 channel=chat flow=greet exit=agent
  > c1 started
  > c1 queued in support
0s start c2 channel=chat flow=greet
  > c2 started
  > c2 queued in support
0s start c3 channel=chat flow=greet exit=agent
  > c3 started
  > c3 queued in support
available ana
  > ana available
  > c1 offered to ana at once
  > c2 offered to ana at once
accept ana c1
  > ana accepted c1
accept ana c2
  > ana accepted c2
1m leave c1
  > c1 goes on as c1.2
  > c1 ended: CUSTOMER_DISCONNECT, ana has after-contact work until 1m10s
  > c1.2 waits at block 1 of survey until 6m00s
leave c2
  > c2 ended: CUSTOMER_DISCONNECT, ana has after-contact work until 1m10s
leave c3
  > c3 ended: CUSTOMER_DISCONNECT
  > c3 completed
1m30s agent ana
  > 1m10s ana is done with c1: timeout
  > 1m10s c1 completed
  > 1m10s ana is done with c2: timeout
  > 1m10s c2 completed
  > available since 0s, in line since 1m10s
10m
  > 6m00s c1.2 goes on in its flow
  > 6m00s c1.2 ended: CONTACT_FLOW_DISCONNECT
  > 6m00s c1.2 completed

# It holds for the whole chat: who comes back leaves the next agent in the same way. Nothing goes on before an agent has
# had it again.
10m start d1 channel=chat flow=greet exit=agent
  > d1 started
  > d1 queued in support
  > d1 offered to ana at once
accept ana d1
  > ana accepted d1
leave d1 reason=EXPIRED
  > error: improper: contact d1 is a CHAT, which the media's side cannot end for the reason "EXPIRED"; give one of CUSTOMER_DISCONNECT, CUSTOMER_CONNECTION_NOT_ESTABLISHED, AGENT_NETWORK_DISCONNECT, IDLE_DISCONNECT, THIRD_PARTY_DISCONNECT, SYSTEM_ERROR
11m leave d1 reason=IDLE_DISCONNECT
  > d1 goes on as d1.2
  > d1 ended: IDLE_DISCONNECT, ana has after-contact work until 11m10s
  > d1.2 waits at block 1 of survey until 16m00s
12m returns d1.2
  > 11m10s ana is done with d1: timeout
  > 11m10s d1 completed
  > d1.2 hears from its customer again
  > d1.2 goes on in its flow
  > d1.2 queued in support
  > d1.2 offered to ana at once
accept ana d1.2
  > ana accepted d1.2
hold ana d1.2
  > ana put d1.2 on hold
13m leave d1.2
  > d1.2 goes on as d1.3
  > d1.2 ended: CUSTOMER_DISCONNECT, ana has after-contact work until 13m10s
  > d1.3 waits at block 1 of survey until 18m00s
14m leave d1.3
  > 13m10s ana is done with d1.2: timeout
  > 13m10s d1.2 completed
  > d1.3 ended: CUSTOMER_DISCONNECT
  > d1.3 completed
leave d1.3
  > error: conflict: contact d1.3 has ended already
