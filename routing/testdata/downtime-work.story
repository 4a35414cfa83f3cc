# Inside a pause after-contact work ends in its own time, and the agent stands in the line from that instant; delays and
# ends of life run on too.
# Source: A0027.
user ana support=1 acw=10s
user bob support=1 acw=20s
user cem support=1/40
0s available ana bob cem
  > ana available
  > bob available
  > cem available
0s queue c1 support
  > c1 queued in support
  > c1 offered to ana at once
0s queue c2 support
  > c2 queued in support
  > c2 offered to bob at once
1s accept ana c1
  > ana accepted c1
1s accept bob c2
  > bob accepted c2
2s leave c2
  > c2 ended: CUSTOMER_DISCONNECT, bob has after-contact work until 22s
8s leave c1
  > c1 ended: CUSTOMER_DISCONNECT, ana has after-contact work until 18s
9s queue c3 support
  > c3 queued in support
9s queue c4 support
  > c4 queued in support
9s queue c5 support channel=chat life=30s
  > c5 queued in support
10s downtime 50s
  > nobody was there from 10s to 1m00s
  > 18s ana is done with c1: timeout
  > 18s c1 completed
  > 22s bob is done with c2: timeout
  > 22s c2 completed
  > 39s c5 ended: EXPIRED
  > 39s c5 completed
  > 1m00s c3 offered to cem after 51s
  > 1m00s c4 offered to ana after 51s
