# A step can name agents; the one of them who has been available longest is asked. Steps may mix names and
# proficiencies freely, and a name may stand in an AND.
# Source: S 1.2 (Match), AG:set-routing-criteria.
user ana support=1 Language:French=2
user bob support=1 Language:French=4
user cem support=1 Language:French=5
0s available cem ana bob
  > cem available
  > ana available
  > bob available
0s queue c1 support
    step agent bob, ana for 30s
    step Language:French>=5
  > c1 queued in support
  > c1 step 1: agent bob, ana, until 30s
  > c1 offered to ana at once
1s queue c2 support
    step agent bob, cem and Language:French in 3-4
  > c2 queued in support
  > c2 step 1: agent bob, cem and Language:French in 3-4, without end
  > c2 offered to bob at once
