# After the last timed step the criteria narrow nothing: the agent who has been available longest gets the contact,
# whatever he is good at.
# Source: S 1.3.7.
user ana support=1 Language:French=3
user bob support=1
user cem support=1
0s available bob
  > bob available
1s available cem
  > cem available
2s available ana
  > ana available
3s queue c1 support
    step Language:French>=5 for 10s
    step Language:French>=4 for 10s
  > c1 queued in support
  > c1 step 1: Language:French>=5, until 13s
13s
  > c1 step 1 expired
  > c1 step 2: Language:French>=4, until 23s
23s
  > c1 step 2 expired
  > c1 offered to bob after 20s
