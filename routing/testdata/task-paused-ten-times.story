# A contact is paused ten times at most.
# Source: S 4.1, 6.6 (pauses per contact).
queue support
0s queue c1 support channel=task
  > c1 queued in support
0s pause c1
  > c1 paused
0s resume c1
  > c1 resumed
0s pause c1
  > c1 paused
0s resume c1
  > c1 resumed
0s pause c1
  > c1 paused
0s resume c1
  > c1 resumed
0s pause c1
  > c1 paused
0s resume c1
  > c1 resumed
0s pause c1
  > c1 paused
0s resume c1
  > c1 resumed
0s pause c1
  > c1 paused
0s resume c1
  > c1 resumed
0s pause c1
  > c1 paused
0s resume c1
  > c1 resumed
0s pause c1
  > c1 paused
0s resume c1
  > c1 resumed
0s pause c1
  > c1 paused
0s resume c1
  > c1 resumed
0s pause c1
  > c1 paused
0s resume c1
  > c1 resumed
0s pause c1
  > error: limit: contact c1 has been paused 10 times, as often as a contact can be
0s describe c1
  > TASK, IN_FLOW, was queued in support at 0s
  > pauses: 10, the last at 0s, for 0s in all
