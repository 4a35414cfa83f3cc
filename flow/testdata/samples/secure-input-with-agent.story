# What a transfer may lead to: a flow that asks for a card while the agent who passed the caller on is held, and puts the
# caller into a queue; a chat goes there at once.
# Source: S 4.6; AG:sample-secure-input-with-agent, AG:hold-customer-agent.
user ana BasicQueue=1 voice=1 chat=1
flow greet
    flow "Sample secure input with agent"
0s start c1 flow=greet
  > c1 started
  > c1 waits at block Card of Sample secure input with agent until 15s
3s enter c1 4111111111111111
  > c1 goes on in its flow
  > c1 has card=4111111111111111
  > c1 queued in BasicQueue
5s start c2 flow=greet channel=chat
  > c2 started
  > c2 queued in BasicQueue
6s start c3 flow=greet
  > c3 started
  > c3 waits at block Card of Sample secure input with agent until 21s
9s enter c3 41111111111111111
  > c3 goes on in its flow
  > c3 has card=4111111111111111
  > c3 queued in BasicQueue
10s available ana
  > ana available
  > c1 offered to ana after 7s
