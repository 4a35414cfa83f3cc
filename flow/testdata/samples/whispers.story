# Flows for the events of a conversation: whispers to both sides, the second of which is switched off for some, and what
# each side hears on hold.
# Source: S 4.6; AG:set-whisper-flow, AG:set-hold-flow, A0280.
user ana support=1
flow "to the agent" agent-whisper file=agent-whisper.json
flow "to the customer" customer-whisper file=customer-whisper.json
flow music customer-hold file=customer-hold.json
flow silence agent-hold file=agent-hold.json
flow sample file=whispers.json
flow gold
    set tier=gold
    flow sample
0s available ana
  > ana available
0s start c1 flow=sample
  > c1 started
  > c1 queued in support
  > c1 offered to ana at once
accept ana c1
  > ana accepted c1
  > c1 has whispered=agent
  > c1 has whispered="agent and customer"
1s hold ana c1
  > ana put c1 on hold
  > c1 waits at block Music of silence
  > c1 has held=yes
  > c1 waits at block Music of music
5s unhold ana c1
  > ana took c1 off hold
6s disconnect ana c1
  > c1 ended: AGENT_DISCONNECT, ana has after-contact work
complete ana c1
  > ana is done with c1: completed
  > c1 completed
10s start c2 flow=gold
  > c2 started
  > c2 has tier=gold
  > c2 queued in support
  > c2 offered to ana at once
accept ana c2
  > ana accepted c2
  > c2 has whispered=agent
11s leave c2
  > c2 ended: CUSTOMER_DISCONNECT, ana has after-contact work
