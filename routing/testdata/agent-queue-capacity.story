# An agent queue holds ten contacts under Amazon's quotas; then the transfer takes the branch of capacity.
# Source: S 3.7, 6.6, AG:amazon-connect-service-limits.
quotas amazon
user ana support=1
0s queue c1 agent=ana
  > c1 queued for ana
0s queue c2 agent=ana
  > c2 queued for ana
0s queue c3 agent=ana
  > c3 queued for ana
0s queue c4 agent=ana
  > c4 queued for ana
0s queue c5 agent=ana
  > c5 queued for ana
0s queue c6 agent=ana
  > c6 queued for ana
0s queue c7 agent=ana
  > c7 queued for ana
0s queue c8 agent=ana
  > c8 queued for ana
0s queue c9 agent=ana
  > c9 queued for ana
0s queue c10 agent=ana
  > c10 queued for ana
# An eleventh call the quota for calls would refuse at the door; a chat gets as far as the queue.
0s queue c11 agent=ana
  > error: limit: 10 contacts of channel VOICE are active, as many as the quota allows
0s queue c12 agent=ana channel=chat
  > c12 took the error branch QueueAtCapacity of TransferContactToQueue
  > c12 ended: CONTACT_FLOW_DISCONNECT
  > c12 completed
# Inside an agent queue the order is the common one: priority, then age.
1s routing c9 priority=4
  > c9 priority 4
2s routing c3 age=10
  > c3 age +10s
3s available ana
  > ana available
  > c9 offered to ana after 3s
leave c9
  > c9 withdrawn from ana: contact ended
  > c9 ended: CUSTOMER_DISCONNECT
  > c9 completed
  > c3 offered to ana after 3s
