# When an agent accepts a callback, the flow runs that its queue has for calls which go out. It may say which number the
# customer sees; a number that is none ends the call. It hears who the agent is.
# Source: S 4.6; AG:call-phone-number, DG:contact-actions-completeoutboundcall, AG:create-contact-flow; A0277.
user ana support=1 back=1 voice=1 acw=5s
flow greeting outbound-whisper
    set agent=$.Agent.UserName
    place $.Attributes.shown
    say "Please hold for your agent."
    set seen=$.SystemEndpoint.Address
outbound back greeting
flow soon
    queue back
    set phone=+12065550100 shown=+12065550199
    callback-number $.Attributes.phone
    callback after=1s calls=1
    hang-up
flow broken
    queue back
    set phone=+12065550100 shown=nobody
    callback-number $.Attributes.phone
    callback after=1s calls=1
    hang-up
0s available ana
  > ana available
1s start c1 flow=soon
  > c1 started
  > c1 has phone=+12065550100 shown=+12065550199
  > c1.2 scheduled for 2s
  > c1 goes on as c1.2
  > c1 ended: CONTACT_FLOW_DISCONNECT
  > c1 completed
3s accept ana c1.2
  > 2s c1.2 begins
  > 2s c1.2 queued in back
  > 2s c1.2 offered to ana at once
  > ana accepted c1.2
  > c1.2 has agent=ana
  > c1.2 has seen=+12065550199
5s connect c1.2
  > c1.2 connected to its customer
describe c1.2
  > VOICE, CONNECTED, was queued in back at 2s
  > CALLBACK, follows c1
  > counts as queued at 1s
  > scheduled for 2s
  > with ana since 5s
10s leave c1.2
  > c1.2 ended: CUSTOMER_DISCONNECT, ana has after-contact work until 15s
15s start c2 flow=broken
  > ana is done with c1.2: timeout
  > c1.2 completed
  > c2 started
  > c2 has phone=+12065550100 shown=nobody
  > c2.2 scheduled for 16s
  > c2 goes on as c2.2
  > c2 ended: CONTACT_FLOW_DISCONNECT
  > c2 completed
17s accept ana c2.2
  > 16s c2.2 begins
  > 16s c2.2 queued in back
  > 16s c2.2 offered to ana at once
  > ana accepted c2.2
  > c2.2 has agent=ana
  > c2.2 flow failed: the caller id is not a phone number in E.164 form
  > c2.2 ended: OTHER, ana has after-contact work until 22s
describe c2.2
  > VOICE, DISCONNECTED, was queued in back at 16s
  > CALLBACK, follows c2
  > counts as queued at 15s
  > scheduled for 16s
  > accepted by ana at 17s
  > ended at 17s: OTHER

# A call that comes in has no such flow.
30s queue c3 back channel=voice
  > 22s ana is done with c2.2: timeout
  > 22s c2.2 completed
  > c3 queued in back
  > c3 offered to ana at once
31s accept ana c3
  > ana accepted c3
