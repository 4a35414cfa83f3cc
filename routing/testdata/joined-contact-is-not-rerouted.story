# Criteria, priority and age can be changed until an agent has joined, also while it rings; then, in after-contact work
# and after the end the contact is in no state for it.
# Source: S 2.1 (409), A0006.
user ana support=1 Language:French=3
0s available ana
  > ana available
0s queue c1 support
  > c1 queued in support
  > c1 offered to ana at once
1s routing c1 priority=3
  > c1 priority 3
2s accept ana c1
  > ana accepted c1
3s routing c1 priority=2
  > error: conflict: contact c1 is with an agent already; only a contact that waits can be routed anew
4s disconnect ana c1
  > c1 ended: AGENT_DISCONNECT, ana has after-contact work
5s routing c1 age=10
  > error: conflict: contact c1 has ended; only a contact that waits can be routed anew
6s complete ana c1
  > ana is done with c1: completed
  > c1 completed
24h routing c1
    step Language:French>=1
  > error: conflict: contact c1 has ended; only a contact that waits can be routed anew
