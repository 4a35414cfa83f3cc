# A condition with a level is true at that level and above; without the attribute, or with another value of it, it is
# false. Levels in conditions may be fractions.
# Source: S 1.2 (>= by example), A0002.
user ana support=1 Language:French=3
user bob support=1 Language:German=5
user cem support=1
0s available cem
  > cem available
0s available bob
  > bob available
0s available ana
  > ana available
0s queue c1 support
    step Language:French>=3.5
  > c1 queued in support
  > c1 step 1: Language:French>=3.5, without end
0s queue c2 support
    step Language:French>=3
  > c2 queued in support
  > c2 step 1: Language:French>=3, without end
  > c2 offered to ana at once
