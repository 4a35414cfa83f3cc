# The adjustment does not count towards a profile's delay: that is real time in the queue.
# Source: A0008.
user ana support=1/30
0s available ana
  > ana available
0s queue c1 support age=60
  > c1 queued in support
29s
30s
  > c1 offered to ana after 30s
