# A callback that cannot be takes the error branch: the number is none, or cannot be dialled, nobody knows one, no queue is
# set, or the queue is full or closed. What finds it full when its time comes may exceed the limit by a fifth; more than
# that ends.
# Source: S 3.7; AG:set-callback-number, AG:setup-queued-cb, AG:set-maximum-queue-limit, A0254, A0256.
queue small max=5
flow wrong
    set phone=5550100
    callback-number $.Attributes.phone
0s start a flow=wrong
  > a started
  > a has phone=5550100
  > a took the error branch InvalidCallbackNumber of UpdateContactCallbackNumber
  > a ended: CONTACT_FLOW_DISCONNECT
  > a completed
flow missing
    callback-number $.Attributes.phone
0s start b flow=missing
  > b started
  > b took the error branch InvalidCallbackNumber of UpdateContactCallbackNumber
  > b ended: CONTACT_FLOW_DISCONNECT
  > b completed
flow unknown
    queue small
    callback
0s start c flow=unknown
  > c started
  > c took the error branch NoMatchingError of CreateCallbackContact
  > c ended: CONTACT_FLOW_DISCONNECT
  > c completed
flow nowhere
    set phone=+12065550100
    callback-number $.Attributes.phone
    callback
0s start d flow=nowhere
  > d started
  > d has phone=+12065550100
  > d took the error branch NoMatchingError of CreateCallbackContact
  > d ended: CONTACT_FLOW_DISCONNECT
  > d completed
flow ask
    queue small
    set phone=+12065550100
    callback-number $.Attributes.phone
    callback after=10s
0s start e flow=ask
  > e started
  > e has phone=+12065550100
  > e.2 scheduled for 10s
  > e goes on as e.2
  > e ended: CONTACT_FLOW_DISCONNECT
  > e completed
0s start f flow=ask channel=chat
  > f started
  > f has phone=+12065550100
  > f.2 scheduled for 10s
  > f goes on as f.2
  > f ended: CONTACT_FLOW_DISCONNECT
  > f completed
0s queue q1 small
  > q1 queued in small
0s queue q2 small
  > q2 queued in small
0s queue q3 small
  > q3 queued in small
0s queue q4 small
  > q4 queued in small
0s queue q5 small
  > q5 queued in small
0s start g flow=ask
  > g started
  > g has phone=+12065550100
  > g took the error branch NoMatchingError of CreateCallbackContact
  > g ended: CONTACT_FLOW_DISCONNECT
  > g completed
10s
  > e.2 begins
  > e.2 queued in small
  > f.2 begins
  > f.2 ended: OTHER
  > f.2 completed
disable small
  > small disabled, takes up to 5
20s start h flow=ask
  > h started
  > h has phone=+12065550100
  > h took the error branch NoMatchingError of CreateCallbackContact
  > h ended: CONTACT_FLOW_DISCONNECT
  > h completed
