# What waits in an agent's own queue goes before every standard queue, whatever is oldest, most urgent or first in his
# profile; and nobody else can take it.
# Source: S 2.2.1, AG:concepts-queues-standard-and-agent.
user ana support=1
user bob support=1
0s queue c1 support priority=1
  > c1 queued in support
0s queue c2 support age=9999
  > c2 queued in support
1m queue c3 agent=ana priority=99 age=-60
  > c3 queued for ana
2m available ana
  > ana available
  > c3 offered to ana after 1m00s
leave c1
  > c1 ended: CUSTOMER_DISCONNECT
  > c1 completed
leave c2
  > c2 ended: CUSTOMER_DISCONNECT
  > c2 completed
2m20s available bob
  > ana missed c3
  > bob available
3m available ana
  > ana dismissed c3
  > c3 offered to ana after 2m00s
