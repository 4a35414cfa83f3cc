# A rejection does what a miss does, at once: the next agent is asked, and the one who rejected is blocked until he
# dismisses the contact.
# Source: S 3.6, A0012.
user ana support=1 chat=2
user bob support=1 chat=2
0s available ana bob
  > ana available
  > bob available
0s queue c1 support channel=chat
  > c1 queued in support
  > c1 offered to ana at once
3s reject ana c1
  > ana rejected c1
  > c1 offered to bob after 3s
4s accept bob c1
  > bob accepted c1
# ana has room for a second chat, but is blocked.
5s queue c2 support channel=chat
  > c2 queued in support
  > c2 offered to bob at once
6s accept bob c2
  > bob accepted c2
7s queue c3 support channel=chat
  > c3 queued in support
8s dismiss ana c1
  > ana dismissed c1
  > c3 offered to ana after 1s
9s reject ana c1
  > error: conflict: contact c1 is not in the hands of user ana, who cannot reject it
