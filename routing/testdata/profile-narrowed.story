# A queue that is taken from a profile opens nothing more to its agents; what rings goes on ringing. One that stays on
# the list for manual assignment is given by hand only.
# Source: S 1.5, S 3.2, AG:about-routing, A0188.
profile front support=1 sales=1 chat=2 manual=support@CHAT
user ana profile=front
0s available ana
  > ana available
0s queue c1 support channel=chat
  > c1 queued in support
  > c1 offered to ana at once
1s disassociate front support
  > front changed
2s queue c2 support channel=chat
  > c2 queued in support
3s accept ana c1
  > ana accepted c1
4s queue c3 sales channel=chat
  > c3 queued in sales
  > c3 offered to ana at once
5s reject ana c3
  > ana rejected c3
6s disassociate front sales
  > front changed
7s dismiss ana c3
  > ana dismissed c3
8s give c2 ana
  > c2 associated with ana
  > c2 offered to ana after 6s
9s accept ana c2
  > ana accepted c2
# An entry that is not there is passed over; a call that names none is refused.
10s disassociate front support manual=support@CHAT
  > front changed
11s disassociate front support
  > front changed
12s disassociate front
  > error: improper: nothing to disassociate; give QueueReferences or ManualAssignmentQueueReferences
