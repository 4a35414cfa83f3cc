# A caller enters the number of his card, which becomes an attribute, or nothing, which is noted too; a chat is told that
# it cannot.
# Source: S 4.6; AG:sample-secure-input-with-noagent, AG:store-customer-input, A0282.
user ana BasicQueue=1
0s start c1 flow="Sample secure input with no agent"
  > c1 started
  > c1 waits at block Card of Sample secure input with no agent until 15s
5s enter c1 4111111111111111
  > c1 goes on in its flow
  > c1 has card=4111111111111111
  > c1 queued in BasicQueue
6s start c2 flow="Sample secure input with no agent" channel=chat
  > c2 started
  > c2 queued in BasicQueue
7s start c3 flow="Sample secure input with no agent"
  > c3 started
  > c3 waits at block Card of Sample secure input with no agent until 22s
10s enter c3 41111111111111112
  > c3 goes on in its flow
  > c3 has card=4111111111111111
  > c3 queued in BasicQueue
11s start c4 flow="Sample secure input with no agent"
  > c4 started
  > c4 waits at block Card of Sample secure input with no agent until 26s
26s
  > c4 goes on in its flow
  > c4 has card=Timeout
  > c4 queued in BasicQueue
