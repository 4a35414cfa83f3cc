# Amazon's worked example: two experts speak French, one well enough only after the wish has relaxed twice; the last
# step never expires, so that nobody below the minimum is ever asked.
# Source: AG:proficiency-routing (example), S 1.3.2, 1.3.3, 1.3.5.
attribute Technology "AWS Kinesis" "AWS DynamoDB" "AWS EC2" "AWS Neptune"
user Agent1 "General Inbound Queue"=1 Technology:"AWS Kinesis"=2 Technology:"AWS DynamoDB"=5 Technology:"AWS EC2"=4 connect:Language:connect:French=3 connect:Language:connect:English=4
user Agent2 "General Inbound Queue"=1 Technology:"AWS DynamoDB"=3 Technology:"AWS EC2"=5 Technology:"AWS Neptune"=5 connect:Language:connect:French=4 connect:Language:connect:English=3
0s available Agent2 Agent1
  > Agent2 available
  > Agent1 available
5s queue c1 "General Inbound Queue"
    step connect:Language:connect:French>=4 and "Technology:AWS DynamoDB>=5" for 30s
    step connect:Language:connect:French>=4 and "Technology:AWS DynamoDB>=4" for 30s
    step connect:Language:connect:French>=3 and "Technology:AWS DynamoDB>=4"
  > c1 queued in General Inbound Queue
  > c1 step 1: connect:Language:connect:French>=4 and "Technology:AWS DynamoDB">=5, until 35s
describe c1
  > VOICE, QUEUED, waits in General Inbound Queue since 5s
  > criteria 0, activated at 5s
  > step 1 ACTIVE for 30s, until 35s: connect:Language:connect:French>=4 and "Technology:AWS DynamoDB">=5
  > step 2 INACTIVE for 30s: connect:Language:connect:French>=4 and "Technology:AWS DynamoDB">=4
  > step 3 INACTIVE, never expires: connect:Language:connect:French>=3 and "Technology:AWS DynamoDB">=4
35s
  > c1 step 1 expired
  > c1 step 2: connect:Language:connect:French>=4 and "Technology:AWS DynamoDB">=4, until 1m05s
1m05s
  > c1 step 2 expired
  > c1 step 3: connect:Language:connect:French>=3 and "Technology:AWS DynamoDB">=4, without end
  > c1 offered to Agent1 after 1m00s
1m10s accept Agent1 c1
  > Agent1 accepted c1, step 3 joined
describe c1
  > VOICE, CONNECTED, was queued in General Inbound Queue at 5s
  > with Agent1 since 1m10s
  > criteria 0, activated at 5s
  > step 1 EXPIRED for 30s, until 35s: connect:Language:connect:French>=4 and "Technology:AWS DynamoDB">=5
  > step 2 EXPIRED for 30s, until 1m05s: connect:Language:connect:French>=4 and "Technology:AWS DynamoDB">=4
  > step 3 JOINED, never expires: connect:Language:connect:French>=3 and "Technology:AWS DynamoDB">=4
