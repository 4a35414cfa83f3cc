# A caller is queued while the queue is open and has room.
# Source: S 4.6; AG:sample-queue-customer, AG:check-hours-of-operation, AG:transfer-to-queue.
queue support max=1
hours support Europe/Paris thursday=9:00-17:00
flow sample file=queue-customer.json
7h59m start c1 flow=sample
  > c1 started
  > c1 ended: CONTACT_FLOW_DISCONNECT
  > c1 completed
8h start c2 flow=sample
  > c2 started
  > c2 queued in support
8h1m start c3 flow=sample
  > c3 started
  > c3 ended: CONTACT_FLOW_DISCONNECT
  > c3 completed
16h start c4 flow=sample
  > c4 started
  > c4 ended: CONTACT_FLOW_DISCONNECT
  > c4 completed
