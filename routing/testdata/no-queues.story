# A profile without queues makes an agent who is never asked; so is one whose queue's channel is not among his channels.
# Source: S 3.2.
queue support
profile outbound-only voice=1
profile idle-entry support=1@CHAT voice=1
user ana profile=outbound-only
user bob profile=idle-entry
0s available ana bob
  > ana available
  > bob available
0s queue c1 support
  > c1 queued in support
0s queue c2 support channel=chat
  > c2 queued in support
1h
# Their own agent queues reach them all the same.
1h queue c3 agent=ana
  > c3 queued for ana
  > c3 offered to ana at once
