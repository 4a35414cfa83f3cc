# A change of priority or age takes effect at once in the order, and by itself matches nobody.
# Source: S 2.1 (latency), A0029, the table of events (priority or age changed: nothing).
user ana support=1
0s queue c1 support
  > c1 queued in support
1s queue c2 support
  > c2 queued in support
2s queue c3 support
  > c3 queued in support
3s routing c3 priority=1
  > c3 priority 1
4s routing c2 age=60
  > c2 age +1m00s
10s available ana
  > ana available
  > c3 offered to ana after 8s
leave c3
  > c3 withdrawn from ana: contact ended
  > c3 ended: CUSTOMER_DISCONNECT
  > c3 completed
  > c2 offered to ana after 9s
