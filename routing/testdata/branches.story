# A flow asks who is there and what waits, and takes its way by the answers.
# Source: S 4.6; AG:check-staffing, AG:check-queue-status, AG:get-queue-metrics, AG:check-hours-of-operation,
# AG:check-contact-attributes, AG:transfer-to-flow.
user ana support=1 sales=2
flow sorry
    set way=sorry
    say "Nobody is there: $.Attributes.way."
    end
flow main
    queue support
    check NumberOfAgentsStaffed NumberGreaterThan 0 staffed
    flow sorry
    staffed: check NumberOfContactsInQueue NumberGreaterOrEqualTo 1 full
    go open
    full: queue sales
    open: hours in
    end
    in: metrics
    set size=$.Metrics.Queue.Size agents=$.Metrics.Agents.Staffed.Count queue=$.Queue.Name
    if $.Metrics.Queue.Name sales second
    transfer
    second: age 30
    transfer
0s start c1 flow=main
  > c1 started
  > c1 has way=sorry
  > c1 ended: CONTACT_FLOW_DISCONNECT
  > c1 completed
1s available ana
  > ana available
2s start c2 flow=main
  > c2 started
  > c2 has agents=1 queue=support size=0
  > c2 queued in support
  > c2 offered to ana at once
3s start c3 flow=main
  > c3 started
  > c3 has agents=1 queue=support size=0
  > c3 queued in support
describe c3
  > VOICE, QUEUED, waits in support since 3s
4s start c4 flow=main
  > c4 started
  > c4 has agents=1 queue=sales size=0
  > c4 age +30s
  > c4 queued in sales
5s describe c4
  > VOICE, QUEUED, waits in sales since 4s
  > age +30s

# A loop that never waits ends its contact, unless the error branch of a block leads out of it.
flow circle
    again: go again
6s start c5 flow=circle
  > c5 started
  > c5 flow failed: ran 1000 blocks in one instant
  > c5 ended: CONTACT_FLOW_DISCONNECT
  > c5 completed
flow way-out
    queue support
    again: check NumberOfContactsInQueue NumberGreaterOrEqualTo 0 again else out
    end
    out: transfer
7s start c6 flow=way-out
  > c6 started
  > c6 queued in support
