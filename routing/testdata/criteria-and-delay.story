# Queue delay works as without criteria: an agent who fits must still wait for it, also when a step ends meanwhile.
# Source: S 1.5, 2.2.3.
user ana support=1/20 Language:French=5
0s available ana
  > ana available
0s queue c1 support
    step Language:French>=5 for 15s
    step Language:French>=4 for 15s
  > c1 queued in support
  > c1 step 1: Language:French>=5, until 15s
15s
  > c1 step 1 expired
  > c1 step 2: Language:French>=4, until 30s
20s
  > c1 offered to ana after 20s
