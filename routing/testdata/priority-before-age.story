# Queue priority decides before age, whatever the adjustment.
# Source: S 2.2.4.
user ana support=1
0s queue old support age=86400
  > old queued in support
1m queue urgent support priority=4
  > urgent queued in support
2m available ana
  > ana available
  > urgent offered to ana after 1m00s
