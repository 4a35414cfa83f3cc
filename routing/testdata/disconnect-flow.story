# An agent leaves and the customer of a chat remains: the flow that is set for this goes on with him, as the next contact
# of the chain, while the agent has after-contact work. It waits for the customer to write again and puts him into the
# queue he came from, as new as any there; or it ends with the wait. What an agent leaves a second time goes on again.
# Source: S 4.2; AG:set-disconnect-flow, AG:sample-disconnect, AG:web-and-mobile-chat, AG:wait, A0253.
user ana support=1 chat=3 acw=10s
flow remain
    say "The agent has left."
    wait 15m back
    hang-up
    back: priority 1
    transfer
flow greet
    on CustomerRemaining remain
    queue support
    transfer
0s start c1 channel=chat flow=greet
  > c1 started
  > c1 queued in support
0s available ana
  > ana available
  > c1 offered to ana at once
10s accept ana c1
  > ana accepted c1
1m disconnect ana c1
  > c1 goes on as c1.2
  > c1 ended: AGENT_DISCONNECT, ana has after-contact work until 1m10s
  > c1.2 waits at block 2 of remain until 16m00s
describe c1
  > CHAT, DISCONNECTED, was queued in support at 0s
  > with ana since 10s
  > ended at 1m00s: AGENT_DISCONNECT
describe c1.2
  > CHAT, IN_FLOW
  > DISCONNECT, follows c1
1m30s returns c1.2
  > 1m10s ana is done with c1: timeout
  > 1m10s c1 completed
  > c1.2 hears from its customer again
  > c1.2 goes on in its flow
  > c1.2 queued in support
  > c1.2 offered to ana at once
describe c1.2
  > CHAT, QUEUED, waits in support since 1m30s
  > DISCONNECT, follows c1
  > priority 1
  > rings at ana since 1m30s, until 1m50s
1m40s accept ana c1.2
  > ana accepted c1.2
returns c1.2
  > c1.2 hears from its customer again
2m disconnect ana c1.2
  > c1.2 goes on as c1.3
  > c1.2 ended: AGENT_DISCONNECT, ana has after-contact work until 2m10s
  > c1.3 waits at block 2 of remain until 17m00s
16m59s
  > 2m10s ana is done with c1.2: timeout
  > 2m10s c1.2 completed
17m
  > c1.3 goes on in its flow
  > c1.3 ended: CONTACT_FLOW_DISCONNECT
  > c1.3 completed
returns c1.3
  > error: conflict: contact c1.3 has ended already

# Nobody remains where the customer leaves or somebody stops the contact, where its own flow hangs up on it, and where the
# agent passes it on.
17m start c2 channel=chat flow=greet
  > c2 started
  > c2 queued in support
  > c2 offered to ana at once
17m accept ana c2
  > ana accepted c2
18m leave c2
  > c2 ended: CUSTOMER_DISCONNECT, ana has after-contact work until 18m10s
18m start c3 channel=chat flow=greet
  > c3 started
  > c3 queued in support
  > c3 offered to ana at once
18m accept ana c3
  > ana accepted c3
19m stop c3
  > 18m10s ana is done with c2: timeout
  > 18m10s c2 completed
  > c3 ended: API, ana has after-contact work until 19m10s
flow abrupt
    on CustomerRemaining remain
    hang-up
19m start c4 channel=chat flow=abrupt
  > c4 started
  > c4 ended: CONTACT_FLOW_DISCONNECT
  > c4 completed
quick again support
20m start c5 channel=chat flow=greet
  > 19m10s ana is done with c3: timeout
  > 19m10s c3 completed
  > c5 started
  > c5 queued in support
  > c5 offered to ana at once
20m accept ana c5
  > ana accepted c5
20m10s pass ana c5 c6 again
  > c5 goes on as c6
  > c5 ended: AGENT_DISCONNECT, ana has after-contact work until 20m20s
  > c6 queued in support
  > c6 offered to ana at once
returns c6
  > c6 hears from its customer again
start t1 channel=task
  > t1 started
  > t1 ended: CONTACT_FLOW_DISCONNECT
  > t1 completed
returns t1
  > error: improper: contact t1 is a TASK; only the customer of a CHAT returns
