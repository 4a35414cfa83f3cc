# What cannot be monitored: what waits, a task, what has ended, what somebody monitors, what one has himself. Who has a
# call cannot listen to another one; two listen to one call at most, five to a chat, and one takes part in it at a time.
# Source: S 4.1, AG:monitor-conversations, AG:feature-limits, A0231.
user ana support=1 voice=1 chat=1 task=1 cross=any
user sue support=1 voice=1 chat=2 cross=any
user tom support=1 voice=1 chat=2 cross=any
user una support=1 voice=1 chat=2 cross=any
user vic support=1 task=1
0s queue call1 support
  > call1 queued in support
0s queue chat1 support channel=chat
  > chat1 queued in support
0s queue task1 support channel=task
  > task1 queued in support
1s monitor sue call1 bad1
  > error: improper: contact call1 is QUEUED; only one that an agent has can be monitored
2s available ana
  > ana available
  > call1 offered to ana after 2s
  > chat1 offered to ana after 2s
  > task1 offered to ana after 2s
3s accept ana call1
  > ana accepted call1
3s accept ana chat1
  > ana accepted chat1
3s accept ana task1
  > ana accepted task1
4s offline sue
  > sue offline
4s offline tom
  > tom offline
4s offline una
  > una offline
4s offline vic
  > vic offline
5s monitor sue task1 bad2
  > error: improper: contact task1 is of channel TASK; only a VOICE or a CHAT can be monitored
6s monitor ana call1 bad3
  > error: improper: user ana has contact call1 himself; another user can monitor it
7s monitor vic call1 bad4
  > error: improper: the routing profile of user vic does not have the channel VOICE
8s monitor sue call1 ear1
  > sue monitors call1 by ear1
9s monitor sue call1 ear2
  > error: improper: user sue has contact ear1, a call, in his hands; he can monitor one call when he has no other
10s monitor tom call1 ear3 barge
  > tom monitors call1 by ear3
11s monitor tom ear1 ear4
  > error: improper: contact ear1 monitors contact call1; monitor that one
12s monitor una call1 ear5
  > error: limit: 2 users monitor contact call1, as many as can monitor a contact of channel VOICE
13s monitor una chat1 ear6 barge
  > una monitors chat1 by ear6
14s monitor tom chat1 ear7 barge
  > tom monitors chat1 by ear7
15s barge sue ear1
  > error: denied: user sue may listen to contact call1 and not take part; monitor it with the capability BARGE
16s barge una ear6
  > una barges in by ear6
17s barge una ear6
  > error: conflict: contact ear6 is in the mode BARGE already
18s barge tom ear7
  > error: conflict: user una takes part in contact chat1; one supervisor can at a time
19s listen una ear6
  > una listens by ear6
20s barge tom ear7
  > tom barges in by ear7
21s takeover una ear6
  > error: conflict: user una listens to contact chat1; he can take it over once he takes part
22s barge ana call1
  > error: conflict: contact call1 monitors nothing; give the contact that MonitorContact has answered
30s leave call1
  > call1 ended: CUSTOMER_DISCONNECT, ana has after-contact work
  > ear1 ended: CUSTOMER_DISCONNECT
  > ear1 completed
  > ear3 ended: CUSTOMER_DISCONNECT
  > ear3 completed
31s monitor sue call1 ear9
  > error: improper: contact call1 has ended; only one that an agent has can be monitored
