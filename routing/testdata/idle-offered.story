# Being offered a contact does not move an agent in the line: when the caller gives up, or wants somebody else, he is
# still the first.
# Source: the idle-key table (offered; offer withdrawn), both timers.
user ana support=1
user bob support=1 timer=inbound
user cem support=1
attribute Language French
0s available ana
  > ana available
1s available bob
  > bob available
2s available cem
  > cem available
3s queue c1 support
  > c1 queued in support
  > c1 offered to ana at once
4s queue c2 support
  > c2 queued in support
  > c2 offered to bob at once
5s leave c1
  > c1 withdrawn from ana: contact ended
  > c1 ended: CUSTOMER_DISCONNECT
  > c1 completed
6s routing c2
    step Language:French>=1
  > c2 criteria 0
  > c2 step 1: Language:French>=1, without end
  > c2 withdrawn from bob: criteria replaced
agent ana
  > available since 0s, in line since 0s
agent bob
  > available since 1s, in line since 1s
7s queue c3 support
  > c3 queued in support
  > c3 offered to ana at once
8s queue c4 support
  > c4 queued in support
  > c4 offered to bob at once
