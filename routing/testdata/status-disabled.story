# A break is no longer given: whoever is in it stays there, whose next status it is goes there when he is free, and
# nobody can choose it any more until it is enabled again.
# Source: S 3.4, AG:agent-custom, A0205.
status break custom
user ana support=1
user bob support=1
user eve support=1
0s available ana bob eve
  > ana available
  > bob available
  > eve available
0s break eve
  > eve break
1s queue c1 support
  > c1 queued in support
  > c1 offered to ana at once
2s accept ana c1
  > ana accepted c1
3s break ana
  > ana next break
4s disable break
5s agent eve
  > break since 0s
5s break bob
  > error: invalid: the agent status break is disabled; enable it, or give one that is enabled
6s agent bob
  > available since 0s, in line since 0s
7s leave c1
  > c1 ended: CUSTOMER_DISCONNECT, ana has after-contact work
8s complete ana c1
  > ana is done with c1: completed
  > c1 completed
  > ana break
8s agent ana
  > break since 8s
9s enable break
10s break bob
  > bob break
11s available ana
  > ana available
12s disable available
  > error: improper: Available is a status of the type ROUTABLE, which every instance needs; only CUSTOM statuses can be disabled
