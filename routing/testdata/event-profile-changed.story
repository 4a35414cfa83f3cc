# A queue added to a profile opens its contacts to the agents at once, with its delay for those that have not waited so
# long.
# Source: the table of events (profile changed: this agent), S 2.2.3.
profile front sales=1
user ana profile=front
user bob profile=front
queue support
queue second
0s available ana bob
  > ana available
  > bob available
0s queue c1 support
  > c1 queued in support
0s queue c2 second
  > c2 queued in second
10s associate front support=1 second=1/30
  > front changed
  > c1 offered to ana after 10s
11s accept ana c1
  > ana accepted c1
30s
  > c2 offered to bob after 30s
