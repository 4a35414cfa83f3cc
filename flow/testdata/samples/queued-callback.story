# Callers hear how long the line is; they wait in it, where they may change their mind, or are called back by way of
# another queue.
# Source: S 3.7, 4.6; AG:sample-queued-callback, AG:setup-queued-cb, AG:check-queue-status.
queue support
user ana callbacks=1
flow sample file=queued-callback.json
0s start c1 flow=sample
  > c1 started
  > c1 waits at block Choice of sample until 5s
1s enter c1 1
  > c1 goes on in its flow
  > c1 queued in support
  > c1 waits at block Loop of Sample interruptible queue flow with callback until 31s
2s start c2 flow=sample
  > c2 started
  > c2 waits at block Choice of sample until 7s
3s enter c2 2
  > c2 goes on in its flow
  > c2 waits at block Number of sample until 13s
4s enter c2 2065550100
  > c2 goes on in its flow
  > c2.2 scheduled for 9s
  > c2 goes on as c2.2
  > c2 ended: CONTACT_FLOW_DISCONNECT
  > c2 completed
10s available ana
  > 9s c2.2 begins
  > 9s c2.2 queued in callbacks
  > ana available
  > c2.2 offered to ana after 1s
12s accept ana c2.2
  > ana accepted c2.2
15s connect c2.2
  > c2.2 connected to its customer
20s disconnect ana c2.2
  > c2.2 ended: AGENT_DISCONNECT, ana has after-contact work
25s start c3 flow=sample
  > c3 started
  > c3 waits at block Choice of sample until 30s
26s enter c3 2
  > c3 goes on in its flow
  > c3 waits at block Number of sample until 36s
27s enter c3 0
  > c3 goes on in its flow
  > c3 queued in support
  > c3 waits at block Loop of Sample interruptible queue flow with callback until 57s
28s describe c3
  > VOICE, QUEUED, waits in support since 27s
