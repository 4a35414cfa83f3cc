# A task is transferred to an agent: it waits in his own queue, where criteria do nothing. Moved on from there to a
# standard queue before he has taken it, its criteria begin.
# Source: S 1.4, AG:concepts-queues-standard-and-agent, AG:proficiency-routing.
user ana support=1 Language:French=2 task=2
user bob sales=1 task=1
0s queue t1 support channel=task
    step Language:French>=3 for 20s
  > t1 queued in support
  > t1 step 1: Language:French>=3, until 20s
10s transfer t1 t2 agent=bob
  > t1 goes on as t2
  > t1 ended: OTHER
  > t1 completed
  > t2 queued for bob
10s describe t2
  > TASK, QUEUED, waits for bob since 10s
  > QUEUE_TRANSFER, follows t1
  > criteria 0, activated at 10s
  > step 1 INACTIVE for 20s: Language:French>=3
20s transfer t2 t3 support
  > t2 goes on as t3
  > t2 ended: OTHER
  > t2 completed
  > t3 queued in support
  > t3 step 1: Language:French>=3, until 40s
20s describe t3
  > TASK, QUEUED, waits in support since 20s
  > QUEUE_TRANSFER, follows t2
  > criteria 0, activated at 20s
  > step 1 ACTIVE for 20s, until 40s: Language:French>=3
20s available ana
  > ana available
40s
  > t3 step 1 expired
  > t3 offered to ana after 20s
41s transfer t3 t4 agent=ana
  > t3 goes on as t4
  > t3 withdrawn from ana: contact ended
  > t3 ended: OTHER
  > t3 completed
  > t4 queued for ana
  > t4 offered to ana at once
41s describe t3
  > TASK, COMPLETED, was queued in support at 20s
  > QUEUE_TRANSFER, follows t2
  > criteria 0, activated at 20s
  > step 1 EXPIRED for 20s, until 40s: Language:French>=3
  > ended at 41s: OTHER
