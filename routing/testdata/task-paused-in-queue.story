# A task that is paused while it waits leaves its queue: it takes no room there, and nobody is offered it. Resumed, it
# stays outside until a flow puts it into a queue; there it is new, and its criteria begin with their first step. It
# keeps its priority.
# Source: S 4.1, AG:concepts-pause-and-resume-tasks, A0101, A0103.
queue support max=1
user ana support=1 task=2 Language:French=1
0s queue c1 support channel=task priority=3
    step Language:French>=3 for 30s
    step Language:French>=2
  > c1 queued in support
  > c1 step 1: Language:French>=3, until 30s
10s pause c1
  > c1 paused
10s describe c1
  > TASK, PAUSED, was queued in support at 0s
  > pauses: 1, the last at 10s, for 0s in all
  > priority 3
  > criteria 0, never activated
  > step 1 INACTIVE for 30s: Language:French>=3
  > step 2 INACTIVE, never expires: Language:French>=2
10s queue c2 support channel=task
  > c2 queued in support
10s stop c2
  > c2 ended: API
  > c2 completed
20s available ana
  > ana available
40s pause c1
  > error: conflict: contact c1 is paused already; resume it first
40s resume c1
  > c1 resumed
50s describe c1
  > TASK, IN_FLOW, was queued in support at 0s
  > pauses: 1, the last at 10s, for 30s in all
  > priority 3
  > criteria 0, never activated
  > step 1 INACTIVE for 30s: Language:French>=3
  > step 2 INACTIVE, never expires: Language:French>=2
50s resume c1
  > error: conflict: contact c1 is not paused; only a paused task can be resumed
1m pause c1
  > c1 paused
2m resume c1 support
  > c1 resumed
  > c1 queued in support
  > c1 step 1: Language:French>=3, until 2m30s
2m describe c1
  > TASK, QUEUED, waits in support since 2m00s
  > pauses: 2, the last at 1m00s, for 1m30s in all
  > priority 3
  > criteria 0, activated at 2m00s
  > step 1 ACTIVE for 30s, until 2m30s: Language:French>=3
  > step 2 INACTIVE, never expires: Language:French>=2
2m30s
  > c1 step 1 expired
  > c1 step 2: Language:French>=2, without end
2m30s pause c1
  > c1 paused
3m stop c1
  > c1 ended: API
  > c1 completed
3m describe c1
  > TASK, COMPLETED, was queued in support at 2m00s
  > pauses: 3, the last at 2m30s, for 2m00s in all
  > priority 3
  > criteria 0, never activated
  > step 1 INACTIVE for 30s: Language:French>=3
  > step 2 INACTIVE, never expires: Language:French>=2
  > ended at 3m00s: API
3m pause c1
  > error: conflict: contact c1 has ended; only a task that lives can be paused and resumed
3m resume c1
  > error: conflict: contact c1 has ended; only a task that lives can be paused and resumed
