# A routing profile is deleted when no user has it. The delays that only it had open nothing any more.
# Source: S 3.2, A0186.
profile front support=1/20
profile back support=1/40
user ana profile=back
user bob profile=front
0s queue c1 support
  > c1 queued in support
1s available ana
  > ana available
1s available bob
  > bob available
2s delete profile front
  > error: in use: user "bob" (bob) has the routing profile front; give him another first
3s delete user bob
  > bob deleted
4s delete profile front
  > front deleted
20s
40s
  > c1 offered to ana after 40s
