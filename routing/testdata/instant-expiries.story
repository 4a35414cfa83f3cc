# Steps of several contacts expire in one instant: all are over before anybody chooses, and agents choose in the order of
# their line. Serial choice: bob (longest available) takes the first contact he fits, then ana, then cem.
# Source: matching rule (many things in one instant: the stable matching), table of events (steps expired: one batch).
user ana support=1 Language:French=4 Language:German=4
user bob support=1 Language:German=4
user cem support=1 Language:French=4
attribute Language Basque
0s available bob
  > bob available
1s available ana
  > ana available
2s available cem
  > cem available
# In the order of the queue: f (French), b (anybody), g (German), h (German).
10s queue f support
    step Language:Basque>=1 for 20s
    step Language:French>=4
  > f queued in support
  > f step 1: Language:Basque>=1, until 30s
15s queue b support
    step Language:Basque>=1 for 15s
  > b queued in support
  > b step 1: Language:Basque>=1, until 30s
20s queue g support
    step Language:Basque>=1 for 10s
    step Language:German>=4
  > g queued in support
  > g step 1: Language:Basque>=1, until 30s
25s queue h support priority=1
    step Language:Basque>=1 for 5s
    step Language:German>=4
  > h queued in support
  > h step 1: Language:Basque>=1, until 30s
# bob: h (priority 1) before b and g. ana: f is the oldest she fits. cem: b, as f is taken and g speaks German.
30s
  > f step 1 expired
  > f step 2: Language:French>=4, without end
  > b step 1 expired
  > g step 1 expired
  > g step 2: Language:German>=4, without end
  > h step 1 expired
  > h step 2: Language:German>=4, without end
  > h offered to bob after 5s
  > f offered to ana after 20s
  > b offered to cem after 15s
