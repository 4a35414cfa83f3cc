# A preferred agent who is offline, busy, or in a custom status keeps the contact restricted until the step expires.
# Source: S 1.3.9, AG:set-routing-criteria FAQ.
status break custom
user ana support=1
user bob support=1
user cem support=1
user dan support=1
0s offline ana
  > ana offline
0s break bob
  > bob break
0s available cem
  > cem available
0s queue busy support
  > busy queued in support
  > busy offered to cem at once
1s accept cem busy
  > cem accepted busy
2s available dan
  > dan available
3s queue c1 support
    step agent ana for 10s
    step agent bob, cem for 10s
  > c1 queued in support
  > c1 step 1: agent ana, until 13s
13s
  > c1 step 1 expired
  > c1 step 2: agent bob, cem, until 23s
23s
  > c1 step 2 expired
  > c1 offered to dan after 20s
