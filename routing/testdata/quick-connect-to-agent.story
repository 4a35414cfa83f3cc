# An agent passes on a task to another agent, who is busy: it waits in his agent queue and goes before everything else.
# What is not in an agent's hands he cannot pass on.
# Source: S 2.2, AG:quick-connects, AG:concepts-queues-standard-and-agent, A0115.
user ana support=1 task=1
user bob support=1 task=1
0s quick bob agent=bob
0s available ana
  > ana available
0s queue t1 support channel=task
  > t1 queued in support
  > t1 offered to ana at once
0s available bob
  > bob available
0s queue t2 support channel=task priority=1
  > t2 queued in support
  > t2 offered to bob at once
1s accept bob t2
  > bob accepted t2
2s pass ana t1 t3 bob
  > error: conflict: contact t1 is CONNECTING with user ana, who can transfer it only while it is CONNECTED
3s accept ana t1
  > ana accepted t1
4s pass ana t1 t3a bob
  > t1 goes on as t3a
  > t1 ended: OTHER, ana has after-contact work
  > t3a queued for bob
5s queue t4 support channel=task priority=1
  > t4 queued in support
6s pass ana t1 t5 bob
  > error: conflict: contact t1 is ENDED with user ana, who can transfer it only while it is CONNECTED
6s pass bob t4 t6 bob
  > error: conflict: contact t4 is not in the hands of user bob, who cannot transfer it
10s disconnect bob t2
  > t2 ended: AGENT_DISCONNECT, bob has after-contact work
11s complete bob t2
  > bob is done with t2: completed
  > t2 completed
  > t3a offered to bob after 7s
