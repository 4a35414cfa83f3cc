# A flow of its own may lead a callback: it runs at once, whatever delay is given, and must put the callback into a queue.
# It may set a flow for those who wait there, or find that nobody need be called. A whisper that the call's flow has set is
# heard by the agent who accepts the callback.
# Source: AG:transfer-to-queue (Set creation flow), AG:setup-queued-cb, DG:interactions-createcallbackcontact, A0255.
queue small
user ana back=1 voice=1
flow hello agent-whisper
    wait 5s
    end
flow patience customer-queue
    wait 30s
    requeue back
    end
flow create
    if $.Attributes.tier bronze enough
    on CustomerQueue patience
    queue small
    transfer
    enough: hang-up
flow greet
    on AgentWhisper hello
    set phone=+12065550100 tier=gold
    callback-number $.Attributes.phone
    callback after=10m calls=3 flow=create
flow bronze
    set phone=+12065550100 tier=bronze
    callback-number $.Attributes.phone
    callback flow=create
0s available ana
  > ana available
0s start c1 flow=greet
  > c1 started
  > c1 has phone=+12065550100 tier=gold
  > c1.2 started
  > c1 goes on as c1.2
  > c1.2 queued in small
  > c1.2 waits at block 1 of patience until 30s
  > c1 ended: CONTACT_FLOW_DISCONNECT
  > c1 completed
30s
  > c1.2 goes on in its flow
  > c1.2 goes on as c1.3
  > c1.2 ended: CONTACT_FLOW_DISCONNECT
  > c1.2 completed
  > c1.3 queued in back
  > c1.3 offered to ana at once
describe c1.3
  > VOICE, QUEUED, waits in back since 30s
  > QUEUE_TRANSFER, follows c1.2
  > rings at ana since 30s, until 50s
35s accept ana c1.3
  > ana accepted c1.3
  > c1.3 waits at block 1 of hello until 40s
38s connect c1.3
  > c1.3 connected to its customer
1m disconnect ana c1.3
  > 40s c1.3 goes on in its flow
  > c1.3 ended: AGENT_DISCONNECT, ana has after-contact work
1m start c2 flow=bronze
  > c2 started
  > c2 has phone=+12065550100 tier=bronze
  > c2.2 started
  > c2 goes on as c2.2
  > c2.2 ended: CONTACT_FLOW_DISCONNECT
  > c2.2 completed
  > c2 ended: CONTACT_FLOW_DISCONNECT
  > c2 completed
