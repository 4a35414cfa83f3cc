# Callers choose their place: at the front, or as if they had called ten minutes earlier. Whoever says nothing waits his
# turn.
# Source: S 4.1, 4.6; AG:sample-customer-queue-priority, AG:change-routing-priority.
user ana support=1
flow sample file=queue-priority.json
0s start c1 flow=sample
  > c1 started
  > c1 waits at block Ask of sample until 5s
5s
  > c1 goes on in its flow
  > c1 queued in support
6s start c2 flow=sample
  > c2 started
  > c2 waits at block Ask of sample until 11s
7s enter c2 2
  > c2 goes on in its flow
  > c2 queued in support
8s start c3 flow=sample
  > c3 started
  > c3 waits at block Ask of sample until 13s
9s enter c3 1
  > c3 goes on in its flow
  > c3 queued in support
describe c2
  > VOICE, QUEUED, waits in support since 7s
  > age +10m00s
describe c3
  > VOICE, QUEUED, waits in support since 9s
  > priority 1
10s available ana
  > ana available
  > c3 offered to ana after 1s
reject ana c3
  > ana rejected c3
