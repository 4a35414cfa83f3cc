# What happens in one instant keeps the order in which it happened, for contacts and for agents, whatever they are
# called.
# Source: section 10 (ties by the order in which things happened, never by id), A0018.
user zoe support=1
user amy support=1
0s queue z support
  > z queued in support
0s queue a support
  > a queued in support
0s available zoe
  > zoe available
  > z offered to zoe at once
0s available amy
  > amy available
  > a offered to amy at once
0s leave z
  > z withdrawn from zoe: contact ended
  > z ended: CUSTOMER_DISCONNECT
  > z completed
0s leave a
  > a withdrawn from amy: contact ended
  > a ended: CUSTOMER_DISCONNECT
  > a completed
0s queue c1 support
  > c1 queued in support
  > c1 offered to zoe at once
