# A French caller wants an expert; the wish relaxes twice, then anyone will do.
# Source: AG:proficiency-routing (a shorter form of the worked example), S 1.3.4.
user ana support=1 Language:French=3 Technology:DynamoDB=5
user bob support=1 Language:English=5
0s available bob
  > bob available
0s available ana
  > ana available
0s queue c1 support
    step Language:French>=4 and Technology:DynamoDB>=5 for 30s
    step Language:French>=3 and Technology:DynamoDB>=5 for 30s
  > c1 queued in support
  > c1 step 1: Language:French>=4 and Technology:DynamoDB>=5, until 30s
30s
  > c1 step 1 expired
  > c1 step 2: Language:French>=3 and Technology:DynamoDB>=5, until 1m00s
  > c1 offered to ana after 30s
