# The flow of a task has set another one for the event of its resumption, which puts it into a queue again. What the
# request names goes before what was set.
# Source: AG:concepts-pause-and-resume-tasks (Configure a flow to pause and resume tasks), AG:set-event-flow, A0103.
queue sales
user ana support=1 sales=1 task=1
0s queue c1 support channel=task onresume=support
  > c1 queued in support
10s pause c1
  > c1 paused
20s resume c1
  > c1 resumed
  > c1 queued in support
30s pause c1
  > c1 paused
40s resume c1 sales
  > c1 resumed
  > c1 queued in sales
50s available ana
  > ana available
  > c1 offered to ana after 10s
50s accept ana c1
  > ana accepted c1
