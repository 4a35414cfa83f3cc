# OR is true when one of its branches is; a branch may be an AND, and the same attribute may stand in several branches.
# Source: S 1.2, A0025.
user ana support=1 Technology:Kinesis=2
user bob support=1 Technology:DynamoDB=4 Language:French=1
user cem support=1 Technology:DynamoDB=2
0s available ana cem bob
  > ana available
  > cem available
  > bob available
0s queue c1 support
    step Technology:Kinesis>=3 or Technology:DynamoDB>=3 and Language:French>=1 or Technology:DynamoDB>=5
  > c1 queued in support
  > c1 step 1: Technology:Kinesis>=3 or Technology:DynamoDB>=3 and Language:French>=1 or Technology:DynamoDB>=5, without end
  > c1 offered to bob at once
0s queue c2 support
    step Technology:Kinesis>=2 or Technology:DynamoDB>=2
  > c2 queued in support
  > c2 step 1: Technology:Kinesis>=2 or Technology:DynamoDB>=2, without end
  > c2 offered to ana at once
