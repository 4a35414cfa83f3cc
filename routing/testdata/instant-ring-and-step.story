# A ring and a step that end in one instant: the step is over before the contact chooses again, so the next step says who
# may be asked.
# Source: table of events (reclassify all due at the instant, then one batch), S 3.6.
user ana support=1 Language:French=5
user bob support=1 Language:French=5
user cem support=1 Language:French=3
0s available ana bob cem
  > ana available
  > bob available
  > cem available
0s queue c1 support
    step Language:French>=5 for 20s
    step Language:French in 1-4
  > c1 queued in support
  > c1 step 1: Language:French>=5, until 20s
  > c1 offered to ana at once
20s
  > c1 step 1 expired
  > c1 step 2: Language:French in 1-4, without end
  > ana missed c1
  > c1 offered to cem after 20s
