# A step of zero seconds that is reached as time passes has its one attempt too, in the instant in which the step before
# it ends; several of them in a row have one each.
# Source: S 8.7, S 1.2 (minimum 0).
user ana support=1 Language:French=4
user bob support=1 Language:French=2
0s available bob ana
  > bob available
  > ana available
0s queue c1 support
    step Language:French>=5 for 10s
    step Language:French>=4 for 0s
    step Language:French>=1
  > c1 queued in support
  > c1 step 1: Language:French>=5, until 10s
0s queue c2 support
    step Language:French>=5 for 10s
    step Language:French>=5 for 0s
    step Language:French>=4 for 0s
    step Language:French>=5 for 20s
  > c2 queued in support
  > c2 step 1: Language:French>=5, until 10s
10s
  > c1 step 1 expired
  > c1 step 2: Language:French>=4, until 10s
  > c2 step 1 expired
  > c2 step 2: Language:French>=5, until 10s
  > c1 offered to ana after 10s
  > c1 step 2 expired
  > c1 step 3: Language:French>=1, without end
  > c2 step 2 expired
  > c2 step 3: Language:French>=4, until 10s
  > c2 step 3 expired
  > c2 step 4: Language:French>=5, until 30s
11s accept ana c1
  > ana accepted c1, step 2 joined
30s
  > c2 step 4 expired
  > c2 offered to bob after 30s
