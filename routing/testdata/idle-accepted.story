# Accepting a contact sends an agent to the end of the line, also where he has room for more.
# Source: the idle-key table (accepted), AG:about-routing.
user ana support=1 chat=3
user bob support=1 chat=3
0s available ana bob
  > ana available
  > bob available
1s queue c1 support channel=chat
  > c1 queued in support
  > c1 offered to ana at once
# She has not accepted yet: the next one is hers too.
2s queue c2 support channel=chat
  > c2 queued in support
  > c2 offered to ana at once
3s accept ana c1
  > ana accepted c1
4s queue c3 support channel=chat
  > c3 queued in support
  > c3 offered to bob at once
agent ana
  > available since 0s, in line since 3s
  > c1 CHAT CONNECTED since 3s
  > c2 CHAT CONNECTING since 2s, until 22s
