# A contact that leaves, an agent who is not routable any more and a user who is deleted make nothing matchable, but
# nobody is offered what is gone.
# Source: the table of events (contact gone, agent gone or not routable), A0022.
user ana support=1
user bob support=1
user cem support=1
0s available ana bob
  > ana available
  > bob available
0s offline ana
  > ana offline
0s queue c1 support
  > c1 queued in support
  > c1 offered to bob at once
# Whom it rings at is deleted: withdrawn without a miss, and offered to others.
5s available cem
  > cem available
6s delete user bob
  > c1 withdrawn from bob: user deleted
  > bob deleted
  > c1 offered to cem after 6s
7s accept cem c1
  > cem accepted c1
# Whoever is with a contact is deleted: it ends, without after-contact work.
8s delete user cem
  > c1 ended: AGENT_DISCONNECT, cem has after-contact work
  > cem is done with c1: user deleted
  > c1 completed
  > cem deleted
9s queue c2 support
  > c2 queued in support
9s queue c3 support
  > c3 queued in support
10s leave c2
  > c2 ended: CUSTOMER_DISCONNECT
  > c2 completed
11s available ana
  > ana available
  > c3 offered to ana after 2s
12s available bob
  > error: not found: user bob does not exist in this instance
