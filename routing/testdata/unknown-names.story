# Criteria that name an attribute, a value or a user that does not exist are refused; in a flow they take the error
# branch. System attributes are known.
# Source: section 10, A0026, S 1.6.
user ana support=1 Language:French=3
0s queue c1 support
  > c1 queued in support
routing c1
    step Lingua:French>=3
  > error: invalid: the predefined attribute "Lingua" does not exist; create it first
routing c1
    step Language:Francais>=3
  > error: invalid: the predefined attribute "Language" has no value "Francais"; add it first
routing c1
    step agent ana, nobody
  > error: invalid: AgentIds names "nobody", who never was a user; give ids of users
0s queue c2 support
    step Language:Francais>=3
  > c2 took the error branch NoMatchingError of UpdateContactRoutingCriteria
  > c2 ended: CONTACT_FLOW_DISCONNECT
  > c2 completed
routing c1
    step connect:Language:connect:French>=3
  > c1 criteria 0
  > c1 step 1: connect:Language:connect:French>=3, without end
