# A function is asked for the state of the caller; it answers, answers something else, or is too slow.
# Source: S 4.6; AG:sample-lambda-integration, AG:invoke-lambda-function-block, A0260.
user ana BasicQueue=1
0s start c1 flow="Sample Lambda integration"
  > c1 started
  > c1 waits at block Look up of Sample Lambda integration until 4s
1s answer c1 State=Washington
  > c1 goes on in its flow
  > c1 has state=Washington
  > c1 queued in BasicQueue
2s start c2 flow="Sample Lambda integration" channel=chat
  > c2 started
  > c2 waits at block Look up of Sample Lambda integration until 6s
3s answer c2 fact="Otters hold hands." State=Utah
  > c2 goes on in its flow
  > c2 has state=Utah
  > c2 queued in BasicQueue
4s start c3 flow="Sample Lambda integration"
  > c3 started
  > c3 waits at block Look up of Sample Lambda integration until 8s
8s
  > c3 goes on in its flow
  > c3 queued in BasicQueue
9s start c4 flow="Sample Lambda integration"
  > c4 started
  > c4 waits at block Look up of Sample Lambda integration until 13s
10s answer c4 fault=down
  > c4 goes on in its flow
  > c4 queued in BasicQueue
11s describe c1
  > VOICE, QUEUED, waits in BasicQueue since 1s
