# A module is given something, gives something back and returns in one of several ways; modules invoke modules, five deep,
# and a run that waits in the innermost one finds its way out.
# Source: S 4.6; AG:contact-flow-modules, AG:connect-attrib-list; A0294.
user ana support=1 voice=1
module look-up
    wait 10s
    if $.Modules.Input.number 4711 known
    return stranger
    known: return member name=Ada
module authenticate
    module look-up member good number=$.Modules.Input.code
    return unauthenticated
    good: return authenticated name=$.Modules.ResultData.name way=$.Modules.Result
flow main
    queue support
    ask store=4 else shut
    module authenticate authenticated in code=$.StoredCustomerInput
    set who=nobody
    transfer
    in: set who=$.Modules.ResultData.name way=$.Modules.ResultData.way result=$.Modules.Result
    set kept=$.StoredCustomerInput
    transfer
    shut: hang-up
0s start c1 flow=main
  > c1 started
  > c1 waits at block 2 of main until 10s
1s enter c1 4711
  > c1 goes on in its flow
  > c1 waits at block 1 of main until 11s
12s describe c1
  > 11s c1 goes on in its flow
  > 11s c1 has result=authenticated way=member who=Ada
  > 11s c1 has kept=4711
  > 11s c1 queued in support
  > VOICE, QUEUED, waits in support since 11s
13s start c2 flow=main
  > c2 started
  > c2 waits at block 2 of main until 23s
14s enter c2 0815
  > c2 goes on in its flow
  > c2 waits at block 1 of main until 24s
25s describe c2
  > 24s c2 goes on in its flow
  > 24s c2 has who=nobody
  > 24s c2 queued in support
  > VOICE, QUEUED, waits in support since 24s

# The sixth module within each other does not run; the block takes its error branch.
module six
    set reached=6
    return
module five
    set reached=5
    module six else stop
    return
    stop: set stopped=6
    return
module four
    module five
    return
module three
    module four
    return
module two
    module three
    return
module one
    module two
    set left=all
    return
flow deep
    queue support
    module one
    transfer
26s start c3 flow=deep
  > c3 started
  > c3 has reached=5
  > c3 has stopped=6
  > c3 has left=all
  > c3 queued in support
27s describe c3
  > VOICE, QUEUED, waits in support since 26s
