# The contacts in a deleted user's agent queue stay queued; nobody can take them, and new ones do not enter.
# Source: A0011.
user ana support=1
user bob support=1
0s queue c1 agent=ana
  > c1 queued for ana
1s delete user ana
  > ana deleted
2s available bob
  > bob available
3s queue c2 agent=ana
  > c2 took the error branch NoMatchingError of UpdateContactTargetQueue
  > c2 ended: CONTACT_FLOW_DISCONNECT
  > c2 completed
1h describe c1
  > VOICE, QUEUED, waits for ana since 0s
1h stop c1
  > c1 ended: API
  > c1 completed
