# In an agent queue criteria have no effect: every step stays INACTIVE and no timer runs, only the instant of activation
# is stamped. The agent is asked although he does not fit.
# Source: S 1.4, AG:proficiency-routing FAQ.
user ana support=1
attribute Language French
0s queue c1 agent=ana
    step Language:French>=5 for 10s
  > c1 queued for ana
# So have new criteria: they are counted and stamped, and wait INACTIVE.
20s routing c1
    step Language:French>=4 for 5s
  > c1 criteria 1
30s available ana
  > ana available
  > c1 offered to ana after 30s
31s describe c1
  > VOICE, QUEUED, waits for ana since 0s
  > rings at ana since 30s, until 50s
  > criteria 1, activated at 20s
  > step 1 INACTIVE for 5s: Language:French>=4
32s accept ana c1
  > ana accepted c1, no step joined
