# A customer queue flow moves a contact that has waited too long to another queue. It goes on as the next segment: as old
# as its new place, with its criteria from their beginning and its priority; the same flow goes on with it, and what its
# flow has set for later stays set.
# Source: S 1.4, S 4.2; AG:transfer-to-queue, AG:queue-to-queue-transfer, AG:proficiency-routing, AG:about-routing,
# DG:contact-actions-dequeuecontactandtransfertoqueue, A0252.
user ana support=1 voice=1
user bob sales=1 Language:French=2 voice=1 chat=1 cross=any
flow hello agent-whisper
    wait 5s
    end
flow patience customer-queue
    again: wait 30s
    requeue sales
    go again
flow greet
    on CustomerQueue patience
    on AgentWhisper hello
    queue support
    transfer
0s start c1 flow=greet
  > c1 started
  > c1 queued in support
  > c1 waits at block again of patience until 30s
10s routing c1 priority=2
    step Language:French>=3 for 20s
    step Language:French>=2
  > c1 priority 2
  > c1 criteria 0
  > c1 step 1: Language:French>=3, until 30s
30s
  > c1 step 1 expired
  > c1 step 2: Language:French>=2, without end
  > c1 goes on in its flow
  > c1 goes on as c1.2
  > c1 ended: CONTACT_FLOW_DISCONNECT
  > c1 completed
  > c1.2 queued in sales
  > c1.2 step 1: Language:French>=3, until 50s
  > c1.2 waits at block again of patience until 1m00s
describe c1
  > VOICE, COMPLETED, was queued in support at 0s
  > priority 2
  > criteria 0, activated at 10s
  > step 1 EXPIRED for 20s, until 30s: Language:French>=3
  > step 2 DEACTIVATED, never expires: Language:French>=2
  > ended at 30s: CONTACT_FLOW_DISCONNECT
describe c1.2
  > VOICE, QUEUED, waits in sales since 30s
  > QUEUE_TRANSFER, follows c1
  > priority 2
  > criteria 0, activated at 30s
  > step 1 ACTIVE for 20s, until 50s: Language:French>=3
  > step 2 INACTIVE, never expires: Language:French>=2
35s available ana bob
  > ana available
  > bob available
50s accept bob c1.2
  > c1.2 step 1 expired
  > c1.2 step 2: Language:French>=2, without end
  > c1.2 offered to bob after 20s
  > bob accepted c1.2, step 2 joined
  > c1.2 waits at block 1 of hello until 55s
51s describe c1.2
  > VOICE, CONNECTED, was queued in sales at 30s
  > QUEUE_TRANSFER, follows c1
  > priority 2
  > with bob since 50s
  > criteria 0, activated at 30s
  > step 1 EXPIRED for 20s, until 50s: Language:French>=3
  > step 2 JOINED, never expires: Language:French>=2
stop c1.2
  > error: improper: contact c1.2 is a call whose initiation method is QUEUE_TRANSFER; StopContact does not end such calls
55s
  > c1.2 goes on in its flow
1m disconnect bob c1.2
  > c1.2 ended: AGENT_DISCONNECT, bob has after-contact work
1m start c2 channel=task flow=greet
  > c2 started
  > c2 queued in support
  > c2 waits at block again of patience until 1m30s
1m40s stop c2.2
  > 1m30s c2 goes on in its flow
  > 1m30s c2 goes on as c2.2
  > 1m30s c2 ended: OTHER
  > 1m30s c2 completed
  > 1m30s c2.2 queued in sales
  > 1m30s c2.2 waits at block again of patience until 2m00s
  > c2.2 ended: API
  > c2.2 completed
