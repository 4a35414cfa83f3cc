# A contact may be moved from queue to queue eleven times: a chain has twelve contacts. The twelfth stays where it is. A
# flow that moves it in circles without resting comes to that end too.
# Source: S 4.2; AG:transfer-to-queue.
queue support
flow hot customer-queue
    requeue support
    hot: requeue support else rest
    go hot
    rest: wait 1h
flow greet
    on CustomerQueue hot
    queue support
    transfer
0s start c1 channel=task flow=greet life=10s
  > c1 started
  > c1 queued in support
  > c1.2 started
  > c1 goes on as c1.2
  > c1 ended: OTHER
  > c1 completed
  > c1.2 queued in support
  > c1.3 started
  > c1.2 goes on as c1.3
  > c1.2 ended: OTHER
  > c1.2 completed
  > c1.3 queued in support
  > c1.4 started
  > c1.3 goes on as c1.4
  > c1.3 ended: OTHER
  > c1.3 completed
  > c1.4 queued in support
  > c1.5 started
  > c1.4 goes on as c1.5
  > c1.4 ended: OTHER
  > c1.4 completed
  > c1.5 queued in support
  > c1.6 started
  > c1.5 goes on as c1.6
  > c1.5 ended: OTHER
  > c1.5 completed
  > c1.6 queued in support
  > c1.7 started
  > c1.6 goes on as c1.7
  > c1.6 ended: OTHER
  > c1.6 completed
  > c1.7 queued in support
  > c1.8 started
  > c1.7 goes on as c1.8
  > c1.7 ended: OTHER
  > c1.7 completed
  > c1.8 queued in support
  > c1.9 started
  > c1.8 goes on as c1.9
  > c1.8 ended: OTHER
  > c1.8 completed
  > c1.9 queued in support
  > c1.10 started
  > c1.9 goes on as c1.10
  > c1.9 ended: OTHER
  > c1.9 completed
  > c1.10 queued in support
  > c1.11 started
  > c1.10 goes on as c1.11
  > c1.10 ended: OTHER
  > c1.10 completed
  > c1.11 queued in support
  > c1.12 started
  > c1.11 goes on as c1.12
  > c1.11 ended: OTHER
  > c1.11 completed
  > c1.12 queued in support
  > c1.12 waits at block rest of hot until 1h00m00s
10s
  > c1.12 ended: EXPIRED
  > c1.12 completed
