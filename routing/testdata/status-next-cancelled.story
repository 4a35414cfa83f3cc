# Choosing Available cancels the next status; the agent keeps his place in the line and may be asked at once. A later
# choice replaces an earlier one.
# Source: S 3.4, A0023.
status break custom
user ana support=1 chat=2
0s available ana
  > ana available
0s queue c1 support channel=chat
  > c1 queued in support
  > c1 offered to ana at once
1s accept ana c1
  > ana accepted c1
2s break ana
  > ana next break
3s queue c2 support channel=chat
  > c2 queued in support
4s offline ana
  > ana next offline
5s available ana
  > ana cancelled the next status
  > c2 offered to ana after 2s
agent ana
  > available since 0s, in line since 1s
  > c1 CHAT CONNECTED since 1s
  > c2 CHAT CONNECTING since 5s, until 25s
