# A caller is queued while the queue is open and has room.
# Source: S 4.6; AG:sample-queue-customer, AG:check-hours-of-operation, AG:transfer-to-queue.
queue BasicQueue max=1
hours BasicQueue Europe/Paris thursday=9:00-17:00
7h59m start c1 flow="Sample queue customer"
  > c1 started
  > c1 ended: CONTACT_FLOW_DISCONNECT
  > c1 completed
8h start c2 flow="Sample queue customer"
  > c2 started
  > c2 queued in BasicQueue
8h1m start c3 flow="Sample queue customer"
  > c3 started
  > c3 ended: CONTACT_FLOW_DISCONNECT
  > c3 completed
16h start c4 flow="Sample queue customer"
  > c4 started
  > c4 ended: CONTACT_FLOW_DISCONNECT
  > c4 completed
