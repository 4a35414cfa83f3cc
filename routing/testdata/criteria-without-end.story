# A last step without expiry keeps its contact for agents who fit, however long that takes and whoever is free.
# Source: S 1.3.8, AG:set-routing-criteria (compliance minimum).
user ana support=1 Language:French=4
user bob support=1 Language:French=2
0s available bob
  > bob available
0s queue c1 support
    step Language:French>=4
  > c1 queued in support
  > c1 step 1: Language:French>=4, without end
24h
240h available ana
  > ana available
  > c1 offered to ana after 240h00m00s
