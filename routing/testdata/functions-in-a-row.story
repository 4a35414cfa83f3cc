# Functions that follow upon each other take 20 seconds in all: the third has what the first two have left, a fourth
# nothing. A word between them begins anew.
# Source: AG:connect-lambda-functions; A0260.
user ana support=1
flow row
    queue support
    invoke lookup else second
    transfer
    second: invoke lookup else third
    transfer
    third: invoke lookup else fourth
    transfer
    fourth: invoke lookup else over
    transfer
    over: set asked=thrice
    transfer
flow talking
    queue support
    invoke lookup else talk
    transfer
    talk: say "One moment please."
    invoke lookup else more
    transfer
    more: say "Thank you."
    invoke lookup else last
    transfer
    last: set asked=often
    transfer
0s start c1 flow=row
  > c1 started
  > c1 waits at block 2 of row until 8s
21s describe c1
  > 8s c1 goes on in its flow
  > 8s c1 waits at block second of row until 16s
  > 16s c1 goes on in its flow
  > 16s c1 waits at block third of row until 20s
  > 20s c1 goes on in its flow
  > 20s c1 has asked=thrice
  > 20s c1 queued in support
  > VOICE, QUEUED, waits in support since 20s
30s start c2 flow=talking
  > c2 started
  > c2 waits at block 2 of talking until 38s
55s describe c2
  > 38s c2 goes on in its flow
  > 38s c2 waits at block 5 of talking until 46s
  > 46s c2 goes on in its flow
  > 46s c2 waits at block 8 of talking until 54s
  > 54s c2 goes on in its flow
  > 54s c2 has asked=often
  > 54s c2 queued in support
  > VOICE, QUEUED, waits in support since 54s
