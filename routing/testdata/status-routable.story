# Only Available is routable: agents in a custom status, offline, or who never set a status, get nothing. The first
# status opens the agent's session.
# Source: S 3.4, A0016, AG:metrics-agent-status.
status lunch custom
user ana support=1
user bob support=1
user cem support=1
0s lunch ana
  > ana lunch
0s offline bob
  > bob offline
agent cem
  > cem has no status
0s queue c1 support
  > c1 queued in support
1m lunch bob
  > bob lunch
2m available cem
  > cem available
  > c1 offered to cem after 2m00s
