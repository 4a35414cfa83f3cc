# The caller gives up, or the contact is stopped, while it rings: the offer ends, nothing of it stays in the agent's
# hands, and he is not blocked. The running step is DEACTIVATED.
# Source: the table of offers in flight (6), A0012.
user ana support=1 Language:French=4
0s available ana
  > ana available
0s queue c1 support
    step Language:French>=4 for 1m
  > c1 queued in support
  > c1 step 1: Language:French>=4, until 1m00s
  > c1 offered to ana at once
1s queue c2 support
  > c2 queued in support
5s leave c1
  > c1 withdrawn from ana: contact ended
  > c1 ended: CUSTOMER_DISCONNECT
  > c1 completed
  > c2 offered to ana after 4s
describe c1
  > VOICE, COMPLETED, was queued in support at 0s
  > criteria 0, activated at 0s
  > step 1 DEACTIVATED for 1m00s, until 1m00s: Language:French>=4
  > ended at 5s: CUSTOMER_DISCONNECT
6s stop c2
  > c2 withdrawn from ana: contact ended
  > c2 ended: API
  > c2 completed
agent ana
  > available since 0s, in line since 0s
7s accept ana c2
  > error: conflict: contact c2 is not in the hands of user ana, who cannot accept it
