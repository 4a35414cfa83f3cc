# A lower limit turns nobody out who waits; nobody enters before fewer wait than it lets in. Without a limit all enter.
# Source: S 3.7, AG:set-maximum-queue-limit.
queue support max=3
user ana support=1
0s queue c1 support
  > c1 queued in support
0s queue c2 support
  > c2 queued in support
1s limit support 1
  > support enabled, takes up to 1
2s queue c3 support
  > c3 took the error branch QueueAtCapacity of TransferContactToQueue
  > c3 ended: CONTACT_FLOW_DISCONNECT
  > c3 completed
3s leave c1
  > c1 ended: CUSTOMER_DISCONNECT
  > c1 completed
4s queue c4 support
  > c4 took the error branch QueueAtCapacity of TransferContactToQueue
  > c4 ended: CONTACT_FLOW_DISCONNECT
  > c4 completed
5s leave c2
  > c2 ended: CUSTOMER_DISCONNECT
  > c2 completed
6s queue c5 support
  > c5 queued in support
7s limit support 0
  > support enabled, takes up to 0
8s queue c6 support
  > c6 took the error branch QueueAtCapacity of TransferContactToQueue
  > c6 ended: CONTACT_FLOW_DISCONNECT
  > c6 completed
9s limit support none
  > support enabled
10s queue c7 support
  > c7 queued in support
11s available ana
  > ana available
  > c5 offered to ana after 5s
