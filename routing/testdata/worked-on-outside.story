# Tasks and calls that are worked on outside are told to the contact centre: a task that is done, a task that an agent
# has, and agents who join a call of another voice system, two segments of it at once. None of them rings or asks for a
# slot; what an agent has keeps him from being offered more.
# Source: S 4.1 (CreateContact), AG:model-contact-transfers-conferencing, A0134, A0135.
user ana support=1 voice=1 task=1
user bob support=1 voice=1 task=1
0s available ana bob
  > ana available
  > bob available
0s create done channel=task
  > done started
  > done ended: OTHER
  > done completed
0s describe done
  > TASK, COMPLETED
  > ended at 0s: OTHER
0s create hers ana channel=task
  > hers started
  > ana has hers
0s queue waiting support channel=task
  > waiting queued in support
  > waiting offered to bob at once
10s accept bob waiting
  > bob accepted waiting
20s create second ana channel=task
  > second started
  > ana has second
30s queue alone support channel=task
  > alone queued in support
40s disconnect ana hers
  > hers ended: AGENT_DISCONNECT, ana has after-contact work
40s complete ana hers
  > ana is done with hers: completed
  > hers completed
50s disconnect ana second
  > second ended: AGENT_DISCONNECT, ana has after-contact work
50s complete ana second
  > ana is done with second: completed
  > second completed
  > alone offered to ana after 20s
50s accept ana alone
  > ana accepted alone
1m queue call support subtype=ExternalAudio
  > call queued in support
1m create joined bob channel=voice joins=call
  > joined started
  > call goes on as joined
  > bob has joined
1m create third ana channel=voice joins=call
  > error: limit: the call of contact call has 2 segments that have not ended, as many as it may have at once; stop one of them
1m describe joined
  > VOICE, CONNECTED
  > TRANSFER, follows call
  > with bob since 1m00s
2m leave call
  > call ended: CUSTOMER_DISCONNECT
  > call completed
2m create later ana channel=voice joins=joined
  > later started
  > joined goes on as later
  > ana has later
2m agent bob
  > available since 0s, in line since 1m00s
  > waiting TASK CONNECTED since 10s
  > joined VOICE CONNECTED since 1m00s
3m create none bob channel=voice joins=done
  > error: improper: contact done is no call of another voice system; give the PreviousContactId of a contact with the subtype connect:ExternalAudio
3m create unknown bob channel=voice
  > error: improper: PreviousContactId is not given; name the segment of the call that the agent joins
3m create chat bob channel=chat
  > error: improper: Channel is CHAT; CreateContact makes VOICE, EMAIL and TASK
