# An attribute can be deleted while contacts wait for it: their steps match nobody and are waited out. New contacts that
# name it take the error branch of their flow; an update that names it is refused.
# Source: S 1.3.10, A0026.
user ana support=1
attribute Language French
0s available ana
  > ana available
0s queue c1 support
    step Language:French>=1 for 30s
  > c1 queued in support
  > c1 step 1: Language:French>=1, until 30s
5s delete attribute Language
  > attribute Language deleted
10s queue c2 support
    step Language:French>=1 for 30s
  > c2 took the error branch NoMatchingError of UpdateContactRoutingCriteria
  > c2 ended: CONTACT_FLOW_DISCONNECT
  > c2 completed
11s routing c1
    step Language:French>=1 for 10s
  > error: invalid: the predefined attribute "Language" does not exist; create it first
30s
  > c1 step 1 expired
  > c1 offered to ana after 30s
