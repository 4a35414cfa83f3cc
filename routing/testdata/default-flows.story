# Where no flow is set for the queue, the whispers and the hold, the default ones run: what somebody publishes in them
# happens. As Amazon makes them they only play something, which shows nowhere. Chats hear no default whisper; a flow that is
# set, or switched off, keeps the default from running.
# Source: AG:contact-flow-default, AG:contact-initiation-methods, AG:default-agent-whisper, A0264.
user ana support=1
0s queue c1 support
  > c1 queued in support
5s available ana
  > ana available
  > c1 offered to ana after 5s
accept ana c1
  > ana accepted c1
6s hold ana c1
  > ana put c1 on hold
7s unhold ana c1
  > ana took c1 off hold
8s disconnect ana c1
  > c1 ended: AGENT_DISCONNECT, ana has after-contact work
complete ana c1
  > ana is done with c1: completed
  > c1 completed
publish "Default customer queue"
    set queued=yes
    again: repeat 20s else out
    if $.Channel CHAT again
    set patient=yes
    go again
    out: end
publish "Default agent whisper"
    set whispered=agent
publish "Default customer whisper"
    set whispered=both
publish "Default customer hold"
    set held=customer
publish "Default agent hold"
    set held=both
flow quiet customer-queue
    end
flow greet
    on CustomerQueue quiet
    queue support
    transfer
9s offline ana
  > ana offline
10s queue c2 support
  > c2 queued in support
  > c2 has queued=yes
  > c2 waits at block again of Default customer queue until 30s
30s describe c2
  > c2 goes on in its flow
  > c2 has patient=yes
  > c2 waits at block again of Default customer queue until 50s
  > VOICE, QUEUED, waits in support since 10s
31s available ana
  > ana available
  > c2 offered to ana after 21s
accept ana c2
  > ana accepted c2
  > c2 has whispered=agent
  > c2 has whispered=both
32s hold ana c2
  > ana put c2 on hold
  > c2 has held=both
  > c2 has held=customer
33s unhold ana c2
  > ana took c2 off hold
34s disconnect ana c2
  > c2 ended: AGENT_DISCONNECT, ana has after-contact work
complete ana c2
  > ana is done with c2: completed
  > c2 completed
40s queue c3 support channel=task
  > c3 queued in support
  > c3 has queued=yes
  > c3 offered to ana at once
accept ana c3
  > ana accepted c3
  > c3 has whispered=agent
41s disconnect ana c3
  > c3 ended: AGENT_DISCONNECT, ana has after-contact work
complete ana c3
  > ana is done with c3: completed
  > c3 completed
50s start c4 flow=greet channel=chat
  > c4 started
  > c4 queued in support
  > c4 offered to ana at once
accept ana c4
  > ana accepted c4
51s disconnect ana c4
  > c4 ended: AGENT_DISCONNECT, ana has after-contact work
complete ana c4
  > ana is done with c4: completed
  > c4 completed
flow deaf customer-whisper
    end
flow hurried
    on CustomerQueue quiet
    on CustomerWhisper deaf
    queue support
    transfer
55s start c5 flow=hurried
  > c5 started
  > c5 queued in support
  > c5 offered to ana at once
accept ana c5
  > ana accepted c5
  > c5 has whispered=agent
