# New criteria while it rings, whose first step the agent does not fit: the offer is withdrawn without a miss, the new
# criteria run on, and the agent is free for others at once.
# Source: the table of offers in flight (4), A0024.
user ana support=1 Language:French=4
user bob support=1 Language:French=5
0s available ana bob
  > ana available
  > bob available
0s queue c1 support
  > c1 queued in support
  > c1 offered to ana at once
5s routing c1
    step Language:French>=5 for 10s
    step Language:French>=1
  > c1 criteria 0
  > c1 step 1: Language:French>=5, until 15s
  > c1 withdrawn from ana: criteria replaced
  > c1 offered to bob after 5s
agent ana
  > available since 0s, in line since 0s
6s queue c2 support
  > c2 queued in support
  > c2 offered to ana at once
7s accept bob c1
  > bob accepted c1, step 1 joined
