# An agent previews customers before they are called: he has the contact, has it called or discards it, and it is called
# without him when the time for it is over. Nobody answers one of them.
# Source: S 1.5, S 4.3, AG:contact-initiation-methods, A0238.
user ana support=1 voice=1
quick outside phone=+12065550123
0s available ana
  > ana available
0s dial call1 support preview=30s
  > call1 queued in support
  > call1 offered to ana at once
2s accept ana call1
  > ana accepted call1
5s hold ana call1
  > error: conflict: the customer of contact call1 has not answered; there is nobody to put on hold
5s pass ana call1 call9 outside
  > error: conflict: the customer of contact call1 has not answered; it cannot be passed on
10s call ana call1
  > call1 is called until 1m10s
11s call ana call1
  > error: conflict: user ana does not preview contact call1
15s connect call1
  > call1 connected to its customer
20s hold ana call1
  > ana put call1 on hold
25s unhold ana call1
  > ana took call1 off hold
30s leave call1
  > call1 ended: CUSTOMER_DISCONNECT, ana has after-contact work
35s complete ana call1
  > ana is done with call1: completed
  > call1 completed
40s dial call2 support preview=30s
  > call2 queued in support
  > call2 offered to ana at once
42s accept ana call2
  > ana accepted call2
45s discard ana call2
  > call2 ended: OUTBUND_PREVIEW_DISCARDED, ana has after-contact work
46s complete ana call2
  > ana is done with call2: completed
  > call2 completed
50s dial call3 support preview=30s
  > call3 queued in support
  > call3 offered to ana at once
52s accept ana call3
  > ana accepted call3
142s
  > 1m22s call3 is called until 2m22s
  > call3 ended: TELECOM_TIMEOUT, ana has after-contact work
150s complete ana call3
  > ana is done with call3: completed
  > call3 completed
150s dial call4 support preview=0s
  > call4 queued in support
  > call4 offered to ana at once
151s accept ana call4
  > ana accepted call4
  > call4 is called until 3m31s
152s leave call4
  > call4 ended: TELECOM_UNANSWERED, ana has after-contact work
