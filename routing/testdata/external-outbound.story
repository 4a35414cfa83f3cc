# An agent passes on a call to a number outside. He leaves it at once, and the call outside rings for a minute; nothing
# but its own end ends it, and nobody in here has it. Only calls can be passed on there.
# Source: S 4.1, S 4.2, AG:quick-connects, AG:contact-initiation-methods, A0115, A0236.
user ana support=1 voice=1 chat=1 cross=any
quick pager phone=+12065550123
0s available ana
  > ana available
0s queue call1 support
  > call1 queued in support
  > call1 offered to ana at once
0s queue chat1 support channel=chat
  > chat1 queued in support
  > chat1 offered to ana at once
1s accept ana call1
  > ana accepted call1
1s accept ana chat1
  > ana accepted chat1
5s pass ana chat1 chat2 pager
  > error: improper: contact chat1 is no call of this instance; only those can be passed on to the quick connect pager, whose type is PHONE_NUMBER
10s pass ana call1 call2 pager
  > call2 is called until 1m10s
  > call1 goes on as call2
  > call1 ended: AGENT_DISCONNECT, ana has after-contact work
15s describe call2
  > VOICE, DIALLING
  > EXTERNAL_OUTBOUND, follows call1
20s connect call2
  > call2 connected to its customer
30s stop call2
  > error: improper: contact call2 is a call whose initiation method is EXTERNAL_OUTBOUND; StopContact does not end such calls
31s describe call2
  > VOICE, IN_FLOW
  > EXTERNAL_OUTBOUND, follows call1
40s leave call2 reason=THIRD_PARTY_DISCONNECT
  > call2 ended: THIRD_PARTY_DISCONNECT
  > call2 completed
41s complete ana call1
  > ana is done with call1: completed
  > call1 completed
50s queue call3 support
  > call3 queued in support
  > call3 offered to ana at once
51s accept ana call3
  > ana accepted call3
52s pass ana call3 call4 pager
  > call4 is called until 1m52s
  > call3 goes on as call4
  > call3 ended: AGENT_DISCONNECT, ana has after-contact work
112s
  > call4 ended: TELECOM_TIMEOUT
  > call4 completed
