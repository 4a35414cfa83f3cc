# A campaign has customers called. Who answers waits in the campaign's queue; who does not answer in a minute is let go,
# and so is one for whom there is no queue.
# Source: S 4.1, S 4.3, AG:ctr-data-model, A0130, A0237.
user ana support=1 voice=1
0s available ana
  > ana available
0s dial call1 support
  > call1 is called until 1m00s
0s dial call2 support
  > call2 is called until 1m00s
0s dial call3
  > call3 is called until 1m00s
10s connect call1
  > call1 connected to its customer
  > call1 queued in support
  > call1 offered to ana at once
12s accept ana call1
  > ana accepted call1
20s connect call3
  > call3 connected to its customer
  > call3 ended: OUTBOUND_RESOURCE_ERROR
  > call3 completed
30s leave call2 reason=TELECOM_BUSY
  > call2 ended: TELECOM_BUSY
  > call2 completed
40s dial call4 support
  > call4 is called until 1m40s
41s stop call4
  > call4 ended: TELECOM_ORIGINATOR_CANCEL
  > call4 completed
50s dial call5 support
  > call5 is called until 1m50s
60s leave call1
  > call1 ended: CUSTOMER_DISCONNECT, ana has after-contact work
65s complete ana call1
  > ana is done with call1: completed
  > call1 completed
130s
  > 1m50s call5 ended: TELECOM_TIMEOUT
  > 1m50s call5 completed
