# Of a task something remains when its agent completes it, when its flow ends it, and when its time is over: the flow that
# is set for this may put it into a queue again, or into that of the agent who had it. It lives as long again where its
# time was over. It does not run a second time before an agent has had the task.
# Source: S 4.2; AG:set-disconnect-flow, AG:sample-disconnect, A0253.
user ana support=1 task=2 acw=5s
flow return
    if $.Agent.ARN "" nobody
    queue agent=$.Agent.ARN
    transfer
    nobody: queue support
    transfer
flow greet
    on CustomerRemaining return
    queue support
    transfer
0s start t1 channel=task flow=greet life=1m
  > t1 started
  > t1 queued in support
1m
  > t1 goes on as t1.2
  > t1 ended: EXPIRED
  > t1 completed
  > t1.2 queued in support
describe t1
  > TASK, COMPLETED, was queued in support at 0s
  > ended at 1m00s: EXPIRED
1m10s available ana
  > ana available
  > t1.2 offered to ana after 10s
1m15s accept ana t1.2
  > ana accepted t1.2
1m20s disconnect ana t1.2
  > t1.2 goes on as t1.3
  > t1.2 ended: AGENT_DISCONNECT, ana has after-contact work until 1m25s
  > t1.3 queued for ana
  > t1.3 offered to ana at once
1m25s accept ana t1.3
  > ana is done with t1.2: timeout
  > t1.2 completed
  > ana accepted t1.3
stop t1.3
  > t1.3 ended: API, ana has after-contact work until 1m30s
flow abrupt
    on CustomerRemaining return
    hang-up
2m start t2 channel=task flow=abrupt
  > 1m30s ana is done with t1.3: timeout
  > 1m30s t1.3 completed
  > t2 started
  > t2.2 started
  > t2 goes on as t2.2
  > t2 ended: CONTACT_FLOW_DISCONNECT
  > t2 completed
  > t2.2 queued in support
  > t2.2 offered to ana at once
3m offline ana
  > 2m30s ana missed t2.2
  > ana dismissed t2.2
  > ana offline
3m start t3 channel=task flow=greet life=1m
  > t3 started
  > t3 queued in support
5m
  > 4m00s t3 goes on as t3.2
  > 4m00s t3 ended: EXPIRED
  > 4m00s t3 completed
  > 4m00s t3.2 queued in support
  > t3.2 ended: EXPIRED
  > t3.2 completed
