# The first flow: chats and tasks go on to the flow that queues them, callers choose, and one of them has a task made.
# The flow that queues asks callers where they want to stand, unless the queue is closed.
# Source: S 4.6; AG:sample-inbound-flow, AG:sample-queue-configurations, AG:create-task-block, AG:check-queue-status,
# AG:setup-queued-cb.
user ana BasicQueue=1 voice=1 chat=2 task=2
flow work
    queue BasicQueue
    transfer
flow inbound file=inbound.json
0s start c1 flow=inbound channel=chat
  > c1 started
  > c1 queued in BasicQueue
0s start c2 flow=inbound
  > c2 started
  > c2 waits at block Menu of inbound until 5s
1s enter c2 3
  > c2 goes on in its flow
  > c2 waits at block Menu of inbound until 6s
2s enter c2 1
  > c2 goes on in its flow
  > c2 waits at block Where of Sample queue configurations flow until 7s
3s enter c2 2
  > c2 goes on in its flow
  > c2 queued in BasicQueue
  > c2 waits at block Loop of Sample interruptible queue flow with callback until 33s
4s start c3 flow=inbound
  > c3 started
  > c3 waits at block Menu of inbound until 9s
5s enter c3 1
  > c3 goes on in its flow
  > c3 waits at block Where of Sample queue configurations flow until 10s
6s enter c3 1
  > c3 goes on in its flow
  > c3 queued in BasicQueue
  > c3 waits at block Loop of Sample interruptible queue flow with callback until 36s
10s start c4 flow=inbound
  > c4 started
  > c4 waits at block Menu of inbound until 15s
11s enter c4 2
  > c4 goes on in its flow
  > task.1 scheduled for 1m11s
  > c4 ended: CONTACT_FLOW_DISCONNECT
  > c4 completed
15s start c5 flow=inbound
  > c5 started
  > c5 waits at block Menu of inbound until 20s
25s describe c5
  > 20s c5 goes on in its flow
  > 20s c5 ended: CONTACT_FLOW_DISCONNECT
  > 20s c5 completed
  > VOICE, COMPLETED
  > ended at 20s: CONTACT_FLOW_DISCONNECT
30s available ana
  > ana available
  > c3 offered to ana after 24s
34s enter c2 2
  > 33s c2 goes on in its flow
  > 33s c2 waits at block Choice of Sample interruptible queue flow with callback until 38s
  > c2 goes on in its flow
37s enter c3 2
  > 36s c3 goes on in its flow
  > 36s c3 waits at block Choice of Sample interruptible queue flow with callback until 41s
  > c3 goes on in its flow
1m20s agent ana
  > 50s ana missed c3
  > 1m11s task.1 begins
  > 1m11s task.1 queued in BasicQueue
  > available since 30s, in line since 30s
  > c3 VOICE MISSED since 50s
5m10s start c6 flow=inbound
  > c6 started
  > c6 waits at block Menu of inbound until 5m15s
5m11s enter c6 1
  > c6 goes on in its flow
  > c6 waits at block Where of Sample queue configurations flow until 5m16s
5m12s enter c6 7
  > c6 goes on in its flow
  > c6 waits at block Patience of Sample queue configurations flow until 5m17s
5m13s enter c6 2
  > c6 goes on in its flow
  > c6 waits at block Number of Sample queue configurations flow until 5m23s
5m15s enter c6 2065550100
  > c6 goes on in its flow
  > c6.2 scheduled for 5m20s
  > c6 goes on as c6.2
  > c6 ended: CONTACT_FLOW_DISCONNECT
  > c6 completed
5m21s describe c6.2
  > 5m20s c6.2 begins
  > 5m20s c6.2 queued in BasicQueue
  > VOICE, QUEUED, waits in BasicQueue since 5m20s
  > CALLBACK, follows c6
  > counts as queued at 5m10s
  > scheduled for 5m20s
hours BasicQueue Europe/Paris
6m start c7 flow=inbound channel=task
  > c7 started
  > c7 ended: CONTACT_FLOW_DISCONNECT
  > c7 completed
