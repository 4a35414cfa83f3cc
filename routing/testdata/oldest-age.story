# A flow compares the age of the oldest contact in milliseconds, as Amazon's editor exports it.
# Source: S 4.6; AG:check-queue-status; A0295.
user ana support=1
flow main
    queue support
    check OldestContactInQueueAgeSeconds NumberGreaterThan 5000 old
    set age=young
    transfer
    old: set age=old
    transfer
0s start c1 flow=main
  > c1 started
  > c1 has age=young
  > c1 queued in support
5s start c2 flow=main
  > c2 started
  > c2 has age=young
  > c2 queued in support
6s start c3 flow=main
  > c3 started
  > c3 has age=old
  > c3 queued in support
