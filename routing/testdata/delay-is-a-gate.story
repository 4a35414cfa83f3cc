# Delay hides a contact from the agents of a profile until it has been queued so long, also from idle ones; from then on
# it stands in their order with its age.
# Source: S 2.2.3, AG:concepts-routing-profiles-priority examples 2 and 5.
user ana sales=1 support=1/30
0s available ana
  > ana available
0s queue c1 support
  > c1 queued in support
29.999s
30s
  > c1 offered to ana after 30s
31s leave c1
  > c1 withdrawn from ana: contact ended
  > c1 ended: CUSTOMER_DISCONNECT
  > c1 completed
40s offline ana
  > ana offline
50s queue c2 support
  > c2 queued in support
1m queue c3 sales
  > c3 queued in sales
# Both are visible now, and of one priority: the older one goes first, though its queue has the delay.
1m20s available ana
  > ana available
  > c2 offered to ana after 30s
