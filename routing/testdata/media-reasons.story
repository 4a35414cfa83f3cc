# The media's side tells why a customer is gone, in the words of the contact record: a call was never answered, a chat
# fell asleep, a mail was thrown away. Each channel has its own words, and what agents, flows and the API do is not the
# media's to tell. Who tells no reason says that the customer has gone; a mail and a task have nobody who could.
# Source: S 4.3 (DisconnectReason codes), AG:ctr-data-model, A0140.
user ana support=1 voice=1 chat=2
0s queue busy support method=outbound
  > busy queued in support
0s leave busy reason=TELECOM_BUSY
  > busy ended: TELECOM_BUSY
  > busy completed
0s queue call support
  > call queued in support
0s leave call reason=IDLE_DISCONNECT
  > error: improper: contact call is a VOICE, which the media's side cannot end for the reason "IDLE_DISCONNECT"; give one of CUSTOMER_DISCONNECT, THIRD_PARTY_DISCONNECT, CUSTOMER_NEVER_ARRIVED, TELECOM_BUSY, TELECOM_NUMBER_INVALID, TELECOM_POTENTIAL_BLOCKING, TELECOM_UNANSWERED, TELECOM_TIMEOUT, TELECOM_ORIGINATOR_CANCEL, TELECOM_PROBLEM, OTHER
0s leave call reason=AGENT_DISCONNECT
  > error: improper: contact call is a VOICE, which the media's side cannot end for the reason "AGENT_DISCONNECT"; give one of CUSTOMER_DISCONNECT, THIRD_PARTY_DISCONNECT, CUSTOMER_NEVER_ARRIVED, TELECOM_BUSY, TELECOM_NUMBER_INVALID, TELECOM_POTENTIAL_BLOCKING, TELECOM_UNANSWERED, TELECOM_TIMEOUT, TELECOM_ORIGINATOR_CANCEL, TELECOM_PROBLEM, OTHER
0s leave call
  > call ended: CUSTOMER_DISCONNECT
  > call completed
0s queue chat support channel=chat
  > chat queued in support
1s available ana
  > ana available
  > chat offered to ana after 1s
1s accept ana chat
  > ana accepted chat
1m leave chat reason=TELECOM_BUSY
  > error: improper: contact chat is a CHAT, which the media's side cannot end for the reason "TELECOM_BUSY"; give one of CUSTOMER_DISCONNECT, CUSTOMER_CONNECTION_NOT_ESTABLISHED, AGENT_NETWORK_DISCONNECT, IDLE_DISCONNECT, THIRD_PARTY_DISCONNECT, SYSTEM_ERROR
1m leave chat reason=IDLE_DISCONNECT
  > chat ended: IDLE_DISCONNECT, ana has after-contact work
1m leave chat reason=IDLE_DISCONNECT
  > error: conflict: contact chat has ended already
2m queue mail support channel=email
  > mail queued in support
2m leave mail reason=DISCARDED
  > mail ended: DISCARDED
  > mail completed
2m queue task support channel=task
  > task queued in support
2m leave task
  > task ended: OTHER
  > task completed
