# An attribute that an agent carries cannot be deleted.
# Source: S 1.3.10, AG:predefined-attributes.
user ana support=1 Language:French=3
0s delete attribute Language
  > error: in use: the user ana has a proficiency in Language; disassociate it from every user first
1s proficiency ana Language:French=none
  > ana has
1s delete attribute Language
  > attribute Language deleted
