# A bot leaves a chat when an agent comes, and the time of its customer begins anew with the timers as they are then.
# Source: S 4.2; AG:setup-chat-timeouts, AG:chat-customize-flow, A0266.
user ana support=1 chat=3 acw=1s
0s queue c1 support channel=chat
  > c1 queued in support
timeouts c1 customer.leave=2m
  > c1 has timers: customer DISCONNECT_NONCUSTOMER 2m00s
bot c1 joins
  > c1 is joined by a bot
1m timeouts c1 customer.leave=3m
  > c1 has timers: customer DISCONNECT_NONCUSTOMER 3m00s
1m30s available ana
  > ana available
  > c1 offered to ana after 1m30s
accept ana c1
  > ana accepted c1
bot c1 leaves
  > error: conflict: no bot is in contact c1; CreateParticipant adds one
10m
  > 4m30s c1 customer was silent for too long
  > 4m30s c1 ended: IDLE_DISCONNECT, ana has after-contact work until 4m31s
  > 4m31s ana is done with c1: timeout
  > 4m31s c1 completed
