# When an agent misses, the step's timer runs on too. A duration that is shorter than a ring or two opens the pool
# before the best agent can be asked again: the warning of the guide.
# Source: S 1.3.6, AG:set-routing-criteria (warning).
user ana support=1 Language:French=5
user bob support=1
0s available ana bob
  > ana available
  > bob available
0s queue c1 support
    step Language:French>=5 for 25s
  > c1 queued in support
  > c1 step 1: Language:French>=5, until 25s
  > c1 offered to ana at once
20s
  > ana missed c1
24s
# Criteria are exhausted: bob, who has no French, is asked.
25s
  > c1 step 1 expired
  > c1 offered to bob after 25s
