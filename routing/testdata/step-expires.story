# When a step's time ends without a join it is EXPIRED and the next one ACTIVE, in the same instant; the events tell of
# it whether or not anybody asked.
# Source: S 1.3.4.
queue support
attribute Language French
0s queue c1 support
    step Language:French>=5 for 10s
    step Language:French>=4 for 10s
    step Language:French>=3
  > c1 queued in support
  > c1 step 1: Language:French>=5, until 10s
9s
10s describe c1
  > c1 step 1 expired
  > c1 step 2: Language:French>=4, until 20s
  > VOICE, QUEUED, waits in support since 0s
  > criteria 0, activated at 0s
  > step 1 EXPIRED for 10s, until 10s: Language:French>=5
  > step 2 ACTIVE for 10s, until 20s: Language:French>=4
  > step 3 INACTIVE, never expires: Language:French>=3
20s describe c1
  > c1 step 2 expired
  > c1 step 3: Language:French>=3, without end
  > VOICE, QUEUED, waits in support since 0s
  > criteria 0, activated at 0s
  > step 1 EXPIRED for 10s, until 10s: Language:French>=5
  > step 2 EXPIRED for 10s, until 20s: Language:French>=4
  > step 3 ACTIVE, never expires: Language:French>=3
