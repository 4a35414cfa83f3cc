# A range includes both its ends, and may be one level; an agent above it does not fit.
# Source: S 1.2 (Range), AG:proficiency-routing (connect:Chat(4-4)).
user one support=1 English:Spoken=1
user three support=1 English:Spoken=3
user four support=1 English:Spoken=4
0s available four
  > four available
0s available three
  > three available
0s available one
  > one available
0s queue c1 support
    step English:Spoken in 1-3
  > c1 queued in support
  > c1 step 1: English:Spoken in 1-3, without end
  > c1 offered to three at once
0s queue c2 support
    step English:Spoken in 1-3
  > c2 queued in support
  > c2 step 1: English:Spoken in 1-3, without end
  > c2 offered to one at once
0s queue c3 support
    step English:Spoken in 4-4
  > c3 queued in support
  > c3 step 1: English:Spoken in 4-4, without end
  > c3 offered to four at once
