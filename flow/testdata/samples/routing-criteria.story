# Routing criteria that are written out in the flow, with an attribute as a value, and others that a function answers.
# Source: S 4.3, 4.6; AG:set-routing-criteria, AG:invoke-lambda-function-block, A0064.
attribute Language French German
attribute Technology Storage
user ana support=1 Language:French=3
user bob support=1 Language:French=5 Technology:Storage=3
user cid support=1 Technology:Storage=5
flow static file=routing-criteria.json
flow dynamic file=dynamic-criteria.json
flow french
    set language=French
    flow static
flow klingon
    set language=Klingon
    flow static
0s available ana cid
  > ana available
  > cid available
0s start c1 flow=french
  > c1 started
  > c1 has language=French
  > c1 criteria 0
  > c1 queued in support
  > c1 step 1: Language:French>=4 and Technology:Storage>=2, until 30s
10s describe c1
  > VOICE, QUEUED, waits in support since 0s
  > criteria 0, activated at 0s
  > step 1 ACTIVE for 30s, until 30s: Language:French>=4 and Technology:Storage>=2
  > step 2 INACTIVE for 30s: Language:French>=3
  > step 3 INACTIVE, never expires: Language:French>=1 or Technology:Storage>=5
30s
  > c1 step 1 expired
  > c1 step 2: Language:French>=3, until 1m00s
  > c1 offered to ana after 30s
31s start c2 flow=klingon
  > c2 started
  > c2 has language=Klingon
  > c2 has plain=yes
  > c2 queued in support
  > c2 offered to cid at once
31s describe c2
  > VOICE, QUEUED, waits in support since 31s
  > rings at cid since 31s, until 51s
40s start c3 flow=dynamic
  > c3 started
  > c3 waits at block Ask of dynamic until 43s
41s answer c3 file=criteria-answer.json
  > c3 goes on in its flow
  > c3 queued in support
  > c3 step 1: Language:French>=5, until 1m41s
describe c3
  > VOICE, QUEUED, waits in support since 41s
  > criteria 0, activated at 41s
  > step 1 ACTIVE for 1m00s, until 1m41s: Language:French>=5
  > step 2 INACTIVE, never expires: Language:French>=3
45s available bob
  > bob available
  > c3 offered to bob after 4s
50s start c4 flow=dynamic
  > ana missed c1
  > c4 started
  > c4 waits at block Ask of dynamic until 53s
51s answer c4 criteria=nonsense
  > cid missed c2
  > c4 goes on in its flow
  > c4 has plain=yes
  > c4 queued in support
