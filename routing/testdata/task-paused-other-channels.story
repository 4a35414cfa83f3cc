# A paused task does not keep its agent from other channels.
# Source: S 3.3, A0102.
user ana support=1 task=1 chat=1 cross=current
0s available ana
  > ana available
0s queue c1 support channel=task
  > c1 queued in support
  > c1 offered to ana at once
1s accept ana c1
  > ana accepted c1
2s queue c2 support channel=chat
  > c2 queued in support
10s pause c1 by=ana
  > c1 paused
  > c2 offered to ana after 8s
15s accept ana c2
  > ana accepted c2
20s resume c1 by=ana
  > c1 resumed
25s queue c3 support channel=chat
  > c3 queued in support
30s agent ana
  > available since 0s, in line since 15s
  > c1 TASK CONNECTED since 20s
  > c2 CHAT CONNECTED since 15s
