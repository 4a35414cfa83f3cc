# A task that is paused can be transferred: the new segment is not paused and waits at once. One that is scheduled cannot
# be: it is not active yet.
# Source: S 4.1, A0110, A0112.
user ana support=1 task=1
user bob sales=1 task=1
0s available ana
  > ana available
0s queue t1 support channel=task
  > t1 queued in support
  > t1 offered to ana at once
0s accept ana t1
  > ana accepted t1
10s pause t1
  > t1 paused
20s transfer t1 t2 sales
  > t1 goes on as t2
  > t1 ended: OTHER, ana has after-contact work
  > t2 queued in sales
20s describe t2
  > TASK, QUEUED, waits in sales since 20s
  > TRANSFER, follows t1
  > counts as queued at 0s
20s agent ana
  > available since 0s, in line since 0s
  > t1 TASK ENDED since 20s
30s queue later support channel=task in=1h
  > later scheduled for 1h00m30s
30s transfer later t3 sales
  > error: conflict: contact later is SCHEDULED; only an active contact can be transferred
40s available bob
  > bob available
  > t2 offered to bob after 20s
