# An agent passes on a chat, a call and a task by a quick connect to a queue. He leaves each at once and has after-contact
# work. Each goes on with the age of its first queue, before what came there in between, and a call that was passed on is
# not ended by StopContact. The criteria of the quick connect's flow are its own.
# Source: S 1.4, S 4.1, AG:quick-connects, AG:about-routing, AG:proficiency-routing, A0113, A0115.
user ana support=1 voice=1 chat=1 task=1 cross=any
user bob sales=1 Language:French=3 voice=1 chat=1 task=1 cross=any
0s quick experts sales
    step Language:French>=3 for 1m
0s available ana
  > ana available
0s queue chat1 support channel=chat
    step Language:French>=5 for 0s
  > chat1 queued in support
  > chat1 step 1: Language:French>=5, until 0s
  > chat1 step 1 expired
  > chat1 offered to ana at once
0s queue call1 support
  > call1 queued in support
  > call1 offered to ana at once
0s queue task1 support channel=task
  > task1 queued in support
  > task1 offered to ana at once
1s accept ana chat1
  > ana accepted chat1, no step joined
1s accept ana call1
  > ana accepted call1
1s accept ana task1
  > ana accepted task1
5s queue chat2 sales channel=chat
  > chat2 queued in sales
10s hold ana chat1
  > ana put chat1 on hold
20s pass ana chat1 chat3 experts
  > chat1 goes on as chat3
  > chat1 ended: AGENT_DISCONNECT, ana has after-contact work
  > chat3 queued in sales
  > chat3 step 1: Language:French>=3, until 1m20s
20s pass ana call1 call2 experts
  > call1 goes on as call2
  > call1 ended: AGENT_DISCONNECT, ana has after-contact work
  > call2 queued in sales
  > call2 step 1: Language:French>=3, until 1m20s
20s pass ana task1 task2 experts
  > task1 goes on as task2
  > task1 ended: OTHER, ana has after-contact work
  > task2 queued in sales
  > task2 step 1: Language:French>=3, until 1m20s
20s describe chat1
  > CHAT, DISCONNECTED, was queued in support at 0s
  > with ana since 1s
  > criteria 0, activated at 0s
  > step 1 EXPIRED for 0s, until 0s: Language:French>=5
  > ended at 20s: AGENT_DISCONNECT
20s describe chat3
  > CHAT, QUEUED, waits in sales since 20s
  > TRANSFER, follows chat1
  > counts as queued at 0s
  > criteria 0, activated at 20s
  > step 1 ACTIVE for 1m00s, until 1m20s: Language:French>=3
25s stop call2
  > error: improper: contact call2 is a call whose initiation method is TRANSFER; StopContact does not end such calls
30s available bob
  > bob available
  > chat3 offered to bob after 10s
  > call2 offered to bob after 10s
  > task2 offered to bob after 10s
