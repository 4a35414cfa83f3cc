# Among the agents who fit, the one who has been available longest is asked, not the best.
# Source: S 1.5.
user ana support=1 Language:French=5
user bob support=1 Language:French=3
0s available bob
  > bob available
1s available ana
  > ana available
2s queue c1 support
    step Language:French>=3
  > c1 queued in support
  > c1 step 1: Language:French>=3, without end
  > c1 offered to bob at once
