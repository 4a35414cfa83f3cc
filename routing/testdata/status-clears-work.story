# Choosing a status that is not routable ends after-contact work at once; choosing Available does not.
# Source: S 3.4 (ACW contacts are cleared), A0023.
status break custom
user ana support=1 chat=2
0s available ana
  > ana available
0s queue c1 support channel=chat
  > c1 queued in support
  > c1 offered to ana at once
0s queue c2 support channel=chat
  > c2 queued in support
  > c2 offered to ana at once
1s accept ana c1
  > ana accepted c1
1s accept ana c2
  > ana accepted c2
5s disconnect ana c1
  > c1 ended: AGENT_DISCONNECT, ana has after-contact work
6s available ana
agent ana
  > available since 0s, in line since 1s
  > c1 CHAT ENDED since 5s
  > c2 CHAT CONNECTED since 1s
7s break ana
  > ana is done with c1: status
  > c1 completed
  > ana next break
8s disconnect ana c2
  > c2 ended: AGENT_DISCONNECT, ana has after-contact work
# Only after-contact work is left: the choice of another status is taken at once.
9s offline ana
  > ana is done with c2: status
  > c2 completed
  > ana offline
