# When nobody in the whole instance has the proficiency there is no shortcut: the step is waited out.
# Source: S 1.3.9.
user ana support=1
attribute Language Basque
0s available ana
  > ana available
0s queue c1 support
    step Language:Basque>=1 for 45s
  > c1 queued in support
  > c1 step 1: Language:Basque>=1, until 45s
44s
45s
  > c1 step 1 expired
  > c1 offered to ana after 45s
