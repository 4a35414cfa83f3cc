# A task that waits is moved to another queue. The new segment keeps its criteria, which begin again with their first
# step, and its priority, but it is as old as its new place: who was there before it goes first.
# Source: S 1.4, S 4.2, AG:about-routing, AG:proficiency-routing, A0111, A0112, A0113.
user ana support=1 sales=1 Language:French=2 task=1
0s queue t1 support channel=task priority=5
    step Language:French>=4 for 30s
    step Language:French>=2
  > t1 queued in support
  > t1 step 1: Language:French>=4, until 30s
10s queue t2 sales channel=task priority=5
  > t2 queued in sales
40s describe t1
  > 30s t1 step 1 expired
  > 30s t1 step 2: Language:French>=2, without end
  > TASK, QUEUED, waits in support since 0s
  > priority 5
  > criteria 0, activated at 0s
  > step 1 EXPIRED for 30s, until 30s: Language:French>=4
  > step 2 ACTIVE, never expires: Language:French>=2
40s transfer t1 t3 sales
  > t1 goes on as t3
  > t1 ended: OTHER
  > t1 completed
  > t3 queued in sales
  > t3 step 1: Language:French>=4, until 1m10s
40s describe t1
  > TASK, COMPLETED, was queued in support at 0s
  > priority 5
  > criteria 0, activated at 0s
  > step 1 EXPIRED for 30s, until 30s: Language:French>=4
  > step 2 DEACTIVATED, never expires: Language:French>=2
  > ended at 40s: OTHER
40s describe t3
  > TASK, QUEUED, waits in sales since 40s
  > QUEUE_TRANSFER, follows t1
  > priority 5
  > criteria 0, activated at 40s
  > step 1 ACTIVE for 30s, until 1m10s: Language:French>=4
  > step 2 INACTIVE, never expires: Language:French>=2
50s available ana
  > ana available
  > t2 offered to ana after 40s
55s accept ana t2
  > ana accepted t2
1m00s disconnect ana t2
  > t2 ended: AGENT_DISCONNECT, ana has after-contact work
1m01s complete ana t2
  > ana is done with t2: completed
  > t2 completed
1m10s accept ana t3
  > t3 step 1 expired
  > t3 step 2: Language:French>=2, without end
  > t3 offered to ana after 30s
  > ana accepted t3, step 2 joined
