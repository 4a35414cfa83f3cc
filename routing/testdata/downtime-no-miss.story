# A pause of the machine while it rings: the offer is withdrawn at its beginning, without a miss and without a block, and
# made again at its end. The agent keeps his place in the line.
# Source: A0027, house of the engine (after a gap).
user ana support=1
user bob support=1
0s available ana bob
  > ana available
  > bob available
0s queue c1 support
  > c1 queued in support
  > c1 offered to ana at once
5s downtime 1h
  > nobody was there from 5s to 1h00m05s
  > c1 withdrawn from ana: downtime
  > 1h00m05s c1 offered to ana after 1h00m05s
agent ana
  > available since 0s, in line since 0s
  > c1 VOICE CONNECTING since 1h00m05s, until 1h00m25s
1h00m25s
  > ana missed c1
  > c1 offered to bob after 1h00m25s
