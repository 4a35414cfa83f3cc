# An agent of a profile that is made while contacts wait sees them when its delay has passed, to the instant.
# Source: S 2.2.3, the table of events (queue delay reached, profile changed), matching law I1 (nobody left waiting).
queue support
0s queue c1 support
  > c1 queued in support
10s user ana support=1/60
20s available ana
  > ana available
59s
1m
  > c1 offered to ana after 1m00s
