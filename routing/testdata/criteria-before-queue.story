# Criteria that a contact carries before it is queued are INACTIVE and were never activated; only entering a queue does
# that. A contact that no queue holds ends with its flow (A0060).
# Source: S 1.3.1, 1.3.2.
queue support
attribute Language French
0s start c1 support priority=2
    step Language:French>=4 for 10s
    step Language:French>=3
  > c1 started
  > c1 priority 2
  > c1 criteria 0
  > c1 ended: CONTACT_FLOW_DISCONNECT
  > c1 completed
1m describe c1
  > VOICE, COMPLETED
  > priority 2
  > criteria 0, never activated
  > step 1 INACTIVE for 10s: Language:French>=4
  > step 2 INACTIVE, never expires: Language:French>=3
  > ended at 0s: CONTACT_FLOW_DISCONNECT
