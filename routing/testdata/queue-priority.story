# Among contacts that are equal in the agent's profile, the lower queue priority goes first; one that was never set
# counts as 5, and is not shown.
# Source: S 2.1, 2.2.4, A0028.
user ana support=1 acw=1s
0s queue never support
  > never queued in support
1s queue six support priority=6
  > six queued in support
2s queue four support priority=4
  > four queued in support
3s queue five support priority=5
  > five queued in support
4s queue most support priority=9223372036854775807
  > most queued in support
5s queue one support priority=1
  > one queued in support
describe never
  > VOICE, QUEUED, waits in support since 0s
describe five
  > VOICE, QUEUED, waits in support since 3s
  > priority 5
10s available ana
  > ana available
  > one offered to ana after 5s
leave one
  > one withdrawn from ana: contact ended
  > one ended: CUSTOMER_DISCONNECT
  > one completed
  > four offered to ana after 8s
leave four
  > four withdrawn from ana: contact ended
  > four ended: CUSTOMER_DISCONNECT
  > four completed
  > never offered to ana after 10s
leave never
  > never withdrawn from ana: contact ended
  > never ended: CUSTOMER_DISCONNECT
  > never completed
  > five offered to ana after 7s
leave five
  > five withdrawn from ana: contact ended
  > five ended: CUSTOMER_DISCONNECT
  > five completed
  > six offered to ana after 9s
leave six
  > six withdrawn from ana: contact ended
  > six ended: CUSTOMER_DISCONNECT
  > six completed
  > most offered to ana after 6s
