# Amazon's four tiers: tiers 1 and 2 are equal; tier 3 is seen after 20 seconds and only when those are empty, tier 4
# after 80 seconds and only when all others are empty.
# Source: S 2.2, AG:concepts-routing-profiles-priority example 3.
user ana tier1=1 tier2=1 tier3=2/20 tier4=3/80
0s queue d1 tier4
  > d1 queued in tier4
1m queue c1 tier3
  > c1 queued in tier3
1m05s queue b1 tier2
  > b1 queued in tier2
1m06s queue a1 tier1
  > a1 queued in tier1
1m10s available ana
  > ana available
  > b1 offered to ana after 5s
leave b1
  > b1 withdrawn from ana: contact ended
  > b1 ended: CUSTOMER_DISCONNECT
  > b1 completed
  > a1 offered to ana after 4s
# Tier 3 has waited 10 seconds, tier 4 has waited 70: nobody may be taken yet.
leave a1
  > a1 withdrawn from ana: contact ended
  > a1 ended: CUSTOMER_DISCONNECT
  > a1 completed
1m19s
# At 1m20s both thresholds are reached in one instant; tier 3 goes before tier 4.
1m20s
  > c1 offered to ana after 20s
leave c1
  > c1 withdrawn from ana: contact ended
  > c1 ended: CUSTOMER_DISCONNECT
  > c1 completed
  > d1 offered to ana after 1m20s
