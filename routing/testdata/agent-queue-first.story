# What waits in an agent's own queue goes before every standard queue, without delay and whatever its priority.
# Source: S 2.2.1, AG:concepts-queues-standard-and-agent.
user ana support=1
user bob support=1
0s queue c1 support priority=1
  > c1 queued in support
1m queue c2 agent=ana priority=99
  > c2 queued for ana
# Nobody else can take what waits for ana.
2m available bob
  > bob available
  > c1 offered to bob after 2m00s
2m available ana
  > ana available
  > c2 offered to ana after 1m00s
