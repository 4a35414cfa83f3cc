# AND is true when each of its conditions is; a NOT may be one of them.
# Source: S 1.2, section 10 (shape of an expression).
user ana support=1 Language:French=5
user bob support=1 Language:French=3 Technology:DynamoDB=3
user cem support=1 Language:French=3 Technology:DynamoDB=3 Region:Quebec=1
0s available ana cem bob
  > ana available
  > cem available
  > bob available
0s queue c1 support
    step Language:French>=2 and Technology:DynamoDB>=2 and not Region:Quebec in 1-5
  > c1 queued in support
  > c1 step 1: Language:French>=2 and Technology:DynamoDB>=2 and not Region:Quebec in 1-5, without end
  > c1 offered to bob at once
