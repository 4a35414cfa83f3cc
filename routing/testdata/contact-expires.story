# A contact that outlives its time ends: a chat after 25 hours, a task after seven days, an email after fourteen, or any
# when the life it was given is over. What rings is withdrawn. A call ends when somebody hangs up.
# Source: S 4.1 (expire).
user ana support=1
queue second
0s queue task second channel=task
  > task queued in second
0s queue short support channel=chat life=1h
  > short queued in support
0s queue chat second channel=chat
  > chat queued in second
0s queue mail second channel=email
  > mail queued in second
0s queue call second channel=voice
  > call queued in second
59m50s available ana
  > ana available
  > short offered to ana after 59m50s
1h
  > short withdrawn from ana: contact ended
  > short ended: EXPIRED
  > short completed
25h
  > chat ended: EXPIRED
  > chat completed
167h59m59s
168h
  > task ended: EXPIRED
  > task completed
336h
  > mail ended: EXPIRED
  > mail completed
1000h describe call
  > VOICE, QUEUED, waits in second since 0s
