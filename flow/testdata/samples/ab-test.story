# Callers are shared out between two greetings, and remember which they heard.
# Source: AG:sample-ab-test.
user ana support=1
flow test file=ab-test.json
0s start c1 flow=test
  > c1 started
  > c1 has group=B
  > c1 queued in support
1s start c2 flow=test
  > c2 started
  > c2 has group=B
  > c2 queued in support
2s start c3 flow=test
  > c3 started
  > c3 has group=A
  > c3 queued in support
3s start c4 flow=test
  > c4 started
  > c4 has group=B
  > c4 queued in support
