# Only a chat that goes on has timers, and only one who is there can write in it. A message to a chat without timers means
# nothing. Nobody is timed before the customer has connected.
# Source: S 4.2; AG:setup-chat-timeouts, A0266.
customers 5m
user ana support=1 chat=3 acw=1s
0s available ana
  > ana available
0s queue t1 support channel=task
  > t1 queued in support
timeouts t1 customer.idle=2m
  > error: improper: contact t1 is of channel TASK; only a CHAT has timers
writes t1 customer
  > error: improper: contact t1 is a TASK; only a CHAT has messages and bots
0s queue c1 support channel=chat
  > c1 queued in support
  > c1 offered to ana at once
writes c1 agent
  > error: conflict: no agent has accepted contact c1; MessageFrom can be CUSTOMER
writes c1 bot
  > error: conflict: no bot is in contact c1; CreateParticipant adds one
timeouts c1 customer.idle=2m customer.idle=3m
  > error: improper: ParticipantTimerConfigList has two timers IDLE for the role CUSTOMER; give each once
timeouts c1 customer.idle=2m
  > c1 has timers: customer IDLE 2m00s
writes c1 customer
accept ana c1
  > ana accepted c1
4m connect c1
  > c1 connected to its customer
7m disconnect ana c1
  > 6m00s c1 customer is idle
  > c1 ended: AGENT_DISCONNECT, ana has after-contact work until 7m01s
timeouts c1 customer.idle=3m
  > error: conflict: contact c1 has ended; only a chat that goes on has timers
writes c1 customer
  > error: conflict: contact c1 has ended already
20m timeouts c1 customer.idle=2m
  > 7m01s ana is done with c1: timeout
  > 7m01s c1 completed
  > error: conflict: contact c1 has ended; only a chat that goes on has timers
