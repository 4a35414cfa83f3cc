# Auto-accept connects in the instant of the offer, for the channels for which the user has it.
# Source: S 3.6, A0013, A0031.
user ana support=1 chat=2 voice=1 cross=any autoaccept=CHAT
0s available ana
  > ana available
1s queue c1 support channel=chat
  > c1 queued in support
  > c1 offered to ana at once
  > ana accepted c1 automatically
agent ana
  > available since 0s, in line since 1s
  > c1 CHAT CONNECTED since 1s
2s queue c2 support channel=voice
  > c2 queued in support
  > c2 offered to ana at once
agent ana
  > available since 0s, in line since 1s
  > c1 CHAT CONNECTED since 1s
  > c2 VOICE CONNECTING since 2s, until 22s
