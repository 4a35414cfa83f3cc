# A change of proficiencies or of the profile does not move an agent in the line.
# Source: the idle-key table (profile, proficiency or concurrency changed).
profile front support=1
user ana profile=front Language:French=1
user bob support=1
0s available ana bob
  > ana available
  > bob available
10s proficiency ana Language:French=5
  > ana has Language:French=5
20s associate front sales=1
  > front changed
30s queue c1 support
  > c1 queued in support
  > c1 offered to ana at once
