# A change of concurrency counts from that instant on: more room is filled at once, with less room nothing new comes
# before the agent holds less than he may, and what he has stays with him.
# Source: the table of events (slot freed, concurrency raised: this agent), S 3.2, 3.3.
profile front support=1 chat=1 task=1
user ana profile=front
0s available ana
  > ana available
0s queue c1 support channel=chat
  > c1 queued in support
  > c1 offered to ana at once
0s queue c2 support channel=chat
  > c2 queued in support
0s queue c3 support channel=chat
  > c3 queued in support
0s queue t1 support channel=task
  > t1 queued in support
1s accept ana c1
  > ana accepted c1
# Room for a second chat.
10s concurrency front chat=2 task=1
  > front changed
  > c2 offered to ana after 10s
11s accept ana c2
  > ana accepted c2
# Room for none: a profile without the channel takes none of it, and those that she has go on.
20s concurrency front task=1
  > front changed
21s leave c1
  > c1 ended: CUSTOMER_DISCONNECT, ana has after-contact work
21s complete ana c1
  > ana is done with c1: completed
  > c1 completed
agent ana
  > available since 0s, in line since 21s
  > c2 CHAT CONNECTED since 11s
# One chat may be held, and she holds one.
30s concurrency front chat=1 task=1
  > front changed
# Beside a chat that lets in other channels there is room for the task, though not for a chat.
40s concurrency front chat=1 task=1 cross=any@CHAT
  > front changed
  > t1 offered to ana after 40s
50s leave c2
  > c2 ended: CUSTOMER_DISCONNECT, ana has after-contact work
50s complete ana c2
  > ana is done with c2: completed
  > c2 completed
