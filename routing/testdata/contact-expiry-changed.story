# A task lives for as many minutes as it is told last, counted from its beginning; what ends by it leaves its queue.
# Source: S 4.1 (expire), the SDK's text on UpdateContact.
queue support
0s queue c1 support channel=task
  > c1 queued in support
5m expire c1 10m
  > c1 expires at 10m00s
5m expire c1 4m
  > error: improper: contact c1 would have expired at 2026-01-01T00:04:00Z; it counts from the beginning of the contact, so give more minutes
6m expire c1 7m
  > c1 expires at 7m00s
7m queue c2 support channel=task in=10m
  > c1 ended: EXPIRED
  > c1 completed
  > c2 scheduled for 17m00s
8m expire c2 2m
  > c2 expires at 19m00s
9m reschedule c2 20m
  > c2 rescheduled for 29m00s
9m expire c1 30m
  > error: conflict: contact c1 has ended; its expiry cannot change any more
20m queue c3 support channel=chat
  > c3 queued in support
20m expire c3 30m
  > error: improper: contact c3 is a CHAT; only tasks and emails have a connect:ContactExpiry
40m
  > 29m00s c2 begins
  > 29m00s c2 queued in support
  > 31m00s c2 ended: EXPIRED
  > 31m00s c2 completed
