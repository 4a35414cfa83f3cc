# A module asks for the profile of the customer and opens a case, neither of which exists here; then the call would go
# outside, and is queued since that fails.
# Source: S 4.6; AG:contact-flow-modules, AG:customer-profiles-block, AG:cases-block, AG:transfer-to-phone-number, A0281.
user ana support=1
module customer file=customer-module.json
flow sample file=module-caller.json
flow call
    set outside=+12065550100
    flow sample
0s start c1 flow=call
  > c1 started
  > c1 has outside=+12065550100
  > c1 has customer=unknown
  > c1 has case=none
  > c1 queued in support
1s start c2 flow=call channel=chat
  > c2 started
  > c2 has outside=+12065550100
  > c2 has customer=unknown
  > c2 has case=none
  > c2 queued in support
2s available ana
  > ana available
  > c1 offered to ana after 2s
