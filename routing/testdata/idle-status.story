# Becoming available from another status sends an agent to the end of the line; choosing the status he is in does not.
# With both timers alike.
# Source: the idle-key table (status becomes routable), S 3.1, A0018.
status break custom
user ana support=1
user bob support=1
user cem support=1 timer=inbound
0s available ana cem bob
  > ana available
  > cem available
  > bob available
10s available ana
10s available cem
agent ana
  > available since 0s, in line since 0s
20s break ana
  > ana break
21s break cem
  > cem break
30s available ana
  > ana available
31s available cem
  > cem available
agent ana
  > available since 30s, in line since 30s
agent cem
  > available since 31s, in line since 31s
40s queue c1 support
  > c1 queued in support
  > c1 offered to bob at once
40s queue c2 support
  > c2 queued in support
  > c2 offered to ana at once
40s queue c3 support
  > c3 queued in support
  > c3 offered to cem at once
