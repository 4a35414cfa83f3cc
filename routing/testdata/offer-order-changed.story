# Priority or age changed while it rings: the ring goes on.
# Source: the table of offers in flight (5).
user ana support=1 Language:French=4
0s available ana
  > ana available
0s queue c1 support
    step Language:French>=4 for 1m
  > c1 queued in support
  > c1 step 1: Language:French>=4, until 1m00s
  > c1 offered to ana at once
1s queue c2 support
  > c2 queued in support
2s routing c1 priority=9
  > c1 priority 9
3s routing c1 age=-600
  > c1 age -10m00s
4s accept ana c1
  > ana accepted c1, step 1 joined
