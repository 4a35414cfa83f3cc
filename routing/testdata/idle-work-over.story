# When after-contact work is over the agent goes to the end of the line: who was done first is asked first.
# Source: the idle-key table (contact ended for the agent), S 3.1.
user ana support=1 acw=30s
user bob support=1
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
10s disconnect ana c1
  > c1 ended: AGENT_DISCONNECT, ana has after-contact work until 40s
20s disconnect bob c2
  > c2 ended: AGENT_DISCONNECT, bob has after-contact work
25s complete bob c2
  > bob is done with c2: completed
  > c2 completed
50s queue c3 support
  > 40s ana is done with c1: timeout
  > 40s c1 completed
  > c3 queued in support
  > c3 offered to bob at once
agent ana
  > available since 0s, in line since 40s
