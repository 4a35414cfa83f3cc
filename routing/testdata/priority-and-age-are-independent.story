# Priority and adjustment are not given together, but stay side by side on the contact: setting one leaves the other. The
# adjustment is absolute, the last one stands.
# Source: S 2.1, A0007.
queue support
0s queue c1 support
  > c1 queued in support
1s routing c1 priority=2
  > c1 priority 2
2s routing c1 age=30
  > c1 age +30s
3s routing c1 age=-5
  > c1 age -5s
describe c1
  > VOICE, QUEUED, waits in support since 0s
  > priority 2
  > age -5s
4s routing c1 priority=3 age=1
  > error: invalid: QueuePriority and QueueTimeAdjustmentSeconds are both given; give one of them
5s routing c1 priority=0
  > error: invalid: QueuePriority is 0; give 1 or more
6s routing c1 age=0
  > c1 age +0s
describe c1
  > VOICE, QUEUED, waits in support since 0s
  > priority 2
  > age +0s
