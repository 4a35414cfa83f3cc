# A deleted user's id stays a valid id, in criteria that wait and in new ones; both wait for him until they expire.
# Source: S 1.3.9, A0026.
user ana support=1
user bob support=1
0s available bob
  > bob available
0s queue c1 support
    step agent ana for 30s
  > c1 queued in support
  > c1 step 1: agent ana, until 30s
10s delete user ana
  > ana deleted
10s queue c2 support
    step agent ana for 10s
  > c2 queued in support
  > c2 step 1: agent ana, until 20s
15s routing c2
    step agent ana for 30s
  > c2 step 1 interrupted
  > c2 criteria 1
  > c2 step 1: agent ana, until 45s
30s
  > c1 step 1 expired
  > c1 offered to bob after 30s
