# Criteria narrow the agents of a queue and add none: an expert whose profile lacks the queue, or the queue's channel, is
# not asked.
# Source: S 1.5, 3.2, AG:proficiency-routing FAQ (are queues still relevant).
queue support
user ana sales=1 Language:French=5
user bob support=1@CHAT Language:French=5
user cem support=1 Language:French=1
0s available ana bob
  > ana available
  > bob available
0s queue c1 support
    step Language:French>=1
  > c1 queued in support
  > c1 step 1: Language:French>=1, without end
5s available cem
  > cem available
  > c1 offered to cem after 5s
