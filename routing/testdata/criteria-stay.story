# Criteria cannot be taken off a contact: no steps, and nothing at all, are refused. Criteria change only when all of
# the update is right.
# Source: S 1.3.12, 2.1, A0010, A0007.
queue support
attribute Language French
0s queue c1 support
    step Language:French>=1
  > c1 queued in support
  > c1 step 1: Language:French>=1, without end
1s routing c1 steps=none
  > error: invalid: RoutingCriteria.Steps has 0 steps; give 1 to 5
2s routing c1
  > error: invalid: nothing is given to change; give QueuePriority, QueueTimeAdjustmentSeconds or RoutingCriteria
3s routing c1 priority=1 age=60
    step Language:French>=2
  > error: invalid: QueuePriority and QueueTimeAdjustmentSeconds are both given; give one of them
4s routing c1 priority=1
    step Language:German>=2
  > error: invalid: the predefined attribute "Language" has no value "German"; add it first
describe c1
  > VOICE, QUEUED, waits in support since 0s
  > criteria 0, activated at 0s
  > step 1 ACTIVE, never expires: Language:French>=1
