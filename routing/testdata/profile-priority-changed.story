# The priority of an entry may be changed while contacts wait: it decides from then on which of them goes first.
# Source: S 2.2.2.
profile front support=1 sales=2
user ana profile=front
0s queue s1 sales
  > s1 queued in sales
1s queue c1 support
  > c1 queued in support
2s queue s2 sales
  > s2 queued in sales
3s reorder front support=3
  > front changed
4s available ana
  > ana available
  > s1 offered to ana after 4s
5s leave s1
  > s1 withdrawn from ana: contact ended
  > s1 ended: CUSTOMER_DISCONNECT
  > s1 completed
  > s2 offered to ana after 3s
# An entry that the profile does not have cannot be changed, and then none of the call is.
6s disassociate front sales
  > front changed
6s reorder front support=1 sales=1
  > error: improper: the routing profile does not list queue "sales" with VOICE; associate it first
7s leave s2
  > s2 withdrawn from ana: contact ended
  > s2 ended: CUSTOMER_DISCONNECT
  > s2 completed
  > c1 offered to ana after 6s
