# An agent who missed or rejected goes to the end of the line when the contact is dismissed, or when he sets his status
# again; not before.
# Source: the idle-key table (missed or rejected, then dismissed or status set again), A0012, A0023.
user ana support=1
user bob support=1
user cem support=1 timer=inbound
attribute Language French
0s available ana bob cem
  > ana available
  > bob available
  > cem available
0s queue c1 support
    step agent ana
  > c1 queued in support
  > c1 step 1: agent ana, without end
  > c1 offered to ana at once
0s queue c2 support
    step agent bob
  > c2 queued in support
  > c2 step 1: agent bob, without end
  > c2 offered to bob at once
0s queue c3 support
    step agent cem
  > c3 queued in support
  > c3 step 1: agent cem, without end
  > c3 offered to cem at once
5s reject cem c3
  > cem rejected c3
20s agent ana
  > ana missed c1
  > bob missed c2
  > available since 0s, in line since 0s
  > c1 VOICE MISSED since 20s
21s leave c1
  > c1 ended: CUSTOMER_DISCONNECT
  > c1 completed
21s leave c2
  > c2 ended: CUSTOMER_DISCONNECT
  > c2 completed
21s leave c3
  > c3 ended: CUSTOMER_DISCONNECT
  > c3 completed
# ana sets her status, bob and cem dismiss: in this order they stand in line.
30s available ana
  > ana dismissed c1
31s dismiss cem c3
  > cem dismissed c3
32s dismiss bob c2
  > bob dismissed c2
agent ana
  > available since 0s, in line since 30s
agent cem
  > available since 0s, in line since 31s
agent bob
  > available since 0s, in line since 32s
