# An agent's task is transferred to a queue. The new segment has no criteria but those that its own flow sets, and counts
# as queued when the first one was: it goes before what came in between. The agent has after-contact work.
# Source: S 1.4, S 4.2, AG:about-routing, AG:proficiency-routing, A0111, A0113.
user ana support=1 Language:French=2 task=2
user bob sales=1 task=1
0s available ana
  > ana available
0s queue t1 support channel=task age=20
    step Language:French>=2
  > t1 queued in support
  > t1 step 1: Language:French>=2, without end
  > t1 offered to ana at once
5s accept ana t1
  > ana accepted t1, step 1 joined
10s queue t2 sales channel=task
  > t2 queued in sales
20s transfer t1 t3 sales
  > t1 goes on as t3
  > t1 ended: OTHER, ana has after-contact work
  > t3 queued in sales
20s describe t1
  > TASK, DISCONNECTED, was queued in support at 0s
  > age +20s
  > with ana since 5s
  > criteria 0, activated at 0s
  > step 1 JOINED, never expires: Language:French>=2
  > ended at 20s: OTHER
20s describe t3
  > TASK, QUEUED, waits in sales since 20s
  > TRANSFER, follows t1
  > counts as queued at 0s
  > age +20s
25s available bob
  > bob available
  > t3 offered to bob after 5s
30s complete ana t1
  > ana is done with t1: completed
  > t1 completed
30s describe t1
  > TASK, COMPLETED, was queued in support at 0s
  > age +20s
  > with ana since 5s
  > criteria 0, activated at 0s
  > step 1 JOINED, never expires: Language:French>=2
  > ended at 20s: OTHER
