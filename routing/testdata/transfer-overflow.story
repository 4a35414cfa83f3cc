# What is moved to a queue may exceed its limit by a fifth, rounded down; what is new may not.
# Source: S 3.7, AG:set-maximum-queue-limit, A0114.
queue small max=5
user ana support=1 task=9
0s queue a small channel=task
  > a queued in small
0s queue b small channel=task
  > b queued in small
0s queue c small channel=task
  > c queued in small
0s queue d small channel=task
  > d queued in small
0s queue e small channel=task
  > e queued in small
1s queue new small channel=task
  > new took the error branch QueueAtCapacity of TransferContactToQueue
  > new ended: CONTACT_FLOW_DISCONNECT
  > new completed
2s queue f support channel=task
  > f queued in support
2s transfer f f2 small
  > f goes on as f2
  > f ended: OTHER
  > f completed
  > f2 queued in small
3s queue g support channel=task
  > g queued in support
3s transfer g g2 small
  > g goes on as g2
  > g ended: OTHER
  > g completed
  > g2 took the error branch QueueAtCapacity of TransferContactToQueue
  > g2 ended: CONTACT_FLOW_DISCONNECT
  > g2 completed
