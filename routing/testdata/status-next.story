# An agent who is with a contact and chooses a status that is not routable gets it when his hands are empty; until then
# nothing new is offered to him, though he has room.
# Source: S 3.4, AG:set-next-status.
status break custom
user ana support=1 chat=3
0s available ana
  > ana available
0s queue c1 support channel=chat
  > c1 queued in support
  > c1 offered to ana at once
1s accept ana c1
  > ana accepted c1
2s queue c2 support channel=chat
  > c2 queued in support
  > c2 offered to ana at once
# One is connected, one rings: both stay.
3s break ana
  > ana next break
agent ana
  > available since 0s, next break, in line since 1s
  > c1 CHAT CONNECTED since 1s
  > c2 CHAT CONNECTING since 2s, until 22s
4s queue c3 support channel=chat
  > c3 queued in support
5s accept ana c2
  > ana accepted c2
10s disconnect ana c1
  > c1 ended: AGENT_DISCONNECT, ana has after-contact work
11s complete ana c1
  > ana is done with c1: completed
  > c1 completed
12s disconnect ana c2
  > c2 ended: AGENT_DISCONNECT, ana has after-contact work
13s complete ana c2
  > ana is done with c2: completed
  > c2 completed
  > ana break
20s available ana
  > ana available
  > c3 offered to ana after 16s
