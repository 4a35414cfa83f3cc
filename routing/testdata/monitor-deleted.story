# A supervisor who is deleted listens no more; an agent who is deleted takes what is listened to with him. A status that
# is chosen meanwhile comes when the supervisor has his hands empty.
# Source: S 3.4, AG:set-next-status, A0022, A0232.
user ana support=1 voice=1
user sue support=1 voice=1
user tom support=1 voice=1
0s available ana
  > ana available
0s queue call1 support
  > call1 queued in support
  > call1 offered to ana at once
1s accept ana call1
  > ana accepted call1
1s available sue
  > sue available
1s available tom
  > tom available
2s monitor sue call1 ear1
  > sue monitors call1 by ear1
2s monitor tom call1 ear2
  > tom monitors call1 by ear2
3s offline sue
  > sue next offline
4s delete user tom
  > ear2 ended: AGENT_DISCONNECT
  > ear2 completed
  > tom deleted
5s delete user ana
  > call1 ended: AGENT_DISCONNECT, ana has after-contact work
  > ana is done with call1: user deleted
  > call1 completed
  > ear1 ended: AGENT_DISCONNECT
  > ear1 completed
  > sue offline
  > ana deleted
