# A task is scheduled: its flow runs at its time and not before. Until then it is in no queue and cannot be paused. Its
# life begins with its flow.
# Source: S 4.1, 6.6, AG:create-task (Create a scheduled task), A0105.
user ana support=1 task=1
0s available ana
  > ana available
0s queue c1 support channel=task in=1h life=10m
  > c1 scheduled for 1h00m00s
30m pause c1
  > error: conflict: contact c1 is scheduled for later; only a task whose flow has begun can be paused
30m describe c1
  > TASK, SCHEDULED
  > scheduled for 1h00m00s
30m routing c1 priority=1
  > c1 priority 1
59m59s
1h
  > c1 begins
  > c1 queued in support
  > c1 offered to ana at once
1h describe c1
  > TASK, QUEUED, waits in support since 1h00m00s
  > scheduled for 1h00m00s
  > priority 1
  > rings at ana since 1h00m00s, until 1h00m30s
1h30m
  > 1h00m30s ana missed c1
  > 1h10m00s c1 ended: EXPIRED
  > 1h10m00s c1 completed
1h30m queue c2 support channel=task in=24h
  > c2 scheduled for 25h30m00s
1h40m stop c2
  > c2 ended: API
  > c2 completed
1h40m describe c2
  > TASK, COMPLETED
  > scheduled for 25h30m00s
  > ended at 1h40m00s: API
1h40m queue c3 support channel=task in=144h
  > c3 scheduled for 145h40m00s
1h40m queue c4 support channel=task in=144.001h
  > error: invalid: ScheduledTime is 2026-01-07T01:40:03Z, more than 6 days from now; give 2026-01-07T01:40:00Z or earlier
1h40m queue c5 support in=1h
  > error: improper: a contact of channel VOICE cannot be scheduled; only tasks can
