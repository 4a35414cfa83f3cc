# NOT keeps out the agents whose level lies in its range; who lacks the attribute, or is outside the range, passes.
# Source: S 1.2 (NOT), A0021.
user ana support=1 Language:French=2
user bob support=1 Language:French=5
user cem support=1
0s available ana bob cem
  > ana available
  > bob available
  > cem available
0s queue c1 support
    step not Language:French in 1-5
  > c1 queued in support
  > c1 step 1: not Language:French in 1-5, without end
  > c1 offered to cem at once
0s queue c2 support
    step not Language:French in 1-3
  > c2 queued in support
  > c2 step 1: not Language:French in 1-3, without end
  > c2 offered to bob at once
0s queue c3 support
    step not Language:French>=3
  > c3 queued in support
  > c3 step 1: not Language:French>=3, without end
  > c3 offered to ana at once
