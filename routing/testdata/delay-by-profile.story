# Delay belongs to a profile: agents of one with a shorter delay may take the contact earlier.
# Source: S 2.2.3, AG:concepts-routing-profiles-priority.
profile first support=1
profile second support=1/10
profile third support=1/25
user ana profile=third
user bob profile=second
user cem profile=first
0s available ana bob
  > ana available
  > bob available
0s queue c1 support
  > c1 queued in support
5s queue c2 support
  > c2 queued in support
6s queue c3 support
  > c3 queued in support
8s available cem
  > cem available
  > c1 offered to cem after 8s
15s
  > c2 offered to bob after 10s
31s
  > 28s cem missed c1
  > 28s c1 offered to ana after 28s
