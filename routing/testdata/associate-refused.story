# Calls are not associated, nor what does not wait, nor is anybody who has never come to work asked.
# Source: S 1.5, S 3.6, A0117.
user ana support=1 task=1
user bob support=1 task=1
0s queue call support
  > call queued in support
0s give call ana
  > error: improper: contact call is a call; only chats, tasks and emails can be associated
1s queue t1 support channel=task
  > t1 queued in support
1s give t1 ana
  > error: conflict: user ana has never set a status; he cannot be offered anything
2s available ana
  > ana available
  > t1 offered to ana after 1s
2s give t1 ana
  > error: conflict: contact t1 rings at user ana; it can be associated again if he does not take it
3s accept ana t1
  > ana accepted t1
3s give t1 ana
  > error: conflict: contact t1 is CONNECTED; only one that waits in a queue can be associated
4s disconnect ana t1
  > t1 ended: AGENT_DISCONNECT, ana has after-contact work
4s give t1 ana
  > error: conflict: contact t1 has ended; only one that waits in a queue can be associated
5s queue t2 support channel=task
  > t2 queued in support
6s give t2 ana
  > t2 associated with ana
  > t2 offered to ana after 1s
40s give t2 ana
  > 36s ana missed t2
  > error: conflict: contact t2 is MISSED with user ana; dismiss it first
41s complete ana t1
  > ana is done with t1: completed
  > t1 completed
