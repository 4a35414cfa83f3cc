# Whoever waits is asked every thirty seconds whether he wants to be called back or stays; a chat waits without words.
# Source: S 3.7, 4.6; AG:sample-interruptible-queue, AG:loop-prompts, AG:store-customer-input, A0282.
user ana BasicQueue=1 voice=1 chat=1
flow greet
    on CustomerQueue "Sample interruptible queue flow with callback"
    queue BasicQueue
    transfer
0s start c1 flow=greet
  > c1 started
  > c1 queued in BasicQueue
  > c1 waits at block Loop of Sample interruptible queue flow with callback until 30s
0s start c2 flow=greet channel=chat
  > c2 started
  > c2 queued in BasicQueue
30s
  > c1 goes on in its flow
  > c1 waits at block Choice of Sample interruptible queue flow with callback until 35s
33s enter c1 1
  > c1 goes on in its flow
  > c1 waits at block Number of Sample interruptible queue flow with callback until 43s
34s enter c1 12
  > c1 goes on in its flow
  > c1 waits at block Loop of Sample interruptible queue flow with callback until 1m04s
1m4s
  > c1 goes on in its flow
  > c1 waits at block Choice of Sample interruptible queue flow with callback until 1m09s
1m5s enter c1 1
  > c1 goes on in its flow
  > c1 waits at block Number of Sample interruptible queue flow with callback until 1m15s
1m6s enter c1 2065550100
  > c1 goes on in its flow
  > c1.2 scheduled for 1m11s
  > c1 goes on as c1.2
  > c1 ended: CONTACT_FLOW_DISCONNECT
  > c1 completed
1m30s describe c1.2
  > 1m11s c1.2 begins
  > 1m11s c1.2 queued in BasicQueue
  > VOICE, QUEUED, waits in BasicQueue since 1m11s
  > CALLBACK, follows c1
  > counts as queued at 0s
  > scheduled for 1m11s
1m31s start c3 flow=greet
  > c3 started
  > c3 queued in BasicQueue
  > c3 waits at block Loop of Sample interruptible queue flow with callback until 2m01s
2m1s
  > c3 goes on in its flow
  > c3 waits at block Choice of Sample interruptible queue flow with callback until 2m06s
2m2s enter c3 2
  > c3 goes on in its flow
2m3s available ana
  > ana available
  > c2 offered to ana after 2m03s
describe c2
  > CHAT, QUEUED, waits in BasicQueue since 0s
  > rings at ana since 2m03s, until 2m23s
2m10s accept ana c1.2
  > error: conflict: contact c1.2 is not in the hands of user ana, who cannot accept it
2m15s connect c1.2
