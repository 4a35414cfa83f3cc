# Criteria that a contact carries before it is queued are INACTIVE: no timer runs, nothing expires.
# Source: S 1.3.1, 1.3.2.
queue support
attribute Language French
0s start c1 support
    step Language:French>=4 for 10s
    step Language:French>=3
  > c1 started
  > c1 criteria 0
1m describe c1
  > VOICE, IN_FLOW
  > criteria 0, never activated
  > step 1 INACTIVE for 10s: Language:French>=4
  > step 2 INACTIVE, never expires: Language:French>=3
# They can be replaced, and the order changed, before the queue too (A0006).
routing c1 priority=2
    step Language:French>=2
  > c1 priority 2
  > c1 criteria 1
describe c1
  > VOICE, IN_FLOW
  > priority 2
  > criteria 1, never activated
  > step 1 INACTIVE, never expires: Language:French>=2
