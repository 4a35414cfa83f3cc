# A flow asks whether the queue is open. The new year begins on a Thursday, at one in the morning in Berlin; the hours,
# and what overrides them, hold from the moment in which they are set.
# Source: S 3.7, AG:set-hours-operation, AG:hours-of-operation-overrides, A0200, A0201.
queue support
queue night
flow door
    queue support
    hours day
    queue night
    day: transfer
hours support Europe/Berlin thursday=9:00-17:00 friday=9:00-17:00

# Eight hours before nine, a second before, and at nine.
0s start c1 flow=door
  > c1 started
  > c1 queued in night
7h59m59s start c2 flow=door
  > c2 started
  > c2 queued in night
8h start c3 flow=door
  > c3 started
  > c3 queued in support

# Somebody remembers the holiday, and then the emergency service in the evening.
9h override support new-year closed 2026-01-01..2026-01-01
start c4 flow=door
  > c4 started
  > c4 queued in night
10h override support emergency open 2026-01-01..2026-01-01 daily=12:00-13:00
11h start c5 flow=door
  > c5 started
  > c5 queued in night
override support new-year closed 2026-01-01..2026-01-01 daily=9:00-12:00
start c6 flow=door
  > c6 started
  > c6 queued in support
12h start c7 flow=door
  > c7 started
  > c7 queued in support

# On Friday other hours stand in the place of the week's, until they are taken away.
24h override support stocktaking standard 2026-01-02..2026-01-02 daily=14:00-0:00
33h start c8 flow=door
  > c8 started
  > c8 queued in night
override support stocktaking none
start c9 flow=door
  > c9 started
  > c9 queued in support
hours support America/New_York friday=9:00-17:00
start c10 flow=door
  > c10 started
  > c10 queued in night
38h start c11 flow=door
  > c11 started
  > c11 queued in support

# What is wrong is refused.
hours support Mars/Olympus
  > error: invalid: TimeZone is "Mars/Olympus"; give the name of a time zone such as America/New_York
override support odd open 2026-02-01..2026-01-01
  > error: invalid: EffectiveTill is 2026-01-01, before EffectiveFrom, which is 2026-02-01; give a later date
hours support UTC daily=17:00-9:00
  > error: invalid: Config[0] ends at 9:00, not after its start at 17:00; end it later, at 0:00 for the end of the day, and give the next day a slot of its own
