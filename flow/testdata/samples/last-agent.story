# A caller goes back to the agent he knows where he is free, else to everybody.
# Source: S 4.6; AG:transfer-to-agent-block, AG:set-working-queue, AG:check-staffing, A0280.
user ana support=1
user bob support=1
flow sample agent-transfer file=last-agent.json
flow unknown
    flow sample
flow known
    set lastAgent=ana
    flow sample
0s start c1 flow=known
  > c1 started
  > c1 has lastAgent=ana
  > c1 queued in support
1s available bob
  > bob available
  > c1 offered to bob after 1s
accept bob c1
  > bob accepted c1
2s available ana
  > ana available
3s start c2 flow=known
  > c2 started
  > c2 has lastAgent=ana
  > c2 queued for ana
  > c2 offered to ana at once
4s start c3 flow=known channel=chat
  > c3 started
  > c3 has lastAgent=ana
  > c3 queued in support
5s start c4 flow=unknown
  > c4 started
  > c4 queued in support
describe c2
  > VOICE, QUEUED, waits for ana since 3s
  > rings at ana since 3s, until 23s
