# While a contact waits, the customer queue flow that its own flow has set runs for it. It may wait, go round in circles,
# and change the order; it ends when an agent takes the contact.
# Source: S 3.7, 4.6; AG:set-customer-queue-flow, AG:loop-prompts, AG:wait, AG:loop.
user ana support=1 chat=1 voice=1 task=1
flow patience customer-queue
    again: repeat 20s else shut
    loop 2 again
    priority 1
    wait 1m
    say "Still nobody."
    shut: end
flow greet
    on CustomerQueue patience
    queue support
    transfer
0s start c1 flow=greet
  > c1 started
  > c1 queued in support
  > c1 waits at block again of patience until 20s
0s start c2 flow=greet channel=chat
  > c2 started
  > c2 queued in support
5s describe c1
  > VOICE, QUEUED, waits in support since 0s
20s
  > c1 goes on in its flow
  > c1 waits at block again of patience until 40s
41s
  > 40s c1 goes on in its flow
  > 40s c1 waits at block again of patience until 1m00s
1m05s available ana
  > 1m00s c1 goes on in its flow
  > 1m00s c1 waits at block 4 of patience until 2m00s
  > ana available
  > c1 offered to ana after 1m05s
1m10s accept ana c1
  > ana accepted c1
3m
describe c2
  > CHAT, QUEUED, waits in support since 0s

# What comes too late for the flow's end: a customer queue flow that ends leaves its contact waiting.
flow brief customer-queue
    say "Please wait."
    end
flow greet2
    on CustomerQueue brief
    queue support
    transfer
3m start c3 flow=greet2 channel=task
  > c3 started
  > c3 queued in support
describe c3
  > TASK, QUEUED, waits in support since 3m00s
