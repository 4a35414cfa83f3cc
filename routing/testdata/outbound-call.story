# A call that is placed rings at the customer first; his flow begins when he answers, and then it is queued and routed
# like any that comes in. What is set on it meanwhile holds. It ends without ever having been queued when he does not
# answer in time, when he declines, and when it is cancelled; the reason says which. A pause of the machine does not
# count as ringing.
# Source: S 4.1 (StartOutboundVoiceContact), AG:ctr-data-model (disconnect reasons of voice), A0130, A0027.
user ana support=1 chat=1 voice=1 cross=any Language:French=3
0s available ana
  > ana available
0s queue answered support ring=60s
  > answered is called until 1m00s
0s describe answered
  > VOICE, DIALLING
10s routing answered priority=1
    step Language:French>=3
  > answered priority 1
  > answered criteria 0
20s connect answered
  > answered connected to its customer
  > answered queued in support
  > answered step 1: Language:French>=3, without end
  > answered offered to ana at once
20s accept ana answered
  > ana accepted answered, step 1 joined
20s describe answered
  > VOICE, CONNECTED, was queued in support at 20s
  > priority 1
  > with ana since 20s
  > criteria 0, activated at 20s
  > step 1 JOINED, never expires: Language:French>=3
20s queue nobody support ring=15s
  > nobody is called until 35s
35s
  > nobody ended: TELECOM_TIMEOUT
  > nobody completed
35s describe nobody
  > VOICE, COMPLETED
  > ended at 35s: TELECOM_TIMEOUT
40s queue declined support ring=60s
  > declined is called until 1m40s
45s leave declined
  > declined ended: TELECOM_UNANSWERED
  > declined completed
50s queue cancelled support ring=60s
  > cancelled is called until 1m50s
55s stop cancelled
  > cancelled ended: TELECOM_ORIGINATOR_CANCEL
  > cancelled completed
55s connect cancelled
  > error: conflict: contact cancelled has ended already
60s queue late support ring=60s
  > late is called until 2m00s
70s downtime 1h
  > nobody was there from 1m10s to 1h01m10s
1h1m50s
1h2m
  > late ended: TELECOM_TIMEOUT
  > late completed
