# With the timer that counts only inbound work, accepting and finishing an outbound contact leaves an agent where he
# stands in the line; with the other timer both send him to the end.
# Source: the idle-key table, column Inbound; AG:routing-profiles (outbound calls should not impact routing order).
user ana support=1 acw=1s timer=inbound
user bob support=1 acw=1s timer=activity
user cem support=1
0s available ana bob cem
  > ana available
  > bob available
  > cem available
1s queue o1 support method=outbound
  > o1 queued in support
  > o1 offered to ana at once
1s queue o2 support method=outbound
  > o2 queued in support
  > o2 offered to bob at once
2s accept ana o1
  > ana accepted o1
2s accept bob o2
  > bob accepted o2
agent ana
  > available since 0s, in line since 0s
  > o1 VOICE CONNECTED since 2s
agent bob
  > available since 0s, in line since 2s
  > o2 VOICE CONNECTED since 2s
10s leave o1
  > o1 ended: CUSTOMER_DISCONNECT, ana has after-contact work until 11s
10s leave o2
  > o2 ended: CUSTOMER_DISCONNECT, bob has after-contact work until 11s
20s queue c1 support
  > 11s ana is done with o1: timeout
  > 11s o1 completed
  > 11s bob is done with o2: timeout
  > 11s o2 completed
  > c1 queued in support
  > c1 offered to ana at once
20s queue c2 support
  > c2 queued in support
  > c2 offered to cem at once
20s queue c3 support
  > c3 queued in support
  > c3 offered to bob at once
# An inbound contact moves ana as well.
21s accept ana c1
  > ana accepted c1
agent ana
  > available since 0s, in line since 21s
  > c1 VOICE CONNECTED since 21s
