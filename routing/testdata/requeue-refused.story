# A contact that waits stays where it is, and its flow takes an error branch, where it cannot be moved: the queue is full
# or disabled, or the contact rings, for what is being joined to an agent is not taken away from him. No flow but that
# of a queue has such a block.
# Source: S 4.6; AG:transfer-to-queue, DG:contact-actions-dequeuecontactandtransfertoqueue.
queue support
queue sales
queue small max=0
flow restless customer-queue
    again: wait 10s
    requeue small else again
flow greet
    on CustomerQueue restless
    queue support
    transfer
0s start c1 channel=chat flow=greet
  > c1 started
  > c1 queued in support
  > c1 waits at block again of restless until 10s
10s enable small
  > c1 goes on in its flow
  > c1 waits at block again of restless until 20s
  > small enabled, takes up to 0
15s disable small
  > small disabled, takes up to 0
20s
  > c1 goes on in its flow
  > c1 waits at block again of restless until 30s
describe c1
  > CHAT, QUEUED, waits in support since 0s
25s stop c1
  > c1 ended: API
  > c1 completed
flow stolen customer-queue
    wait 10s
    requeue sales else still
    still: end
flow greet2
    on CustomerQueue stolen
    queue support
    transfer
user dora support=1 task=1
30s available dora
  > dora available
35s start c2 channel=task flow=greet2
  > c2 started
  > c2 queued in support
  > c2 waits at block 1 of stolen until 45s
  > c2 offered to dora at once
45s accept dora c2
  > c2 goes on in its flow
  > dora accepted c2
flow early
    queue sales
    requeue sales
  > error: bad flow: the flow cannot run: block "2": DequeueContactAndTransferToQueue may not stand in a flow of type CONTACT_FLOW; it may stand in CUSTOMER_QUEUE
  > error: block "2": DequeueContactAndTransferToQueue may not stand in a flow of type CONTACT_FLOW; it may stand in CUSTOMER_QUEUE
