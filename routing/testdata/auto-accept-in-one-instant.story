# Auto-accept within one instant: who took a contact goes behind the others before he takes another, as with offers that
# ring.
# Source: matching rule (an agent that still has a slot goes to the end), the idle-key table (offered).
user ana support=1/10 chat=2 autoaccept=all
user bob support=1/10 chat=2 autoaccept=all
attribute Language French
0s available ana bob
  > ana available
  > bob available
0s queue c1 support channel=chat
    step Language:French>=1 for 5s
  > c1 queued in support
  > c1 step 1: Language:French>=1, until 5s
0s queue c2 support channel=chat
  > c2 queued in support
0s queue c3 support channel=chat
  > c3 queued in support
5s
  > c1 step 1 expired
10s
  > c1 offered to ana after 10s
  > ana accepted c1 automatically, no step joined
  > c2 offered to bob after 10s
  > bob accepted c2 automatically
  > c3 offered to ana after 10s
  > ana accepted c3 automatically
