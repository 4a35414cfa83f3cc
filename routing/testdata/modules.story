# A module runs within a flow, with nothing that the flow has gathered, and the flow goes on behind it. A task that a flow
# creates is led by a flow of its own. Modules are for inbound flows.
# Source: S 4.6; AG:contact-flow-modules, AG:invoke-module-block, AG:create-task-block; A0262.
user ana support=1 voice=1 task=3
module greeting
    set heard=$.StoredCustomerInput else silent
    silent: say "Good day."
    wait 10s
    set greeted=yes
    return
flow main
    queue support
    ask store=4 else shut
    module greeting else shut
    set account=$.StoredCustomerInput
    transfer
    shut: hang-up
0s start c1 flow=main
  > c1 started
  > c1 waits at block 2 of main until 10s
1s enter c1 0815
  > c1 goes on in its flow
  > c1 has heard=""
  > c1 waits at block 3 of main until 11s
12s describe c1
  > 11s c1 goes on in its flow
  > 11s c1 has greeted=yes
  > 11s c1 has account=0815
  > 11s c1 queued in support
  > VOICE, QUEUED, waits in support since 11s

# A module that does not return ends the contact with its flow; one in a customer queue flow does not run.
module goodbye
    say "Good bye."
    end
flow leaving
    module goodbye
    queue support
    transfer
13s start c2 flow=leaving
  > c2 started
  > c2 ended: CONTACT_FLOW_DISCONNECT
  > c2 completed
flow patience customer-queue
    module greeting else mend
    end
    mend: set module=refused
    end
  > error: bad flow: the flow cannot run: block "1": InvokeFlowModule may not stand in a flow of type CUSTOMER_QUEUE; it may stand in CONTACT_FLOW
  > error: block "1": InvokeFlowModule may not stand in a flow of type CUSTOMER_QUEUE; it may stand in CONTACT_FLOW

# A call leaves a task behind, at once and for later; both are other contacts.
flow work
    queue support
    transfer
flow voicemail
    task "Call back" work
    task Remind work in=1h
    hang-up
20s start c4 flow=voicemail
  > c4 started
  > task.1 started
  > task.1 queued in support
  > task.1b scheduled for 1h00m20s
  > c4 ended: CONTACT_FLOW_DISCONNECT
  > c4 completed
1h30s
  > 1h00m20s task.1b begins
  > 1h00m20s task.1b queued in support

