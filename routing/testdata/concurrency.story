# A profile says how many contacts of a channel an agent may have; ringing, missed and ended ones in after-contact work
# count, so does one on hold. A channel that the profile does not have is never offered.
# Source: S 3.2, 3.3 (slots in use), AG23:real-time-metrics-definitions.
user ana support=1 chat=2
0s available ana
  > ana available
0s queue task support channel=task
  > task queued in support
0s queue c1 support channel=chat
  > c1 queued in support
  > c1 offered to ana at once
1s accept ana c1
  > ana accepted c1
2s hold ana c1
  > ana put c1 on hold
3s queue c2 support channel=chat
  > c2 queued in support
  > c2 offered to ana at once
4s queue c3 support channel=chat
  > c3 queued in support
5s accept ana c2
  > ana accepted c2
6s unhold ana c1
  > ana took c1 off hold
7s leave c1
  > c1 ended: CUSTOMER_DISCONNECT, ana has after-contact work
agent ana
  > available since 0s, in line since 5s
  > c1 CHAT ENDED since 7s
  > c2 CHAT CONNECTED since 5s
8s complete ana c1
  > ana is done with c1: completed
  > c1 completed
  > c3 offered to ana after 4s
28s
  > ana missed c3
29s queue c4 support channel=chat
  > c4 queued in support
# The miss blocks her and keeps its slot; what she may take when it is gone is the older one first.
30s dismiss ana c3
  > ana dismissed c3
  > c3 offered to ana after 26s
