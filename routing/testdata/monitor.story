# A supervisor listens to the call of an agent by a contact of his own, which takes a slot of his and has no work after
# it. He takes part, is silent again, and leaves. What he listens to ends for him too when it ends.
# Source: S 3.3, S 4.1, AG:monitor-conversations, AG:monitor-conversations-howto, AG:monitor-barge, A0230, A0232.
user ana support=1 voice=1
user sue support=1 voice=1
0s available ana
  > ana available
0s queue call1 support
  > call1 queued in support
  > call1 offered to ana at once
1s accept ana call1
  > ana accepted call1
2s monitor sue call1 ear0 barge
  > error: improper: user sue has never set a status; he can monitor once he is there
3s available sue
  > sue available
4s monitor sue call1 ear1 barge
  > sue monitors call1 by ear1
5s queue call2 support
  > call2 queued in support
10s barge sue ear1
  > sue barges in by ear1
20s listen sue ear1
  > sue listens by ear1
30s hold ana call1
  > ana put call1 on hold
31s unhold ana call1
  > ana took call1 off hold
40s describe ear1
  > VOICE, CONNECTED
  > with sue since 4s
45s disconnect sue ear1
  > ear1 ended: AGENT_DISCONNECT
  > ear1 completed
  > call2 offered to sue after 40s
46s accept sue call2
  > sue accepted call2
50s leave call2
  > call2 ended: CUSTOMER_DISCONNECT, sue has after-contact work
51s complete sue call2
  > sue is done with call2: completed
  > call2 completed
51s monitor sue call1 ear2
  > sue monitors call1 by ear2
60s barge sue ear2
  > error: denied: user sue may listen to contact call1 and not take part; monitor it with the capability BARGE
61s stop ear2
  > error: improper: contact ear2 is a call whose initiation method is MONITOR; StopContact does not end such calls
62s hold sue ear2
  > error: conflict: contact ear2 monitors contact call1; there is no customer to put on hold
70s leave call1
  > call1 ended: CUSTOMER_DISCONNECT, ana has after-contact work
  > ear2 ended: CUSTOMER_DISCONNECT
  > ear2 completed
