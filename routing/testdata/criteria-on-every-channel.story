# Routing by proficiency works for every channel.
# Source: AG:proficiency-routing FAQ, S 1.5.
user ana support=1 chat=3 task=3 voice=1 email=3 cross=any Language:French=3
attribute Language German
0s available ana
  > ana available
0s queue call support channel=voice
    step Language:French>=3
  > call queued in support
  > call step 1: Language:French>=3, without end
  > call offered to ana at once
0s queue chat support channel=chat
    step Language:German>=1 for 10s
    step Language:French>=3
  > chat queued in support
  > chat step 1: Language:German>=1, until 10s
0s queue task support channel=task
    step Language:German>=1 for 10s
    step Language:French>=3
  > task queued in support
  > task step 1: Language:German>=1, until 10s
0s queue mail support channel=email
    step Language:German>=1 for 10s
    step Language:French>=3
  > mail queued in support
  > mail step 1: Language:German>=1, until 10s
10s
  > chat step 1 expired
  > chat step 2: Language:French>=3, without end
  > task step 1 expired
  > task step 2: Language:French>=3, without end
  > mail step 1 expired
  > mail step 2: Language:French>=3, without end
  > chat offered to ana after 10s
  > task offered to ana after 10s
  > mail offered to ana after 10s
