# Without a word about cross-channel behaviour, whoever works on one channel gets nothing of another. What counts is the
# behaviour of the channel in hand; that of the offered channel does not matter.
# Source: S 3.3, A0030.
user ana support=1 chat=2 task=2
user bob support=1 chat=2 task=2 cross=any@CHAT
0s available ana
  > ana available
1s queue task1 support channel=task
  > task1 queued in support
  > task1 offered to ana at once
2s queue chat1 support channel=chat
  > chat1 queued in support
3s available bob
  > bob available
  > chat1 offered to bob after 1s
# bob has a chat, which lets others in; then a task too, which lets nothing else in, not even another chat.
4s queue task2 support channel=task
  > task2 queued in support
  > task2 offered to ana at once
5s queue task3 support channel=task
  > task3 queued in support
  > task3 offered to bob at once
6s queue chat2 support channel=chat
  > chat2 queued in support
# Another task comes in: his chat lets it in, and he has room for two tasks.
7s queue task4 support channel=task
  > task4 queued in support
  > task4 offered to bob at once
