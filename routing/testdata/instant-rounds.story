# Who got a contact in this instant chooses again after all others, also where the instant has several rounds: contacts
# that come one by one, and steps of no length. In the next instant the order of the line is as before.
# Source: the idle-key table (offered: within one instant an agent that was matched chooses again after all others), A0095.
user ana support=1 chat=3
user bob support=1 chat=3
0s available ana bob
  > ana available
  > bob available
# Three chats in one millisecond: one for each, and as both have got one, the third for ana, who waits longer.
0s queue c1 support channel=chat
  > c1 queued in support
  > c1 offered to ana at once
0s queue c2 support channel=chat
  > c2 queued in support
  > c2 offered to bob at once
0s queue c3 support channel=chat
  > c3 queued in support
  > c3 offered to ana at once
# A second later nobody has got anything yet, and the offers have moved nobody in the line. Then ana has no room left.
1s queue c4 support channel=chat
  > c4 queued in support
  > c4 offered to ana at once
1s queue c5 support channel=chat
  > c5 queued in support
  > c5 offered to bob at once
1s queue c6 support channel=chat
  > c6 queued in support
  > c6 offered to bob at once
# Who accepts what has been ringing for a while gets nothing new by that: cem, who accepts, stands before dan, who comes.
user cem sales=1 chat=2
user dan sales=1 chat=2
2s available cem
  > cem available
2s queue d1 sales channel=chat
  > d1 queued in sales
  > d1 offered to cem at once
3s accept cem d1
  > cem accepted d1
3s available dan
  > dan available
3s queue d2 sales channel=chat
  > d2 queued in sales
  > d2 offered to cem at once
# At 9s e2 reaches a step of no length, which has its round; in the next round of that instant everybody fits, and it is
# the turn of gus.
user fay care=1 chat=2 Language:French=3
user gus care=1 chat=2 Language:French=3
4s available fay gus
  > fay available
  > gus available
4s queue e1 care channel=chat
    step Language:French>=5 for 5s
  > e1 queued in care
  > e1 step 1: Language:French>=5, until 9s
4s queue e2 care channel=chat
    step Language:French>=5 for 5s
    step Language:French>=4 for 0s
  > e2 queued in care
  > e2 step 1: Language:French>=5, until 9s
9s
  > e1 step 1 expired
  > e2 step 1 expired
  > e2 step 2: Language:French>=4, until 9s
  > e1 offered to fay after 5s
  > e2 step 2 expired
  > e2 offered to gus after 5s
