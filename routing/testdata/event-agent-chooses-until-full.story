# An agent who becomes routable takes contacts until his hands are full or nothing he may take is left; at equal
# instants he goes behind the others after each.
# Source: the table of events (agent routable), matching rule (many things in one instant).
user ana support=1 chat=3
0s queue c1 support channel=chat
  > c1 queued in support
1s queue c2 support channel=chat
  > c2 queued in support
2s queue c3 support channel=chat
  > c3 queued in support
3s queue c4 support channel=chat
  > c4 queued in support
10s available ana
  > ana available
  > c1 offered to ana after 10s
  > c2 offered to ana after 9s
  > c3 offered to ana after 8s
# A slot is freed: she takes one more.
15s leave c2
  > c2 withdrawn from ana: contact ended
  > c2 ended: CUSTOMER_DISCONNECT
  > c2 completed
  > c4 offered to ana after 12s
