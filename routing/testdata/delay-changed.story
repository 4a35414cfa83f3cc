# The delay of an entry may be changed while contacts wait: a shorter one opens them at once, a longer one closes them
# until they have waited so long.
# Source: S 2.2.3; the table of events (profile changed: this agent).
profile front support=1/60
user ana profile=front
0s available ana
  > ana available
0s queue c1 support
  > c1 queued in support
10s queue c2 support
  > c2 queued in support
20s reorder front support=1/15
  > front changed
  > c1 offered to ana after 20s
21s leave c1
  > c1 withdrawn from ana: contact ended
  > c1 ended: CUSTOMER_DISCONNECT
  > c1 completed
22s reorder front support=1/30
  > front changed
30s
39s
40s
  > c2 offered to ana after 30s
