# When a contact ends before anybody joined, its running step is DEACTIVATED (events say so; DescribeContact will show
# it INACTIVE). Steps that had their time stay EXPIRED, and no timer runs on.
# Source: S 1.3.13, 1.3.14, A0020.
queue support
attribute Language French
0s queue c1 support
    step Language:French>=5 for 10s
    step Language:French>=4 for 10s
    step Language:French>=3 for 10s
  > c1 queued in support
  > c1 step 1: Language:French>=5, until 10s
15s leave c1
  > 10s c1 step 1 expired
  > 10s c1 step 2: Language:French>=4, until 20s
  > c1 ended: CUSTOMER_DISCONNECT
  > c1 completed
1m describe c1
  > VOICE, COMPLETED, was queued in support at 0s
  > criteria 0, activated at 0s
  > step 1 EXPIRED for 10s, until 10s: Language:French>=5
  > step 2 DEACTIVATED for 10s, until 20s: Language:French>=4
  > step 3 INACTIVE for 10s: Language:French>=3
  > ended at 15s: CUSTOMER_DISCONNECT
