# A flow may rest before it puts its contact into a queue. Routing data that is changed meanwhile holds from then on, and
# a task that is paused rests with its flow.
# Source: S 4.6; AG:wait, AG:concepts-pause-and-resume-tasks; A0006, A0250.
attribute Language French
user ana support=1 task=2 voice=1 Language:French=3
flow slow
    queue support
    wait 30s
    transfer
0s available ana
  > ana available
0s start c1 flow=slow
  > c1 started
  > c1 waits at block 2 of slow until 30s
5s routing c1 priority=2
    step Language:French>=2
  > c1 priority 2
  > c1 criteria 0
30s describe c1
  > c1 goes on in its flow
  > c1 queued in support
  > c1 step 1: Language:French>=2, without end
  > c1 offered to ana at once
  > VOICE, QUEUED, waits in support since 30s
  > priority 2
  > rings at ana since 30s, until 50s
  > criteria 0, activated at 30s
  > step 1 ACTIVE, never expires: Language:French>=2
accept ana c1
  > ana accepted c1, step 1 joined

1m start c2 flow=slow channel=task
  > c2 started
  > c2 waits at block 2 of slow until 1m30s
1m10s pause c2
  > c2 paused
1m50s
resume c2
  > c2 resumed
  > c2 goes on in its flow
  > c2 queued in support

# A task whose flow waits for an hour expires after a minute.
flow late
    wait 1h
    queue support
    transfer
2m start c3 flow=late channel=task life=1m
  > c3 started
  > c3 waits at block 1 of late until 1h02m00s
3m10s
  > 3m00s c3 ended: EXPIRED
  > 3m00s c3 completed

# A flow that begins at the pause resumes the task after a while.
flow break
    wait 10m
    resume
    end
flow work
    on PauseContact break
    wait 1h
    queue support
    transfer
4m start c4 flow=work channel=task
  > c4 started
  > c4 waits at block 2 of work until 1h04m00s
5m pause c4
  > c4 paused
  > c4 waits at block 1 of break until 15m00s
16m describe c4
  > 15m00s c4 goes on in its flow
  > 15m00s c4 resumed
  > TASK, IN_FLOW
  > pauses: 1, the last at 5m00s, for 10m00s in all
1h5m
  > 1h04m00s c4 goes on in its flow
  > 1h04m00s c4 queued in support
