# The agent has left: the customer of a chat may write again within a quarter of an hour; a caller is asked once whether
# he was happy; a task goes back to its agent.
# Source: S 4.2, 4.6; AG:sample-disconnect, AG:set-disconnect-flow, AG:wait.
user ana BasicQueue=1 chat=2 voice=1 task=1 acw=5s
user bob BasicQueue=1 chat=2
flow greet
    on CustomerRemaining "Sample disconnect flow"
    queue BasicQueue
    transfer
0s available ana
  > ana available
0s start c1 channel=chat flow=greet
  > c1 started
  > c1 queued in BasicQueue
  > c1 offered to ana at once
accept ana c1
  > ana accepted c1
1m disconnect ana c1
  > c1 goes on as c1.2
  > c1 ended: AGENT_DISCONNECT, ana has after-contact work until 1m05s
  > c1.2 waits at block Wait of Sample disconnect flow until 16m00s
10m returns c1.2
  > 1m05s ana is done with c1: timeout
  > 1m05s c1 completed
  > c1.2 hears from its customer again
  > c1.2 goes on in its flow
  > c1.2 queued in BasicQueue
  > c1.2 offered to ana at once
10m1s accept ana c1.2
  > ana accepted c1.2
11m disconnect ana c1.2
  > c1.2 goes on as c1.3
  > c1.2 ended: AGENT_DISCONNECT, ana has after-contact work until 11m05s
  > c1.3 waits at block Wait of Sample disconnect flow until 26m00s
26m
  > 11m05s ana is done with c1.2: timeout
  > 11m05s c1.2 completed
  > c1.3 goes on in its flow
  > c1.3 ended: CONTACT_FLOW_DISCONNECT
  > c1.3 completed
30m start c2 flow=greet
  > c2 started
  > c2 queued in BasicQueue
  > c2 offered to ana at once
accept ana c2
  > ana accepted c2
31m disconnect ana c2
  > c2 goes on as c2.2
  > c2 ended: AGENT_DISCONNECT, ana has after-contact work until 31m05s
  > c2.2 has DisconnectFlowRun=Y
  > c2.2 waits at block Happy of Sample disconnect flow until 31m05s
31m3s enter c2.2 2
  > c2.2 goes on in its flow
  > c2.2 has happy=no
  > c2.2 ended: CONTACT_FLOW_DISCONNECT
  > c2.2 completed
32m start c3 channel=task flow=greet
  > 31m05s ana is done with c2: timeout
  > 31m05s c2 completed
  > c3 started
  > c3 queued in BasicQueue
  > c3 offered to ana at once
accept ana c3
  > ana accepted c3
33m disconnect ana c3
  > c3 goes on as c3.2
  > c3 ended: AGENT_DISCONNECT, ana has after-contact work until 33m05s
  > c3.2 queued for ana
33m1s describe c3.2
  > TASK, QUEUED, waits for ana since 33m00s
  > DISCONNECT, follows c3
34m start c4 channel=task flow="Sample disconnect flow"
  > 33m05s ana is done with c3: timeout
  > 33m05s c3 completed
  > 33m05s c3.2 offered to ana after 5s
  > 33m35s ana missed c3.2
  > c4 started
  > c4 ended: CONTACT_FLOW_DISCONNECT
  > c4 completed
flow once-more
    set DisconnectFlowRun=Y
    flow "Sample disconnect flow"
35m start c5 flow=once-more
  > c5 started
  > c5 has DisconnectFlowRun=Y
  > c5 ended: CONTACT_FLOW_DISCONNECT
  > c5 completed
