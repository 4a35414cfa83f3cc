# A task whose time comes while nobody is there begins at its time, and is offered when somebody is back.
# Source: S 10, A0027.
user ana support=1 task=1 Language:French=3
0s available ana
  > ana available
0s queue c1 support channel=task in=10m
    step Language:French>=3 for 30s
  > c1 scheduled for 10m00s
5m downtime 10m
  > nobody was there from 5m00s to 15m00s
  > 10m00s c1 begins
  > 10m00s c1 queued in support
  > 10m00s c1 step 1: Language:French>=3, until 10m30s
  > 10m30s c1 step 1 expired
  > 15m00s c1 offered to ana after 5m00s
15m
