# MaxContacts counts the contacts of all channels that are in the queue, ringing ones too; when it is reached the
# transfer takes the branch of capacity. Zero lets nothing in. Agent queues are not meant.
# Source: S 3.7, AG:set-maximum-queue-limit.
queue support max=2
queue shut max=0
user ana support=1
0s queue c1 support
  > c1 queued in support
1s queue c2 support channel=chat
  > c2 queued in support
2s queue c3 support channel=task
  > c3 took the error branch QueueAtCapacity of TransferContactToQueue
  > c3 ended: CONTACT_FLOW_DISCONNECT
  > c3 completed
3s queue c4 shut
  > c4 took the error branch QueueAtCapacity of TransferContactToQueue
  > c4 ended: CONTACT_FLOW_DISCONNECT
  > c4 completed
4s queue c5 agent=ana
  > c5 queued for ana
5s leave c5
  > c5 ended: CUSTOMER_DISCONNECT
  > c5 completed
6s available ana
  > ana available
  > c1 offered to ana after 6s
7s queue c6 support
  > c6 took the error branch QueueAtCapacity of TransferContactToQueue
  > c6 ended: CONTACT_FLOW_DISCONNECT
  > c6 completed
# Taken, it has left the queue: there is room for one.
8s accept ana c1
  > ana accepted c1
9s queue c7 support
  > c7 queued in support
# One who leaves makes room as well.
10s leave c2
  > c2 ended: CUSTOMER_DISCONNECT
  > c2 completed
11s queue c8 support
  > c8 queued in support
12s queue c9 support
  > c9 took the error branch QueueAtCapacity of TransferContactToQueue
  > c9 ended: CONTACT_FLOW_DISCONNECT
  > c9 completed
