# At the end of a pause all who wait meet all who are free in one instant: agents choose in the order of their line, each
# the best for him.
# Source: A0027, matching rule (the stable matching).
user ana support=1 sales=2 Language:French=4
user bob sales=1
user cem support=1 sales=1 chat=2
attribute Language German
0s available cem bob ana
  > cem available
  > bob available
  > ana available
0s queue x1 support
    step agent ana, cem
  > x1 queued in support
  > x1 step 1: agent ana, cem, without end
  > x1 offered to ana at once
1s queue x2 sales
  > x2 queued in sales
  > x2 offered to bob at once
2s queue x3 support channel=chat
    step Language:German>=1 for 20s
    step Language:French>=4 for 5s
  > x3 queued in support
  > x3 step 1: Language:German>=1, until 22s
3s queue x4 sales channel=chat priority=1
    step Language:German>=1 for 20s
  > x4 queued in sales
  > x4 step 1: Language:German>=1, until 23s
# In the pause both offers are withdrawn, and the steps of x3 and x4 run out.
# cem (chats only) takes x4, which has the best priority; bob takes x2, the oldest that he serves; ana takes x1, her
# first queue; then cem has a slot for x3.
10s downtime 1m
  > nobody was there from 10s to 1m10s
  > x1 withdrawn from ana: downtime
  > x2 withdrawn from bob: downtime
  > 22s x3 step 1 expired
  > 22s x3 step 2: Language:French>=4, until 27s
  > 23s x4 step 1 expired
  > 27s x3 step 2 expired
  > 1m10s x4 offered to cem after 1m07s
  > 1m10s x2 offered to bob after 1m09s
  > 1m10s x1 offered to ana after 1m10s
  > 1m10s x3 offered to cem after 1m08s
