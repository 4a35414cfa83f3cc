# Callers are shared out between two greetings, and remember which they heard.
# Source: AG:sample-ab-test.
user ana BasicQueue=1
0s start c1 flow="Sample AB test"
  > c1 started
  > c1 has group=B
  > c1 queued in BasicQueue
1s start c2 flow="Sample AB test"
  > c2 started
  > c2 has group=B
  > c2 queued in BasicQueue
2s start c3 flow="Sample AB test"
  > c3 started
  > c3 has group=A
  > c3 queued in BasicQueue
3s start c4 flow="Sample AB test"
  > c4 started
  > c4 has group=B
  > c4 queued in BasicQueue
