# Attributes and a reference wait for the screen of the agent.
# Source: S 4.6; AG:sample-note-for-screenpop, AG:set-contact-attributes.
user ana BasicQueue=1 chat=1
0s start c1 flow="Sample note for screenpop"
  > c1 started
  > c1 has note="This is about an order." url="https://shop.example.com/orders?channel=VOICE"
  > c1 queued in BasicQueue
0s start c2 flow="Sample note for screenpop" channel=chat
  > c2 started
  > c2 has note="This is about an order." url="https://shop.example.com/orders?channel=CHAT"
  > c2 queued in BasicQueue
1s available ana
  > ana available
  > c2 offered to ana after 1s
