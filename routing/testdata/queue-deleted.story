# A queue is deleted when nobody is in it, waiting or ringing, and nothing names it. After that nobody enters it, and
# contacts that came through it live on.
# Source: S 3.7, A0186.
queue support
queue sales
profile front support=1
user ana profile=front
quick buyers sales
0s delete queue sales
  > error: in use: the quick connect "buyers" (buyers) leads to queue sales; delete it first
0s queue c1 support
  > c1 queued in support
1s delete queue support
  > error: in use: contact c1 is in queue support; disable the queue, and delete it when it is empty
2s available ana
  > ana available
  > c1 offered to ana after 2s
3s delete queue support
  > error: in use: contact c1 is in queue support; disable the queue, and delete it when it is empty
4s accept ana c1
  > ana accepted c1
5s delete queue support
  > error: in use: queue support is named by the routing profile "front" (front); take it out there first
6s disassociate front support
  > front changed
7s delete queue support
  > support deleted
8s queue c2 support
  > c2 took the error branch NoMatchingError of UpdateContactTargetQueue
  > c2 ended: CONTACT_FLOW_DISCONNECT
  > c2 completed
9s hold ana c1
  > ana put c1 on hold
10s leave c1
  > c1 ended: CUSTOMER_DISCONNECT, ana has after-contact work
10s complete ana c1
  > ana is done with c1: completed
  > c1 completed
