# Only a task that lives, has begun and is not paused can be paused, and only one that is paused can be resumed; an
# agent does so only with what is in his hands. A contact that no agent has can be routed anew while it rests; one that
# an agent has paused cannot.
# Source: S 4.1, AG:concepts-pause-and-resume-tasks, A0100, A0104.
user ana support=1 task=1 voice=1
user bob support=1 task=1
0s queue call support
  > call queued in support
0s pause call
  > error: improper: contact call is of channel VOICE; only tasks can be paused and resumed
0s resume call
  > error: improper: contact call is of channel VOICE; only tasks can be paused and resumed
0s queue c1 support channel=task
  > c1 queued in support
0s resume c1
  > error: conflict: contact c1 is not paused; only a paused task can be resumed
0s pause c1 by=ana
  > error: conflict: contact c1 is not in the hands of user ana
0s pause c1
  > c1 paused
0s routing c1 priority=2
  > c1 priority 2
0s routing c1
    step agent bob
  > c1 criteria 0
0s resume c1 support
  > c1 resumed
  > c1 queued in support
  > c1 step 1: agent bob, without end
1s available ana bob
  > ana available
  > call offered to ana after 1s
  > bob available
  > c1 offered to bob after 1s
2s accept bob c1
  > bob accepted c1, step 1 joined
3s pause c1 by=ana
  > error: conflict: contact c1 is not in the hands of user ana
3s pause c1 by=bob
  > c1 paused
4s resume c1 by=ana
  > error: conflict: contact c1 is not in the hands of user ana
4s accept bob c1
  > error: conflict: contact c1 is PAUSED with user bob, who can accept it only while it is CONNECTING
4s routing c1 priority=1
  > error: conflict: contact c1 is with an agent already; only a contact that waits can be routed anew
5s resume c1 support
  > c1 resumed
  > c1 took the error branch NoMatchingError of TransferContactToQueue
  > c1 ended: CONTACT_FLOW_DISCONNECT, bob has after-contact work
5s pause c1 by=bob
  > error: conflict: contact c1 has ended; only a task that lives can be paused and resumed
6s delete user bob
  > bob is done with c1: user deleted
  > c1 completed
  > bob deleted
