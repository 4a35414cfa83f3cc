# A flow invokes a function and does not wait for it. Its answer is kept, wherever the contact goes, until a flow loads it;
# a flow may wait for it by then. An answer that does not come in a minute, or is a fault, is none to load.
# Source: S 4.6; AG:invoke-lambda-function-block, AG:wait; A0260, A0276.
user ana support=1
flow ready
    send lookup depth=3
    say "One moment."
    await 30s here
    set waited=long
    hang-up
    here: load else none
    set tier=$.External.tier
    queue support
    transfer
    none: set tier=unknown
    queue support
    transfer
0s start c1 flow=ready
  > c1 started
  > c1 invokes lookup until 1m00s
  > c1 waits at block 3 of ready until 30s
5s answer c1 tier=gold
  > c1 got an answer
  > c1 goes on in its flow
  > c1 has tier=gold
  > c1 queued in support
6s start c2 flow=ready
  > c2 started
  > c2 invokes lookup until 1m06s
  > c2 waits at block 3 of ready until 36s
10s answer c2 fault=down
  > c2 got no answer: down
  > c2 goes on in its flow
  > c2 has tier=unknown
  > c2 queued in support
11s start c3 flow=ready
  > c3 started
  > c3 invokes lookup until 1m11s
  > c3 waits at block 3 of ready until 41s
41s
  > c3 goes on in its flow
  > c3 has waited=long
  > c3 ended: CONTACT_FLOW_DISCONNECT
  > c3 completed
50s answer c3 tier=late
  > error: conflict: contact c3 has ended; no flow of it asks anything

# What is not waited for goes on while the contact waits in a queue, and a flow there loads it.
flow patience customer-queue
    wait 20s
    load $.Attributes.ask else again
    set tier=$.External.tier
    end
    again: set tier=none
    end
flow patient
    send lookup
    set ask=$.LambdaInvocation.InvocationId
    on CustomerQueue patience
    queue support
    transfer
1m start c4 flow=patient
  > c4 started
  > c4 invokes lookup until 2m00s
  > c4 has ask=a966de0c-4d6d-4691-ac4d-a752eebede62
  > c4 queued in support
  > c4 waits at block 1 of patience until 1m20s
1m10s answer c4 tier=silver
  > c4 got an answer
1m20s
  > c4 goes on in its flow
  > c4 has tier=silver
describe c4
  > VOICE, QUEUED, waits in support since 1m00s
