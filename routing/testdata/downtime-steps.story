# Inside a pause steps expire at their own instants, but nobody is asked before its end; then the step that is active by
# then counts.
# Source: A0027, S 8.6.
user ana support=1 Language:French=3
user bob support=1 Language:French=1
0s available ana bob
  > ana available
  > bob available
0s queue c1 support
    step Language:French>=5 for 10s
    step Language:French>=3 for 10s
    step Language:French in 1-2 for 10s
    step Language:French>=5 for 10s
  > c1 queued in support
  > c1 step 1: Language:French>=5, until 10s
5s downtime 20s
  > nobody was there from 5s to 25s
  > 10s c1 step 1 expired
  > 10s c1 step 2: Language:French>=3, until 20s
  > 20s c1 step 2 expired
  > 20s c1 step 3: Language:French in 1-2, until 30s
  > 25s c1 offered to bob after 25s
