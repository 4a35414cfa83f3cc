# The priority of contacts is compared across queues of equal priority in the profile: they form one order.
# Source: S 2.2.5, A0009.
user ana support=1 sales=1
0s queue c1 support
  > c1 queued in support
1m queue c2 sales priority=1
  > c2 queued in sales
2m available ana
  > ana available
  > c2 offered to ana after 1m00s
