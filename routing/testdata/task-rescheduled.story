# A scheduled task is moved, earlier and later, to the present at the earliest and six days ahead at most. What has
# begun cannot be scheduled any more. Its life moves with it.
# Source: S 4.1, 6.6, A0105.
user ana support=1 task=1
0s available ana
  > ana available
0s queue c1 support channel=task in=1h life=1m
  > c1 scheduled for 1h00m00s
10m reschedule c1 10m
  > c1 rescheduled for 20m00s
15m reschedule c1 145h
  > error: invalid: ScheduledTime is 2026-01-07T01:15:00Z, more than 6 days from now; give 2026-01-07T00:15:00Z or earlier
15m reschedule c1 144h
  > c1 rescheduled for 144h15m00s
20m reschedule c1 0s
  > c1 rescheduled for 20m00s
  > c1 begins
  > c1 queued in support
  > c1 offered to ana at once
20m reschedule c1 1h
  > error: improper: contact c1 is not scheduled for later; only a task whose flow has not begun can be rescheduled
21m
  > 20m30s ana missed c1
  > c1 ended: EXPIRED
  > c1 completed
25m
25m reschedule c1 1h
  > error: improper: contact c1 is not scheduled for later; only a task whose flow has not begun can be rescheduled
25m queue c2 support channel=task
  > c2 queued in support
25m reschedule c2 1h
  > error: improper: contact c2 is not scheduled for later; only a task whose flow has not begun can be rescheduled
