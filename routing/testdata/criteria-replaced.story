# New criteria on a waiting contact start with their first step at that instant: the index goes up by one and the old
# timer is void.
# Source: S 1.3.11, 1.3.15, A0019.
user ana support=1 Language:French=2
0s available ana
  > ana available
0s queue c1 support
    step Language:French>=5 for 10s
    step Language:French>=4 for 30s
  > c1 queued in support
  > c1 step 1: Language:French>=5, until 10s
10s
  > c1 step 1 expired
  > c1 step 2: Language:French>=4, until 40s
30s routing c1
    step Language:French>=3 for 20s
    step Language:French>=2 for 20s
  > c1 step 2 interrupted
  > c1 criteria 1
  > c1 step 1: Language:French>=3, until 50s
describe c1
  > VOICE, QUEUED, waits in support since 0s
  > criteria 1, activated at 30s
  > step 1 ACTIVE for 20s, until 50s: Language:French>=3
  > step 2 INACTIVE for 20s: Language:French>=2
# Nothing happens when the old step would have expired.
40s
50s
  > c1 step 1 expired
  > c1 step 2: Language:French>=2, until 1m10s
  > c1 offered to ana after 50s
