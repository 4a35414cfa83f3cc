# A flow writes to its customer by SMS: a chat of its own, which its flow leads to an agent when it should. What cannot be
# written to takes the error branch.
# Source: S 4.1; AG:send-message, DG:contact-actions-startoutboundchatcontact; A0279.
user ana support=1 chat=2 voice=1
flow followup
    queue support
    transfer
flow voicemail
    set phone=+12065550100 tier=gold
    text $.Attributes.phone followup
    text nobody followup else sorry
    hang-up
    sorry: set told=no
    hang-up
0s available ana
  > ana available
1s start c1 flow=voicemail channel=voice
  > c1 started
  > c1 has phone=+12065550100 tier=gold
  > chat.1 started
  > chat.1 queued in support
  > c1 has told=no
  > c1 ended: CONTACT_FLOW_DISCONNECT
  > c1 completed
  > chat.1 offered to ana at once
