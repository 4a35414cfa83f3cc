# A task is rescheduled twenty times at most.
# Source: S 4.1, 6.6 (20 reschedules).
queue support
0s queue c1 support channel=task in=1h
  > c1 scheduled for 1h00m00s
0s reschedule c1 2h
  > c1 rescheduled for 2h00m00s
0s reschedule c1 2h
  > c1 rescheduled for 2h00m00s
0s reschedule c1 2h
  > c1 rescheduled for 2h00m00s
0s reschedule c1 2h
  > c1 rescheduled for 2h00m00s
0s reschedule c1 2h
  > c1 rescheduled for 2h00m00s
0s reschedule c1 2h
  > c1 rescheduled for 2h00m00s
0s reschedule c1 2h
  > c1 rescheduled for 2h00m00s
0s reschedule c1 2h
  > c1 rescheduled for 2h00m00s
0s reschedule c1 2h
  > c1 rescheduled for 2h00m00s
0s reschedule c1 2h
  > c1 rescheduled for 2h00m00s
0s reschedule c1 2h
  > c1 rescheduled for 2h00m00s
0s reschedule c1 2h
  > c1 rescheduled for 2h00m00s
0s reschedule c1 2h
  > c1 rescheduled for 2h00m00s
0s reschedule c1 2h
  > c1 rescheduled for 2h00m00s
0s reschedule c1 2h
  > c1 rescheduled for 2h00m00s
0s reschedule c1 2h
  > c1 rescheduled for 2h00m00s
0s reschedule c1 2h
  > c1 rescheduled for 2h00m00s
0s reschedule c1 2h
  > c1 rescheduled for 2h00m00s
0s reschedule c1 2h
  > c1 rescheduled for 2h00m00s
0s reschedule c1 2h
  > c1 rescheduled for 2h00m00s
0s reschedule c1 2h
  > error: limit: contact c1 has been rescheduled 20 times, as often as a task can be
