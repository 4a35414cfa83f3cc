# A caller who waits asks to be called back and hangs up. After the delay the callback waits in its queue, in the place in
# the order that his call had. An agent accepts it; then the customer is called, and they are together when he answers. A
# call that nobody answers is made again after the delay, as often as was asked; what the agent does not take is no such
# call.
# Source: S 4.1, S 4.2, S 3.7; AG:setup-queued-cb, AG:about-queued-callbacks, AG:queued-callback-example,
# AG:failed-callback-attempt, DG:interactions-createcallbackcontact, A0254, A0255, A0257.
user ana support=1 back=1 voice=1 acw=5s
flow patience customer-queue
    wait 2m
    set phone=+12065550100
    callback-number $.Attributes.phone
    callback back after=99s calls=2 again=10m
    hang-up
flow greet
    on CustomerQueue patience
    priority 3
    queue support
    transfer
0s start c1 flow=greet
  > c1 started
  > c1 priority 3
  > c1 queued in support
  > c1 waits at block 1 of patience until 2m00s
1m queue c2 support
  > c2 queued in support
2m
  > c1 goes on in its flow
  > c1 has phone=+12065550100
  > c1.2 scheduled for 3m39s
  > c1 goes on as c1.2
  > c1 ended: CONTACT_FLOW_DISCONNECT
  > c1 completed
describe c1
  > VOICE, COMPLETED, was queued in support at 0s
  > priority 3
  > ended at 2m00s: CONTACT_FLOW_DISCONNECT
describe c1.2
  > VOICE, SCHEDULED
  > CALLBACK, follows c1
  > counts as queued at 0s
  > scheduled for 3m39s
  > priority 3
3m39s
  > c1.2 begins
  > c1.2 queued in back
describe c1.2
  > VOICE, QUEUED, waits in back since 3m39s
  > CALLBACK, follows c1
  > counts as queued at 0s
  > scheduled for 3m39s
  > priority 3
3m50s available ana
  > ana available
  > c1.2 offered to ana after 11s
4m10s available ana
  > ana missed c1.2
  > ana dismissed c1.2
  > c1.2 offered to ana after 31s
4m15s accept ana c1.2
  > ana accepted c1.2
describe c1.2
  > VOICE, DIALLING, was queued in back at 3m39s
  > CALLBACK, follows c1
  > counts as queued at 0s
  > scheduled for 3m39s
  > priority 3
  > accepted by ana at 4m15s
agent ana
  > available since 3m50s, in line since 4m15s
  > c1.2 VOICE PENDING since 4m15s
5m stop c2
  > c2 ended: API
  > c2 completed
5m15s
  > c1.3 scheduled for 15m15s
  > c1.2 goes on as c1.3
  > c1.2 ended: TELECOM_TIMEOUT, ana has after-contact work until 5m20s
6m disconnect ana c1.2
  > 5m20s ana is done with c1.2: timeout
  > 5m20s c1.2 completed
  > error: conflict: contact c1.2 is not in the hands of user ana, who cannot disconnect it
15m15s
  > c1.3 begins
  > c1.3 queued in back
  > c1.3 offered to ana at once
describe c1.3
  > VOICE, QUEUED, waits in back since 15m15s
  > CALLBACK, follows c1.2
  > scheduled for 15m15s
  > priority 3
  > rings at ana since 15m15s, until 15m35s
15m20s accept ana c1.3
  > ana accepted c1.3
15m30s connect c1.3
  > c1.3 connected to its customer
describe c1.3
  > VOICE, CONNECTED, was queued in back at 15m15s
  > CALLBACK, follows c1.2
  > scheduled for 15m15s
  > priority 3
  > with ana since 15m30s
agent ana
  > available since 3m50s, in line since 15m20s
  > c1.3 VOICE CONNECTED since 15m30s
16m leave c1.3
  > c1.3 ended: CUSTOMER_DISCONNECT, ana has after-contact work until 16m05s
stop c1.3
  > error: gone: contact c1.3 has ended already

# The last call that nobody answers ends it, as it does when the customer declines the first and the agent hangs up.
flow soon
    queue back
    set phone=+12065550100
    callback-number $.Attributes.phone
    callback after=1s calls=1
    hang-up
17m start c3 flow=soon
  > 16m05s ana is done with c1.3: timeout
  > 16m05s c1.3 completed
  > c3 started
  > c3 has phone=+12065550100
  > c3.2 scheduled for 17m01s
  > c3 goes on as c3.2
  > c3 ended: CONTACT_FLOW_DISCONNECT
  > c3 completed
17m2s accept ana c3.2
  > 17m01s c3.2 begins
  > 17m01s c3.2 queued in back
  > 17m01s c3.2 offered to ana at once
  > ana accepted c3.2
17m10s leave c3.2
  > c3.2 ended: TELECOM_UNANSWERED, ana has after-contact work until 17m15s
18m start c4 flow=soon
  > 17m15s ana is done with c3.2: timeout
  > 17m15s c3.2 completed
  > c4 started
  > c4 has phone=+12065550100
  > c4.2 scheduled for 18m01s
  > c4 goes on as c4.2
  > c4 ended: CONTACT_FLOW_DISCONNECT
  > c4 completed
18m2s accept ana c4.2
  > 18m01s c4.2 begins
  > 18m01s c4.2 queued in back
  > 18m01s c4.2 offered to ana at once
  > ana accepted c4.2
18m10s disconnect ana c4.2
  > c4.2 ended: AGENT_DISCONNECT, ana has after-contact work until 18m15s
19m start c5 flow=soon
  > 18m15s ana is done with c4.2: timeout
  > 18m15s c4.2 completed
  > c5 started
  > c5 has phone=+12065550100
  > c5.2 scheduled for 19m01s
  > c5 goes on as c5.2
  > c5 ended: CONTACT_FLOW_DISCONNECT
  > c5 completed
offline ana
  > ana offline
19m5s stop c5.2
  > 19m01s c5.2 begins
  > 19m01s c5.2 queued in back
  > c5.2 ended: API
  > c5.2 completed
20m start c6 flow=soon
  > c6 started
  > c6 has phone=+12065550100
  > c6.2 scheduled for 20m01s
  > c6 goes on as c6.2
  > c6 ended: CONTACT_FLOW_DISCONNECT
  > c6 completed
170h
  > 20m01s c6.2 begins
  > 20m01s c6.2 queued in back
  > 168h20m00s c6.2 ended: OTHER
  > 168h20m00s c6.2 completed
