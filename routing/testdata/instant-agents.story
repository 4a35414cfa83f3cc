# Two agents whose after-contact work ends in one instant stand in the line in the order in which their contacts came in,
# and both are there before anybody chooses.
# Source: section 10 (ties), the idle-key table, matching rule (many things in one instant).
user bob support=1 acw=20s Language:French=3
user ana support=1 acw=20s Language:French=3
0s available bob ana
  > bob available
  > ana available
0s queue c1 support
    step agent ana
  > c1 queued in support
  > c1 step 1: agent ana, without end
  > c1 offered to ana at once
0s queue c2 support
    step agent bob
  > c2 queued in support
  > c2 step 1: agent bob, without end
  > c2 offered to bob at once
1s accept bob c2
  > bob accepted c2, step 1 joined
1s accept ana c1
  > ana accepted c1, step 1 joined
10s leave c2
  > c2 ended: CUSTOMER_DISCONNECT, bob has after-contact work until 30s
10s leave c1
  > c1 ended: CUSTOMER_DISCONNECT, ana has after-contact work until 30s
11s queue c3 support
  > c3 queued in support
12s queue c4 support
    step Language:French>=3
  > c4 queued in support
  > c4 step 1: Language:French>=3, without end
30s
  > ana is done with c1: timeout
  > c1 completed
  > bob is done with c2: timeout
  > c2 completed
  > c3 offered to ana after 19s
  > c4 offered to bob after 18s
