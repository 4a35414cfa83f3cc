# A contact that waits is given to somebody by hand: it rings at him though he is on a break, has no slot left, or does
# not fit the criteria. Missed, it goes back to its queue with its age, and he is blocked as by any miss. No step is joined.
# Source: S 1.5, S 3.6, A0117.
status break custom
user ana support=1 Language:French=3 task=1
user bob support=1 task=1
0s available bob
  > bob available
0s queue t1 support channel=task
  > t1 queued in support
  > t1 offered to bob at once
0s accept bob t1
  > bob accepted t1
1s queue t2 support channel=task
    step Language:French>=4 for 1m
    step Language:French>=3
  > t2 queued in support
  > t2 step 1: Language:French>=4, until 1m01s
2s give t2 bob
  > t2 associated with bob
  > t2 offered to bob after 1s
3s agent bob
  > available since 0s, in line since 0s
  > t1 TASK CONNECTED since 0s
  > t2 TASK CONNECTING since 2s, until 32s
4s routing t2
    step Language:French>=5
  > t2 step 1 interrupted
  > t2 criteria 1
  > t2 step 1: Language:French>=5, without end
10s accept bob t2
  > bob accepted t2, no step joined
10s describe t2
  > TASK, CONNECTED, was queued in support at 1s
  > with bob since 10s
  > criteria 1, activated at 4s
  > step 1 DEACTIVATED, never expires: Language:French>=5
11s break ana
  > ana break
12s queue t3 support channel=task
  > t3 queued in support
13s give t3 ana
  > t3 associated with ana
  > t3 offered to ana after 1s
20s give t3 bob
  > error: conflict: contact t3 rings at user ana; it can be associated again if he does not take it
43s describe t3
  > ana missed t3
  > TASK, QUEUED, waits in support since 12s
44s available ana
  > ana dismissed t3
  > ana available
  > t3 offered to ana after 32s
