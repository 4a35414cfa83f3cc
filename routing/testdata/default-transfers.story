# Quick connects with the default flows of transfers: to an agent, to whom the flow leads by the name of the agent, and to
# a queue, which must be open and have agents who are there.
# Source: AG:default-agent-transfer, AG:default-queue-transfer, AG:check-staffing, A0263.
user ana support=1 voice=1 chat=2
user bob sales=1 voice=1 chat=2
user cyd night=1 chat=1
quick bob agent=bob flow="Default agent transfer"
quick sellers sales flow="Default queue transfer"
quick owls night flow="Default queue transfer"
0s available ana
  > ana available
0s queue c1 support
  > c1 queued in support
  > c1 offered to ana at once
accept ana c1
  > ana accepted c1
1s pass ana c1 c2 bob
  > c1 goes on as c2
  > c1 ended: AGENT_DISCONNECT, ana has after-contact work
  > c2 queued for bob
2s describe c2
  > VOICE, QUEUED, waits for bob since 1s
  > TRANSFER, follows c1
  > counts as queued at 0s
3s available bob
  > bob available
  > c2 offered to bob after 2s
accept bob c2
  > bob accepted c2
4s complete ana c1
  > ana is done with c1: completed
  > c1 completed
5s queue c3 support channel=chat
  > c3 queued in support
  > c3 offered to ana at once
accept ana c3
  > ana accepted c3
6s pass ana c3 c4 sellers
  > c3 goes on as c4
  > c3 ended: AGENT_DISCONNECT, ana has after-contact work
  > c4 queued in sales
7s describe c4
  > CHAT, QUEUED, waits in sales since 6s
  > TRANSFER, follows c3
  > counts as queued at 5s
9s queue c5 support channel=chat
  > c5 queued in support
  > c5 offered to ana at once
accept ana c5
  > ana accepted c5
10s pass ana c5 c6 owls
  > c5 goes on as c6
  > c5 ended: AGENT_DISCONNECT, ana has after-contact work
  > c6 ended: CONTACT_FLOW_DISCONNECT
  > c6 completed
