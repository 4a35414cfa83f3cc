# One queue can have another priority for each channel: here calls go before chats that are older.
# Source: S 3.2, AG:routing-profiles (tips).
user ana support=1@VOICE support=2@CHAT,TASK,EMAIL
0s queue chat support channel=chat
  > chat queued in support
1m queue call support channel=voice
  > call queued in support
2m available ana
  > ana available
  > call offered to ana after 1m00s
