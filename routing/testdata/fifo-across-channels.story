# At equal priority the oldest contact goes first across queues and channels.
# Source: S 2.2.4, AG:channels-and-concurrency.
user ana support=1 sales=1
0s queue task support channel=task
  > task queued in support
1s queue chat sales channel=chat
  > chat queued in sales
2s queue call support channel=voice
  > call queued in support
3s queue mail sales channel=email
  > mail queued in sales
10s available ana
  > ana available
  > task offered to ana after 10s
leave task
  > task withdrawn from ana: contact ended
  > task ended: OTHER
  > task completed
  > chat offered to ana after 9s
leave chat
  > chat withdrawn from ana: contact ended
  > chat ended: CUSTOMER_DISCONNECT
  > chat completed
  > call offered to ana after 8s
leave call
  > call withdrawn from ana: contact ended
  > call ended: CUSTOMER_DISCONNECT
  > call completed
  > mail offered to ana after 7s
