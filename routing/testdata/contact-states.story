# What an agent does with a contact must fit its state in his hands.
# Source: S 3.5, 3.6, 4.1.
user ana support=1 task=1 voice=1
user bob support=1
0s queue c1 support
  > c1 queued in support
1s accept ana c1
  > error: conflict: contact c1 is not in the hands of user ana, who cannot accept it
2s available ana
  > ana available
  > c1 offered to ana after 2s
3s hold ana c1
  > error: conflict: contact c1 is CONNECTING with user ana, who can hold it only while it is CONNECTED
3s dismiss ana c1
  > error: improper: contact c1 is CONNECTING with user ana; only a contact that is MISSED, ERROR, ENDED or REJECTED can be dismissed
3s accept bob c1
  > error: conflict: contact c1 is not in the hands of user bob, who cannot accept it
4s accept ana c1
  > ana accepted c1
5s reject ana c1
  > error: conflict: contact c1 is CONNECTED with user ana, who can reject it only while it is CONNECTING
6s complete ana c1
  > error: conflict: contact c1 is CONNECTED with user ana, who can complete it only while it is ENDED
7s hold ana c1
  > ana put c1 on hold
8s hold ana c1
  > error: conflict: contact c1 is CONNECTED_ONHOLD with user ana, who can hold it only while it is CONNECTED
9s disconnect ana c1
  > c1 ended: AGENT_DISCONNECT, ana has after-contact work
10s leave c1
  > error: conflict: contact c1 has ended already
10s stop c1
  > error: gone: contact c1 has ended already
11s complete ana c1
  > ana is done with c1: completed
  > c1 completed
12s complete ana c1
  > error: conflict: contact c1 is not in the hands of user ana, who cannot complete it
13s stop c1
  > error: gone: contact c1 has ended already
14s queue t1 support channel=task
  > t1 queued in support
  > t1 offered to ana at once
15s accept ana t1
  > ana accepted t1
16s hold ana t1
  > error: conflict: contact t1 is a TASK; only calls and chats can be put on hold
