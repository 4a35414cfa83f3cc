# Agents with several slots, many contacts, one instant: each agent takes the best for him, then goes behind the others
# and chooses again until his hands are full. Their order in the line is ana, bob, cem.
# Source: matching rule (an agent that still has a slot after a match goes to the end of the idle order).
user ana support=1/60 sales=2/60 chat=3
user bob support=2/60 sales=1/60 chat=2
user cem sales=1/60 chat=2
0s available ana bob cem
  > ana available
  > bob available
  > cem available
# Six chats in one instant, in this order; all of them become visible 60 seconds later, in one instant too.
0s queue t1 sales channel=chat
  > t1 queued in sales
0s queue s1 support channel=chat
  > s1 queued in support
0s queue t2 sales channel=chat
  > t2 queued in sales
0s queue s2 support channel=chat
  > s2 queued in support
0s queue t3 sales channel=chat
  > t3 queued in sales
0s queue t4 sales channel=chat
  > t4 queued in sales
59s
# First round: ana prefers support, s1; bob prefers sales, t1; cem t2. Second round: ana s2, bob t3, cem t4.
1m
  > s1 offered to ana after 1m00s
  > t1 offered to bob after 1m00s
  > t2 offered to cem after 1m00s
  > s2 offered to ana after 1m00s
  > t3 offered to bob after 1m00s
  > t4 offered to cem after 1m00s
