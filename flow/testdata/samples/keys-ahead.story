# Callers who know the menus enter their way ahead, all at once or bit by bit; what they enter is used up key by key until
# the flow stops to keep it.
# Source: AG:set-touchtone-buffer-behavior, AG:touchtone-buffering; A0282.
user ana BasicQueue=9
flow sample file=keys-ahead.json

# All of it while the flow pauses; what is left over is stored, and not used any more.
0s start c1 flow=sample
  > c1 started
  > c1 waits at block Pause of sample until 10s
1s enter c1 1
  > c1 waits at block Pause of sample until 10s
2s enter c1 2123456
  > c1 waits at block Pause of sample until 10s
10s
  > c1 goes on in its flow
  > c1 has card=1234
  > c1 has rest=56
  > c1 waits at block Sure of sample until 15s
11s enter c1 1
  > c1 goes on in its flow
  > c1 queued in BasicQueue

# Some of it: a menu uses the rest, and the number is completed.
20s start c2 flow=sample
  > c2 started
  > c2 waits at block Pause of sample until 30s
30s
  > c2 goes on in its flow
  > c2 waits at block Main of sample until 35s
31s enter c2 12
  > c2 goes on in its flow
  > c2 waits at block Card of sample until 51s
enter c2 9876
  > c2 goes on in its flow
  > c2 has card=9876
  > c2 has rest=""
  > c2 waits at block Sure of sample until 36s
enter c2 1
  > c2 goes on in its flow
  > c2 queued in BasicQueue

# Part of the number: three seconds for more, and then it is what it is.
40s start c3 flow=sample
  > c3 started
  > c3 waits at block Pause of sample until 50s
45s enter c3 1255
  > c3 waits at block Pause of sample until 50s
55s
  > 50s c3 goes on in its flow
  > 50s c3 waits at block Card of sample until 53s
  > 53s c3 goes on in its flow
  > 53s c3 has card=55
  > 53s c3 has rest=""
  > 53s c3 waits at block Sure of sample until 58s
56s enter c3 1
  > c3 goes on in its flow
  > c3 queued in BasicQueue

# Part of the number ahead, the rest in time.
60s start c4 flow=sample
  > c4 started
  > c4 waits at block Pause of sample until 1m10s
65s enter c4 121
  > c4 waits at block Pause of sample until 1m10s
71s enter c4 2341
  > 1m10s c4 goes on in its flow
  > 1m10s c4 waits at block Card of sample until 1m13s
  > c4 goes on in its flow
  > c4 has card=1234
  > c4 has rest=1
  > c4 waits at block Sure of sample until 1m16s

# Nobody has more than thirty keys ahead, and only callers have any.
80s start c5 flow=sample
  > 1m16s c4 goes on in its flow
  > 1m16s c4 ended: CONTACT_FLOW_DISCONNECT
  > 1m16s c4 completed
  > c5 started
  > c5 waits at block Pause of sample until 1m30s
81s enter c5 12123400000000001111111111222222
  > c5 waits at block Pause of sample until 1m30s
90s
  > c5 goes on in its flow
  > c5 has card=1234
  > c5 has rest=000000000011111111112222
  > c5 waits at block Sure of sample until 1m35s
90s enter c5 1
  > c5 goes on in its flow
  > c5 queued in BasicQueue
91s start c6 flow=sample channel=chat
  > c6 started
  > c6 has keys=none
  > c6 ended: CONTACT_FLOW_DISCONNECT
  > c6 completed
