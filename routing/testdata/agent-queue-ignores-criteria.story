# In an agent queue criteria have no effect: every step stays INACTIVE and no timer runs, only the instant of activation
# is stamped. The agent is asked although he does not fit.
# Source: S 1.4, AG:proficiency-routing FAQ.
user ana support=1
attribute Language French
0s queue c1 agent=ana
    step Language:French>=5 for 10s
  > c1 queued for ana
30s available ana
  > ana available
  > c1 offered to ana after 30s
31s describe c1
  > VOICE, QUEUED, waits for ana since 0s
  > rings at ana since 30s, until 50s
  > criteria 0, activated at 0s
  > step 1 INACTIVE for 10s: Language:French>=5
32s accept ana c1
  > ana accepted c1, no step joined
