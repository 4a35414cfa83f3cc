# A flow asks its caller, a bot, and a function elsewhere, and waits for what they answer as long as its blocks say.
# Source: S 4.6; AG:get-customer-input, AG:store-customer-input, AG:invoke-lambda-function-block; A0260, A0261.
user ana sales=1 support=1
flow menu
    ask 1 buy 2 help else shut
    go shut
    buy: queue sales
    transfer
    help: ask store=4 else shut
    set account=$.StoredCustomerInput
    invoke lookup account=$.StoredCustomerInput else shut
    set tier=$.External.tier
    if $.External.tier gold first
    queue support
    transfer
    first: priority 1
    queue support
    transfer
    shut: hang-up
0s start c1 flow=menu
  > c1 started
  > c1 waits at block 1 of menu until 10s
3s enter c1 1
  > c1 goes on in its flow
  > c1 queued in sales
4s enter c1 1
  > error: conflict: no flow of contact c1 waits for such an input now
5s start c2 flow=menu
  > c2 started
  > c2 waits at block 1 of menu until 15s
15s
  > c2 goes on in its flow
  > c2 ended: CONTACT_FLOW_DISCONNECT
  > c2 completed
20s start c3 flow=menu
  > c3 started
  > c3 waits at block 1 of menu until 30s
21s enter c3 9
  > c3 goes on in its flow
  > c3 ended: CONTACT_FLOW_DISCONNECT
  > c3 completed
30s start c4 flow=menu
  > c4 started
  > c4 waits at block 1 of menu until 40s
31s enter c4 2
  > c4 goes on in its flow
  > c4 waits at block help of menu until 41s
32s enter c4 0815
  > c4 goes on in its flow
  > c4 has account=0815
  > c4 waits at block 7 of menu until 40s
33s answer c4 tier=gold name=Doe
  > c4 goes on in its flow
  > c4 has tier=gold
  > c4 queued in support
describe c4
  > VOICE, QUEUED, waits in support since 33s
  > priority 1

# A function that fails, one that does not answer, and one that answers too late.
40s start c5 flow=menu
  > c5 started
  > c5 waits at block 1 of menu until 50s
enter c5 2
  > c5 goes on in its flow
  > c5 waits at block help of menu until 50s
enter c5 1
  > c5 goes on in its flow
  > c5 has account=1
  > c5 waits at block 7 of menu until 48s
answer c5 fault="no such account"
  > c5 goes on in its flow
  > c5 ended: CONTACT_FLOW_DISCONNECT
  > c5 completed
50s start c6 flow=menu
  > c6 started
  > c6 waits at block 1 of menu until 1m00s
enter c6 2
  > c6 goes on in its flow
  > c6 waits at block help of menu until 1m00s
enter c6 1
  > c6 goes on in its flow
  > c6 has account=1
  > c6 waits at block 7 of menu until 58s
58s
  > c6 goes on in its flow
  > c6 ended: CONTACT_FLOW_DISCONNECT
  > c6 completed
answer c6 tier=gold
  > error: conflict: contact c6 has ended; no flow of it asks anything

# What is longer than the input may be is not heard.
60s start c7 flow=menu
  > c7 started
  > c7 waits at block 1 of menu until 1m10s
enter c7 2
  > c7 goes on in its flow
  > c7 waits at block help of menu until 1m10s
enter c7 12345
  > c7 goes on in its flow
  > c7 has account=1234
  > c7 waits at block 7 of menu until 1m08s

# A bot understands an intent, or nothing within its time.
flow bot
    bot Refund refund else shut
    refund: set order=$.Lex.Slots.order intent=$.Lex.IntentName
    queue support
    transfer
    shut: hang-up
70s start c8 flow=bot channel=chat
  > 1m08s c7 goes on in its flow
  > 1m08s c7 ended: CONTACT_FLOW_DISCONNECT
  > 1m08s c7 completed
  > c8 started
  > c8 waits at block 1 of bot until 2m10s
75s means c8 Refund order=7
  > c8 goes on in its flow
  > c8 has intent=Refund order=7
  > c8 queued in support
start c9 flow=bot channel=chat
  > c9 started
  > c9 waits at block 1 of bot until 2m15s
2m20s
  > 2m15s c9 goes on in its flow
  > 2m15s c9 ended: CONTACT_FLOW_DISCONNECT
  > 2m15s c9 completed
