# An agent whom nobody follows any more gets nothing new. When somebody follows him again he goes back to the status that
# he was in, at the end of the line; what somebody has set meanwhile stays.
# Source: A0172; issue 3 point 9.
user ana support=1
user bob support=1
0s available ana
  > ana available
1s available bob
  > bob available
10s silent ana
  > ana unreachable, away from available
20s queue c1 support
  > c1 queued in support
  > c1 offered to bob at once
25s stop c1
  > c1 withdrawn from bob: contact ended
  > c1 ended: API
  > c1 completed
30s silent bob
  > bob unreachable, away from available
40s queue c2 support
  > c2 queued in support
50s agent bob
  > unreachable since 30s
1m heard bob
  > bob available
  > c2 offered to bob after 20s
1m5s accept bob c2
  > bob accepted c2
1m10s heard ana
  > ana available
1m20s agent ana
  > available since 1m10s, in line since 1m10s
2m silent ana
  > ana unreachable, away from available
2m10s offline ana
  > ana offline
2m20s heard ana
2m30s silent ana
2m40s available ana
  > ana available
2m50s heard ana
