# New criteria may come together with a priority, or with an adjustment; both hold at once.
# Source: S 2.1 (RoutingCriteria may accompany either one).
user ana support=1 Language:French=3
0s queue c1 support
  > c1 queued in support
1s queue c2 support
  > c2 queued in support
2s queue c3 support
  > c3 queued in support
3s routing c3 priority=1
    step Language:French>=4
  > c3 priority 1
  > c3 criteria 0
  > c3 step 1: Language:French>=4, without end
4s routing c2 age=60
    step Language:French>=3
  > c2 age +1m00s
  > c2 criteria 0
  > c2 step 1: Language:French>=3, without end
5s available ana
  > ana available
  > c2 offered to ana after 4s
