# Amazon's example of cross-channel routing: calls and chats let nothing else in, tasks do; two chats, one task.
# Source: S 3.3, AG:routing-profiles (the seven steps).
profile example support=1 voice=1 chat=2 task=1 email=1 cross=current@VOICE,CHAT cross=any@TASK,EMAIL
user ana profile=example
0s available ana
  > ana available
# 1. Fully idle, she accepts a chat. A task comes: chats let no other channel in.
1s queue chat1 support channel=chat
  > chat1 queued in support
  > chat1 offered to ana at once
2s accept ana chat1
  > ana accepted chat1
3s queue task1 support channel=task
  > task1 queued in support
# 2. Another chat: she may have two.
4s queue chat2 support channel=chat
  > chat2 queued in support
  > chat2 offered to ana at once
5s accept ana chat2
  > ana accepted chat2
# 3. She finishes both chats with their after-contact work; only then the task is offered.
10s disconnect ana chat1
  > chat1 ended: AGENT_DISCONNECT, ana has after-contact work
11s complete ana chat1
  > ana is done with chat1: completed
  > chat1 completed
12s disconnect ana chat2
  > chat2 ended: AGENT_DISCONNECT, ana has after-contact work
13s complete ana chat2
  > ana is done with chat2: completed
  > chat2 completed
  > task1 offered to ana after 10s
14s accept ana task1
  > ana accepted task1
# 4. Tasks let other channels in: a chat is offered.
15s queue chat3 support channel=chat
  > chat3 queued in support
  > chat3 offered to ana at once
16s accept ana chat3
  > ana accepted chat3
# 5. A call: the task would let it in, the chat does not.
17s queue call support channel=voice
  > call queued in support
# 6. She completes the chat and works on the task only: the call is offered.
18s disconnect ana chat3
  > chat3 ended: AGENT_DISCONNECT, ana has after-contact work
19s complete ana chat3
  > ana is done with chat3: completed
  > chat3 completed
  > call offered to ana after 2s
20s accept ana call
  > ana accepted call
# 7. Another task: the call lets nothing in; and after the call she still has one task, which is all she may have.
21s queue task2 support channel=task
  > task2 queued in support
22s disconnect ana call
  > call ended: AGENT_DISCONNECT, ana has after-contact work
23s complete ana call
  > ana is done with call: completed
  > call completed
24s disconnect ana task1
  > task1 ended: AGENT_DISCONNECT, ana has after-contact work
25s complete ana task1
  > ana is done with task1: completed
  > task1 completed
  > task2 offered to ana after 4s
