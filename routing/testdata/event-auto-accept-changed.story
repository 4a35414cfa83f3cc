# Auto-accept that is switched on holds for the next offer; what rings already goes on ringing, and can be missed.
# Source: S 3.6, A0013, A0192.
user ana support=1 chat=2
0s available ana
  > ana available
0s queue c1 support channel=chat
  > c1 queued in support
  > c1 offered to ana at once
1s change ana autoaccept=CHAT
  > ana changed
2s accept ana c1
  > ana accepted c1
3s queue c2 support channel=chat
  > c2 queued in support
  > c2 offered to ana at once
  > ana accepted c2 automatically
4s disconnect ana c2
  > c2 ended: AGENT_DISCONNECT, ana has after-contact work
4s complete ana c2
  > ana is done with c2: completed
  > c2 completed
5s change ana autoaccept=VOICE
  > ana changed
6s queue c3 support channel=chat
  > c3 queued in support
  > c3 offered to ana at once
26s
  > ana missed c3
