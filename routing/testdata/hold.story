# A contact on hold is still connected: it keeps its slot and the instant since which it is so. It can end on hold, and
# it can outlive its time in the agent's hands; after-contact work follows as ever.
# Source: S 3.3 (slots in use), 3.5 (CONNECTED_ONHOLD does not move the state's start), 3.6, 4.1 (expire).
user ana support=1 acw=10s
0s available ana
  > ana available
0s queue c1 support channel=chat life=1m
  > c1 queued in support
  > c1 offered to ana at once
1s accept ana c1
  > ana accepted c1
5s hold ana c1
  > ana put c1 on hold
agent ana
  > available since 0s, in line since 1s
  > c1 CHAT CONNECTED_ONHOLD since 1s
6s queue c2 support channel=chat
  > c2 queued in support
7s unhold ana c1
  > ana took c1 off hold
agent ana
  > available since 0s, in line since 1s
  > c1 CHAT CONNECTED since 1s
30s hold ana c1
  > ana put c1 on hold
1m agent ana
  > c1 ended: EXPIRED, ana has after-contact work until 1m10s
  > available since 0s, in line since 1s
  > c1 CHAT ENDED since 1m00s, until 1m10s
describe c1
  > CHAT, DISCONNECTED, was queued in support at 0s
  > with ana since 1s
  > ended at 1m00s: EXPIRED
1m10s
  > ana is done with c1: timeout
  > c1 completed
  > c2 offered to ana after 1m04s
1m11s accept ana c2
  > ana accepted c2
1m12s hold ana c2
  > ana put c2 on hold
1m13s leave c2
  > c2 ended: CUSTOMER_DISCONNECT, ana has after-contact work until 1m23s
