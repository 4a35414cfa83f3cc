# Where the queue of a callback has no outbound whisper flow, the default one runs when the agent accepts it. The customer
# has no whisper of his own by default, and nothing plays by default while the callback waits.
# Source: AG:contact-initiation-methods, AG:default-outbound, A0264, A0277.
user ana support=1
publish "Default outbound"
    set told=yes
publish "Default agent whisper"
    set whispered=agent
publish "Default customer whisper"
    set whispered=customer
publish "Default customer queue"
    set queued=yes
    repeat 20s
flow greet
    set phone=+12065550100
    queue support
    callback-number $.Attributes.phone
    callback after=10s calls=1
0s start c1 flow=greet
  > c1 started
  > c1 has phone=+12065550100
  > c1.2 scheduled for 10s
  > c1 goes on as c1.2
  > c1 ended: CONTACT_FLOW_DISCONNECT
  > c1 completed
15s available ana
  > 10s c1.2 begins
  > 10s c1.2 queued in support
  > ana available
  > c1.2 offered to ana after 5s
accept ana c1.2
  > ana accepted c1.2
  > c1.2 has told=yes
  > c1.2 has whispered=agent
18s connect c1.2
  > c1.2 connected to its customer
20s disconnect ana c1.2
  > c1.2 ended: AGENT_DISCONNECT, ana has after-contact work
complete ana c1.2
  > ana is done with c1.2: completed
  > c1.2 completed
flow ours outbound-whisper
    set told=ours
outbound support ours
30s start c2 flow=greet
  > c2 started
  > c2 has phone=+12065550100
  > c2.2 scheduled for 40s
  > c2 goes on as c2.2
  > c2 ended: CONTACT_FLOW_DISCONNECT
  > c2 completed
41s accept ana c2.2
  > 40s c2.2 begins
  > 40s c2.2 queued in support
  > 40s c2.2 offered to ana at once
  > ana accepted c2.2
  > c2.2 has told=ours
  > c2.2 has whispered=agent
45s connect c2.2
  > c2.2 connected to its customer
