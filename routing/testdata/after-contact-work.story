# After-contact work follows every contact that an agent was joined to, whoever ended it, and holds the slot: without
# limit until he is done, with a limit until that has passed.
# Source: S 3.6 (ACW), 4.4 (COMPLETED follows).
user ana support=1
user bob support=1 acw=30s@VOICE
0s available ana bob
  > ana available
  > bob available
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
2s queue c3 support
  > c3 queued in support
2s queue c4 support
  > c4 queued in support
2s queue c5 support
  > c5 queued in support
10s leave c1
  > c1 ended: CUSTOMER_DISCONNECT, ana has after-contact work
10s stop c2
  > c2 ended: API, bob has after-contact work until 40s
39s
40s
  > bob is done with c2: timeout
  > c2 completed
  > c3 offered to bob after 38s
41s accept bob c3
  > bob accepted c3
# He can be done earlier, and dismissing does the same.
50s disconnect bob c3
  > c3 ended: AGENT_DISCONNECT, bob has after-contact work until 1m20s
55s complete bob c3
  > bob is done with c3: completed
  > c3 completed
  > c4 offered to bob after 53s
1h dismiss ana c1
  > 1m15s bob missed c4
  > ana is done with c1: dismissed
  > c1 completed
  > c4 offered to ana after 59m58s
