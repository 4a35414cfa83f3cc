# A proficiency that an agent gets makes him fit at once; one that is taken from him does not end what rings. The same
# with levels.
# Source: the table of events (proficiencies changed: this agent), S 1.6.
user ana support=1 Language:English=3
attribute Language French
0s available ana
  > ana available
0s queue c1 support
    step Language:French>=3
  > c1 queued in support
  > c1 step 1: Language:French>=3, without end
5s proficiency ana Language:French=2
  > ana has Language:English=3, Language:French=2
10s proficiency ana Language:French=3
  > ana has Language:English=3, Language:French=3
  > c1 offered to ana after 10s
12s proficiency ana Language:French=none
  > ana has Language:English=3
15s accept ana c1
  > ana accepted c1, step 1 joined
