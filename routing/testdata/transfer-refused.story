# Only tasks and emails are transferred by TransferContact, only while they live, and only to what exists. A chain has
# twelve contacts at most. Where the flow fails, the new segment ends.
# Source: S 4.1, S 4.2, AG:transfer-to-queue.
queue full max=0
user ana support=1
user nobody support=1
0s delete user nobody
  > nobody deleted
0s queue call support channel=voice
  > call queued in support
0s transfer call c2 support
  > error: improper: contact call is of channel VOICE; only a TASK or an EMAIL can be transferred by TransferContact
0s queue mail support channel=email
  > mail queued in support
1s transfer mail m2 support
  > mail goes on as m2
  > mail ended: TRANSFERRED
  > mail completed
  > m2 queued in support
2s transfer mail m2a support
  > error: conflict: contact mail is COMPLETED; only an active contact can be transferred
2s transfer m2 m0 agent=nobody
  > error: not found: user nobody does not exist in this instance
3s transfer m2 m3 support
  > m2 goes on as m3
  > m2 ended: TRANSFERRED
  > m2 completed
  > m3 queued in support
3s transfer m3 m4 support
  > m3 goes on as m4
  > m3 ended: TRANSFERRED
  > m3 completed
  > m4 queued in support
3s transfer m4 m5 support
  > m4 goes on as m5
  > m4 ended: TRANSFERRED
  > m4 completed
  > m5 queued in support
3s transfer m5 m6 support
  > m5 goes on as m6
  > m5 ended: TRANSFERRED
  > m5 completed
  > m6 queued in support
3s transfer m6 m7 support
  > m6 goes on as m7
  > m6 ended: TRANSFERRED
  > m6 completed
  > m7 queued in support
3s transfer m7 m8 support
  > m7 goes on as m8
  > m7 ended: TRANSFERRED
  > m7 completed
  > m8 queued in support
3s transfer m8 m9 support
  > m8 goes on as m9
  > m8 ended: TRANSFERRED
  > m8 completed
  > m9 queued in support
3s transfer m9 m10 support
  > m9 goes on as m10
  > m9 ended: TRANSFERRED
  > m9 completed
  > m10 queued in support
3s transfer m10 m11 support
  > m10 goes on as m11
  > m10 ended: TRANSFERRED
  > m10 completed
  > m11 queued in support
3s transfer m11 m12 support
  > m11 goes on as m12
  > m11 ended: TRANSFERRED
  > m11 completed
  > m12 queued in support
4s transfer m12 m13 support
  > error: limit: the chain of contact m12 has 12 contacts, as many as a chain may have
5s queue lost support channel=task
  > lost queued in support
5s transfer lost lost2 full
  > lost goes on as lost2
  > lost ended: OTHER
  > lost completed
  > lost2 took the error branch QueueAtCapacity of TransferContactToQueue
  > lost2 ended: CONTACT_FLOW_DISCONNECT
  > lost2 completed
6s queue gone support channel=task
  > gone queued in support
6s transfer gone gone2
  > gone goes on as gone2
  > gone ended: OTHER
  > gone completed
  > gone2 ended: CONTACT_FLOW_DISCONNECT
  > gone2 completed
