# A supervisor who takes part disconnects the agent, who has after-contact work. The customer stays with the supervisor
# until one of them leaves; whoever else has listened is out.
# Source: S 4.3, AG:ctr-data-model, AG:monitor-barge, A0233.
user ana support=1 chat=1
user sue support=1 chat=1
user tom support=1 chat=1
0s available ana
  > ana available
0s queue chat1 support channel=chat
  > chat1 queued in support
  > chat1 offered to ana at once
1s accept ana chat1
  > ana accepted chat1
1s offline sue
  > sue offline
1s offline tom
  > tom offline
2s monitor sue chat1 ear1 barge
  > sue monitors chat1 by ear1
2s monitor tom chat1 ear2 barge
  > tom monitors chat1 by ear2
3s barge sue ear1
  > sue barges in by ear1
4s takeover tom ear2
  > error: conflict: user tom listens to contact chat1; he can take it over once he takes part
5s takeover sue ear1
  > chat1 ended: BARGED, ana has after-contact work
  > ear2 ended: BARGED
  > ear2 completed
6s listen sue ear1
  > error: conflict: user sue has taken contact chat1 over; he cannot be silent in it
7s takeover sue ear1
  > error: conflict: contact chat1 has ended; there is nobody to take it over from
10s leave ear1
  > ear1 ended: CUSTOMER_DISCONNECT
  > ear1 completed
