# A contact that waits for somebody who is not there does not block the queue: agents take the next contact that they
# may take.
# Source: S 1.5.
user ana support=1
attribute Language French
0s queue c1 support
    step Language:French>=5
  > c1 queued in support
  > c1 step 1: Language:French>=5, without end
1s queue c2 support
  > c2 queued in support
2s queue c3 support
  > c3 queued in support
5s available ana
  > ana available
  > c2 offered to ana after 4s
