# A contact that gets criteria which somebody fits chooses at once; one that had none gets its first criteria, index 0.
# Source: S 1.3.11, the table of events (criteria replaced: contact chooses).
user ana support=1 Language:French=2
attribute Language German
0s available ana
  > ana available
0s queue c1 support
    step Language:German>=1
  > c1 queued in support
  > c1 step 1: Language:German>=1, without end
5s routing c1
    step Language:French>=2 for 1m
  > c1 step 1 interrupted
  > c1 criteria 1
  > c1 step 1: Language:French>=2, until 1m05s
  > c1 offered to ana after 5s
6s queue c2 support
  > c2 queued in support
7s routing c2
    step Language:German>=1
  > c2 criteria 0
  > c2 step 1: Language:German>=1, without end
# Unlimited times: each replacement counts.
8s routing c2
    step Language:German>=2
  > c2 step 1 interrupted
  > c2 criteria 1
  > c2 step 1: Language:German>=2, without end
9s routing c2
    step Language:German>=3
  > c2 step 1 interrupted
  > c2 criteria 2
  > c2 step 1: Language:German>=3, without end
