# Who starts a web call has to connect where that is asked, as the customer of a chat has. Meanwhile the call is led and
# queued; if he does not come, it ends with a reason of its own.
# Source: S 4.1 (StartWebRTCContact), AG:ctr-data-model (CUSTOMER_NEVER_ARRIVED), A0131.
customers 5m
user ana support=1
0s available ana
  > ana available
0s queue gone support method=webrtc
  > gone queued in support
  > gone offered to ana at once
0s accept ana gone
  > ana accepted gone
1m queue there support method=webrtc
  > there queued in support
2m connect there
  > there connected to its customer
5m
  > gone ended: CUSTOMER_NEVER_ARRIVED, ana has after-contact work
5m complete ana gone
  > ana is done with gone: completed
  > gone completed
  > there offered to ana after 4m00s
5m10s accept ana there
  > ana accepted there
10m describe there
  > VOICE, CONNECTED, was queued in support at 1m00s
  > with ana since 5m10s
