# Entering a standard queue activates criteria: the first step is ACTIVE at once, the others wait INACTIVE for their
# predecessors and show no expiry yet.
# Source: S 1.3.2, AG:set-routing-criteria.
queue support
attribute Language French German
12s queue c1 support
    step Language:French>=4 for 20s
    step Language:French>=3 or Language:German>=3 for 40s
    step Language:French>=1
  > c1 queued in support
  > c1 step 1: Language:French>=4, until 32s
15s describe c1
  > VOICE, QUEUED, waits in support since 12s
  > criteria 0, activated at 12s
  > step 1 ACTIVE for 20s, until 32s: Language:French>=4
  > step 2 INACTIVE for 40s: Language:French>=3 or Language:German>=3
  > step 3 INACTIVE, never expires: Language:French>=1
