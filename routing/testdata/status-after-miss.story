# Setting a status clears what was missed. A miss while a next status is pending holds the slot, so the status waits for
# the miss to be cleared.
# Source: S 3.6 (back to routable), S 3.4, A0012, A0023.
status break custom
user ana support=1
0s available ana
  > ana available
0s queue c1 support
  > c1 queued in support
  > c1 offered to ana at once
5s break ana
  > ana next break
20s agent ana
  > ana missed c1
  > available since 0s, next break, in line since 0s
  > c1 VOICE MISSED since 20s
30s dismiss ana c1
  > ana dismissed c1
  > ana break
40s available ana
  > ana available
  > c1 offered to ana after 40s
1m
  > ana missed c1
1m10s break ana
  > ana dismissed c1
  > ana break
1m20s available ana
  > ana available
  > c1 offered to ana after 1m20s
1m40s
  > ana missed c1
# Setting the status in which he is already clears it as well, and the contact rings again.
1m50s available ana
  > ana dismissed c1
  > c1 offered to ana after 1m50s
