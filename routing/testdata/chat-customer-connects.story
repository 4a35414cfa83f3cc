# The customer of a chat has five minutes to connect. Meanwhile the chat waits and is offered like any other; if he does
# not come, it ends wherever it is: in the queue, ringing, with an agent. Who has connected may say so again, and is
# not expected any more. Calls and tasks have nobody to wait for, and a pause of the machine does not count.
# Source: S 10 (customer side of a chat), A0014, A0027.
customers 5m
user ana support=1 voice=1 chat=2 task=1 cross=any
0s queue lost support channel=chat
  > lost queued in support
0s queue there support channel=chat
  > there queued in support
0s queue call support channel=voice
  > call queued in support
1m connect there
  > there connected to its customer
1m connect there
1m connect call
2m available ana
  > ana available
  > lost offered to ana after 2m00s
  > there offered to ana after 2m00s
  > call offered to ana after 2m00s
2m accept ana lost
  > ana accepted lost
4m59s describe there
  > 2m20s ana missed there
  > 2m20s ana missed call
  > CHAT, QUEUED, waits in support since 0s
5m
  > lost ended: CUSTOMER_CONNECTION_NOT_ESTABLISHED, ana has after-contact work
5m describe there
  > CHAT, QUEUED, waits in support since 0s
6m queue late support channel=chat
  > late queued in support
10m downtime 1h
  > nobody was there from 10m00s to 1h10m00s
1h10m59s
1h11m
  > late ended: CUSTOMER_CONNECTION_NOT_ESTABLISHED
  > late completed
1h12m queue gone support channel=chat life=1m
  > gone queued in support
1h13m connect gone
  > gone ended: EXPIRED
  > gone completed
  > error: conflict: contact gone has ended already
