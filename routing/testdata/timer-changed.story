# Another timer moves nobody in the line; it says what will move them from then on.
# Source: S 3.1, the idle-key table (column Inbound).
profile front support=1
user ana profile=front acw=1s
user bob profile=front acw=1s
0s available ana bob
  > ana available
  > bob available
1s queue o1 support method=outbound
  > o1 queued in support
  > o1 offered to ana at once
2s accept ana o1
  > ana accepted o1
3s leave o1
  > o1 ended: CUSTOMER_DISCONNECT, ana has after-contact work until 4s
agent ana
  > available since 0s, in line since 2s
  > o1 VOICE ENDED since 3s, until 4s
10s timer front inbound
  > 4s ana is done with o1: timeout
  > 4s o1 completed
  > front changed
agent ana
  > available since 0s, in line since 4s
11s queue o2 support method=outbound
  > o2 queued in support
  > o2 offered to bob at once
12s accept bob o2
  > bob accepted o2
13s leave o2
  > o2 ended: CUSTOMER_DISCONNECT, bob has after-contact work until 14s
# Bob stands where he stood before his call, ana where hers has put her.
20s queue c1 support
  > 14s bob is done with o2: timeout
  > 14s o2 completed
  > c1 queued in support
  > c1 offered to bob at once
agent bob
  > available since 0s, in line since 0s
  > c1 VOICE CONNECTING since 20s, until 40s
