# A queue that a profile lists for manual assignment only is never routed to its agents.
# Source: S 1.5, AG:about-routing.
profile worklist sales=1 manual=support@CHAT,TASK
user ana profile=worklist
0s available ana
  > ana available
0s queue c1 support channel=chat
  > c1 queued in support
1h queue c2 sales channel=chat
  > c2 queued in sales
  > c2 offered to ana at once
