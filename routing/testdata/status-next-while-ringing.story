# A status that is chosen while the only contact rings is taken when the ring ends without the agent: the caller leaves,
# or wants somebody else.
# Source: S 3.4 (when all slots are empty the status switches), the table of offers in flight (4, 6).
status break custom
user ana support=1
attribute Language French
0s available ana
  > ana available
0s queue c1 support
  > c1 queued in support
  > c1 offered to ana at once
1s break ana
  > ana next break
2s leave c1
  > c1 withdrawn from ana: contact ended
  > ana break
  > c1 ended: CUSTOMER_DISCONNECT
  > c1 completed
3s available ana
  > ana available
3s queue c2 support
  > c2 queued in support
  > c2 offered to ana at once
4s break ana
  > ana next break
5s routing c2
    step Language:French>=1
  > c2 criteria 0
  > c2 step 1: Language:French>=1, without end
  > c2 withdrawn from ana: criteria replaced
  > ana break
