# A limit of after-contact work that is changed holds from the next contact on; work that is going on keeps its end.
# Source: S 3.6, A0192.
user ana support=1 acw=30s
0s available ana
  > ana available
0s queue c1 support
  > c1 queued in support
  > c1 offered to ana at once
1s accept ana c1
  > ana accepted c1
2s disconnect ana c1
  > c1 ended: AGENT_DISCONNECT, ana has after-contact work until 32s
3s change ana acw=5s
  > ana changed
agent ana
  > available since 0s, in line since 1s
  > c1 VOICE ENDED since 2s, until 32s
32s
  > ana is done with c1: timeout
  > c1 completed
33s queue c2 support
  > c2 queued in support
  > c2 offered to ana at once
34s accept ana c2
  > ana accepted c2
35s disconnect ana c2
  > c2 ended: AGENT_DISCONNECT, ana has after-contact work until 40s
40s
  > ana is done with c2: timeout
  > c2 completed
