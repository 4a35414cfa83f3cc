# An agent has 20 seconds for a call or a chat and 30 for a task; an email is taken to be like a task. At the very end
# of that time it is missed.
# Source: S 3.6, A0017.
user v support=1
user c support=1
user t support=1
user e support=1
0s available v
  > v available
0s queue call support channel=voice
  > call queued in support
  > call offered to v at once
0s available c
  > c available
0s queue chat support channel=chat
    step agent c
  > chat queued in support
  > chat step 1: agent c, without end
  > chat offered to c at once
0s available t
  > t available
0s queue task support channel=task
    step agent t
  > task queued in support
  > task step 1: agent t, without end
  > task offered to t at once
0s available e
  > e available
0s queue mail support channel=email
    step agent e
  > mail queued in support
  > mail step 1: agent e, without end
  > mail offered to e at once
19.999s
20s accept v call
  > v missed call
  > c missed chat
  > error: conflict: contact call is MISSED with user v, who can accept it only while it is CONNECTING
29.999s
30s
  > t missed task
  > e missed mail
