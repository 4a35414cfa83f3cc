# A user is deleted with work in his hands: what is on hold ends, after-contact work ends, what he missed vanishes, and
# his session with them. Nobody is left to finish, so every one of those lives is complete.
# Source: A0022, the table of events (agent gone).
user ana support=1 chat=3
user bob support=1
0s available ana
  > ana available
0s queue c1 support channel=chat
  > c1 queued in support
  > c1 offered to ana at once
0s queue c2 support channel=chat
  > c2 queued in support
  > c2 offered to ana at once
0s queue c3 support channel=chat
  > c3 queued in support
  > c3 offered to ana at once
1s accept ana c1
  > ana accepted c1
1s accept ana c2
  > ana accepted c2
2s hold ana c1
  > ana put c1 on hold
3s disconnect ana c2
  > c2 ended: AGENT_DISCONNECT, ana has after-contact work
20s available bob
  > ana missed c3
  > bob available
  > c3 offered to bob after 20s
21s delete user ana
  > c1 ended: AGENT_DISCONNECT, ana has after-contact work
  > ana is done with c1: user deleted
  > c1 completed
  > ana is done with c2: user deleted
  > c2 completed
  > ana dismissed c3
  > ana deleted
22s describe c1
  > CHAT, COMPLETED, was queued in support at 0s
  > with ana since 1s
  > ended at 21s: AGENT_DISCONNECT
describe c2
  > CHAT, COMPLETED, was queued in support at 0s
  > with ana since 1s
  > ended at 3s: AGENT_DISCONNECT
describe c3
  > CHAT, QUEUED, waits in support since 0s
  > rings at bob since 20s, until 40s
agent bob
  > available since 20s, in line since 20s
  > c3 CHAT CONNECTING since 20s, until 40s
