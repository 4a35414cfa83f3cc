# While nobody is there to be told of messages, nobody falls silent: the time of a pause of the machine does not count.
# Source: S 4.2; AG:setup-chat-timeouts, A0027, A0266.
user ana support=1 chat=3 acw=1s
0s available ana
  > ana available
0s queue c1 support channel=chat
  > c1 queued in support
  > c1 offered to ana at once
timeouts c1 customer.idle=2m customer.leave=2m
  > c1 has timers: customer IDLE 2m00s, customer DISCONNECT_NONCUSTOMER 2m00s
accept ana c1
  > ana accepted c1
1m downtime 10m
  > nobody was there from 1m00s to 11m00s
12m30s downtime 10m
  > 12m00s c1 customer is idle
  > nobody was there from 12m30s to 22m30s
30m
  > 24m00s c1 customer was silent for too long
  > 24m00s c1 ended: IDLE_DISCONNECT, ana has after-contact work until 24m01s
  > 24m01s ana is done with c1: timeout
  > 24m01s c1 completed
