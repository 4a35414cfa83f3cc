# A bot talks to the customer of a chat while its flow waits for the bot to leave. Only the customer is timed. When he was
# silent for too long the bot is disconnected, and the flow goes on where it says so. A second bot cannot join, nor any
# when an agent has the chat. A flow does not wait for a bot that is not there.
# Source: S 4.2; AG:setup-chat-timeouts, AG:chat-customize-flow, AG:wait, A0266.
user ana support=1 chat=3
flow talk
    wait 1s
    wait-bot 30m left
    hang-up
    left: queue support
    transfer
0s start c1 channel=chat flow=talk
  > c1 started
  > c1 waits at block 1 of talk until 1s
timeouts c1 customer.idle=2m customer.leave=2m agent.leave=3m
  > c1 has timers: customer IDLE 2m00s, customer DISCONNECT_NONCUSTOMER 2m00s, agent DISCONNECT_NONCUSTOMER 3m00s
bot c1 joins
  > c1 is joined by a bot
bot c1 joins
  > error: limit: contact c1 has a bot already, 387ec812-cd6a-4ed6-9667-c5d7f83d684a; it can have one at a time
1m writes c1 bot
  > 1s c1 goes on in its flow
  > 1s c1 waits at block 2 of talk until 30m01s
2m30s writes c1 customer
  > 2m00s c1 customer is idle
  > c1 customer writes and is not idle any more
10m available ana
  > 4m30s c1 customer is idle
  > 6m30s c1 customer was silent for too long
  > 6m30s c1 is left by its bot
  > 6m30s c1 goes on in its flow
  > 6m30s c1 queued in support
  > ana available
  > c1 offered to ana after 3m30s
accept ana c1
  > ana accepted c1
bot c1 joins
  > error: conflict: an agent has contact c1; a bot can join before one does
11m start c2 channel=chat flow=talk
  > c2 started
  > c2 waits at block 1 of talk until 11m01s
timeouts c2 customer.leave=2m
  > c2 has timers: customer DISCONNECT_NONCUSTOMER 2m00s
bot c2 joins
  > c2 is joined by a bot
12m bot c2 leaves
  > 11m01s c2 goes on in its flow
  > 11m01s c2 waits at block 2 of talk until 41m01s
  > c1 customer is idle
  > c2 is left by its bot
  > c2 goes on in its flow
  > c2 queued in support
  > c2 offered to ana at once
bot c2 leaves
  > error: conflict: no bot is in contact c2; CreateParticipant adds one
writes c2 bot
  > error: conflict: no bot is in contact c2; CreateParticipant adds one
15m start c3 channel=chat flow=talk
  > 12m20s ana missed c2
  > 13m00s c1 agent was silent for too long
  > 13m00s c1 ended: IDLE_DISCONNECT, ana has after-contact work
  > c3 started
  > c3 waits at block 1 of talk until 15m01s
16m
  > 15m01s c3 goes on in its flow
  > 15m01s c3 took the error branch ParticipantNotFound of Wait
  > 15m01s c3 ended: CONTACT_FLOW_DISCONNECT
  > 15m01s c3 completed
