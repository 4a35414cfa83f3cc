# A miss: the contact stays in its place, keeps its age and goes to the next agent at once; the agent is blocked and his
# slot is taken until the miss is dismissed. It may come back to him, without limit.
# Source: S 3.6, the table of offers in flight (7).
user ana support=1
user bob support=1
0s available ana
  > ana available
0s queue c1 support
  > c1 queued in support
  > c1 offered to ana at once
1s queue c2 support
  > c2 queued in support
10s available bob
  > bob available
  > c2 offered to bob after 9s
# ana misses; bob rings with c2. Nobody is left for c1, although ana looks available.
20s agent ana
  > ana missed c1
  > available since 0s, in line since 0s
  > c1 VOICE MISSED since 20s
30s
  > bob missed c2
40s dismiss bob c2
  > bob dismissed c2
  > c1 offered to bob after 40s
50s dismiss ana c1
  > ana dismissed c1
  > c2 offered to ana after 49s
1m20s
  > 1m00s bob missed c1
  > 1m10s ana missed c2
1m30s dismiss ana c2
  > ana dismissed c2
  > c1 offered to ana after 1m30s
1m35s accept ana c1
  > ana accepted c1
