# What is moved from queue to queue may exceed the limit of the next queue by a fifth, rounded down; what is new may not.
# Source: S 3.7; AG:set-maximum-queue-limit, A0114.
queue support
queue small max=5
flow move customer-queue
    wait 5s
    requeue small
    end
flow greet
    on CustomerQueue move
    queue support
    transfer
0s queue a small
  > a queued in small
0s queue b small
  > b queued in small
0s queue c small
  > c queued in small
0s queue d small
  > d queued in small
0s queue e small
  > e queued in small
0s queue late small
  > late took the error branch QueueAtCapacity of TransferContactToQueue
  > late ended: CONTACT_FLOW_DISCONNECT
  > late completed
0s start f flow=greet
  > f started
  > f queued in support
  > f waits at block 1 of move until 5s
0s start g flow=greet
  > g started
  > g queued in support
  > g waits at block 1 of move until 5s
5s
  > f goes on in its flow
  > f goes on as f.2
  > f ended: CONTACT_FLOW_DISCONNECT
  > f completed
  > f.2 queued in small
  > g goes on in its flow
  > g took the error branch QueueAtCapacity of DequeueContactAndTransferToQueue
  > g ended: CONTACT_FLOW_DISCONNECT
  > g completed
describe f.2
  > VOICE, QUEUED, waits in small since 5s
  > QUEUE_TRANSFER, follows f
describe g
  > VOICE, COMPLETED, was queued in support at 0s
  > ended at 5s: CONTACT_FLOW_DISCONNECT
