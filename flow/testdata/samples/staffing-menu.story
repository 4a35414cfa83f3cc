# A menu that is asked twice, a queue that must be open, and another queue where nobody is free and the line is long.
# Source: S 4.6; AG:get-customer-input, AG:loop, AG:check-hours-of-operation, AG:check-staffing, AG:get-queue-metrics.
user ana sales=1
user bob overflow=1
queue support
hours support Europe/Paris
flow sample file=staffing-menu.json
0s start c1 flow=sample
  > c1 started
  > c1 waits at block Menu of sample until 5s
1s enter c1 5
  > c1 goes on in its flow
  > c1 waits at block Menu of sample until 6s
2s enter c1 1
  > c1 goes on in its flow
  > c1 queued in sales
3s start c2 flow=sample
  > c2 started
  > c2 waits at block Menu of sample until 8s
4s enter c2 1
  > c2 goes on in its flow
  > c2 has overflow=yes
  > c2 queued in overflow
5s available ana
  > ana available
  > c1 offered to ana after 3s
6s start c3 flow=sample
  > c3 started
  > c3 waits at block Menu of sample until 11s
7s enter c3 2
  > c3 goes on in its flow
  > c3 ended: CONTACT_FLOW_DISCONNECT
  > c3 completed
8s start c4 flow=sample
  > c4 started
  > c4 waits at block Menu of sample until 13s
18s
  > 13s c4 goes on in its flow
  > 13s c4 waits at block Menu of sample until 18s
  > c4 goes on in its flow
  > c4 ended: CONTACT_FLOW_DISCONNECT
  > c4 completed
20s available ana
accept ana c1
  > ana accepted c1
21s disconnect ana c1
  > c1 ended: AGENT_DISCONNECT, ana has after-contact work
complete ana c1
  > ana is done with c1: completed
  > c1 completed
22s start c5 flow=sample
  > c5 started
  > c5 waits at block Menu of sample until 27s
23s enter c5 1
  > c5 goes on in its flow
  > c5 queued in sales
  > c5 offered to ana at once
