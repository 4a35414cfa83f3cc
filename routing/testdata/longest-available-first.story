# Among several free agents the one who has been available longest gets the contact, whatever the priority of the queue
# in his profile.
# Source: S 2.2 (example 6), 3.1.
user ana support=1
user bob sales=1 support=5
0s available bob
  > bob available
1s available ana
  > ana available
2s queue c1 support
  > c1 queued in support
  > c1 offered to bob at once
3s queue c2 support
  > c2 queued in support
  > c2 offered to ana at once
