# Recording is set as the caller wishes; the recording itself is no business of a flow here.
# Source: S 4.6; AG:sample-recording-behavior, AG:set-recording-behavior.
user ana BasicQueue=1
0s start c1 flow="Sample recording behavior"
  > c1 started
  > c1 waits at block Whom of Sample recording behavior until 5s
1s enter c1 3
  > c1 goes on in its flow
  > c1 has recorded=Customer
  > c1 queued in BasicQueue
2s start c2 flow="Sample recording behavior"
  > c2 started
  > c2 waits at block Whom of Sample recording behavior until 7s
7s
  > c2 goes on in its flow
  > c2 queued in BasicQueue
8s start c3 flow="Sample recording behavior" channel=chat
  > c3 started
  > c3 has recorded=Both
  > c3 queued in BasicQueue
9s start c4 flow="Sample recording behavior" channel=task
  > c4 started
  > c4 queued in BasicQueue
10s start c5 flow="Sample recording behavior"
  > c5 started
  > c5 waits at block Whom of Sample recording behavior until 15s
11s enter c5 4
  > c5 goes on in its flow
  > c5 has recorded=Nobody
  > c5 queued in BasicQueue
