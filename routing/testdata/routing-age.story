# The adjustment makes a contact older or younger in the order, and in nothing else: what is told of its wait stays the
# real time.
# Source: S 2.1 (effect on metrics none), 2.2.4.
user ana support=1
0s queue c1 support
  > c1 queued in support
10s queue c2 support age=15
  > c2 queued in support
20s queue c3 support age=-30
  > c3 queued in support
25s queue c4 support
  > c4 queued in support
30s available ana
  > ana available
  > c2 offered to ana after 20s
leave c2
  > c2 withdrawn from ana: contact ended
  > c2 ended: CUSTOMER_DISCONNECT
  > c2 completed
  > c1 offered to ana after 30s
leave c1
  > c1 withdrawn from ana: contact ended
  > c1 ended: CUSTOMER_DISCONNECT
  > c1 completed
  > c4 offered to ana after 5s
leave c4
  > c4 withdrawn from ana: contact ended
  > c4 ended: CUSTOMER_DISCONNECT
  > c4 completed
  > c3 offered to ana after 10s
