# A disabled queue takes no new contacts, their transfer takes the error branch; those it has are still routed, and a
# miss does not put them out.
# Source: S 3.7, AG:disable-a-queue.
queue support
user ana support=1
0s queue c1 support
  > c1 queued in support
1s queue c2 support
  > c2 queued in support
2s disable support
  > support disabled
3s queue c3 support
  > c3 took the error branch NoMatchingError of TransferContactToQueue
  > c3 ended: CONTACT_FLOW_DISCONNECT
  > c3 completed
4s available ana
  > ana available
  > c1 offered to ana after 4s
5s reject ana c1
  > ana rejected c1
6s dismiss ana c1
  > ana dismissed c1
  > c1 offered to ana after 6s
7s enable support
  > support enabled
8s queue c4 support
  > c4 queued in support
