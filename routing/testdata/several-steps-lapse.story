# Time may be told in one piece: every step on the way is met at its own instant, and contacts are matched after each.
# Source: S 1.3.4, house of the engine (deadlines one by one).
user ana support=1 Language:French=2
0s available ana
  > ana available
0s queue c1 support
    step Language:French>=5 for 7s
    step Language:French>=4 for 11s
    step Language:French>=3 for 13s
    step Language:French>=2 for 17s
    step Language:French>=1 for 19s
  > c1 queued in support
  > c1 step 1: Language:French>=5, until 7s
5m
  > 7s c1 step 1 expired
  > 7s c1 step 2: Language:French>=4, until 18s
  > 18s c1 step 2 expired
  > 18s c1 step 3: Language:French>=3, until 31s
  > 31s c1 step 3 expired
  > 31s c1 step 4: Language:French>=2, until 48s
  > 31s c1 offered to ana after 31s
  > 48s c1 step 4 expired
  > 48s c1 step 5: Language:French>=1, until 1m07s
  > 51s ana missed c1
  > 1m07s c1 step 5 expired
