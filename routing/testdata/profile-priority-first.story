# The priority of queue and channel in the agent's profile decides before the contact's own: sales is served first, as
# long as there is anybody, and support when sales is empty.
# Source: S 2.2.2, AG:concepts-routing-profiles-priority example 1.
user ana sales=1 support=2 acw=1s
0s queue c1 support priority=1
  > c1 queued in support
1m queue c2 sales priority=99
  > c2 queued in sales
2m available ana
  > ana available
  > c2 offered to ana after 1m00s
leave c2
  > c2 withdrawn from ana: contact ended
  > c2 ended: CUSTOMER_DISCONNECT
  > c2 completed
  > c1 offered to ana after 2m00s
