# The grammar and the limits of routing criteria. A refused update changes nothing.
# Source: S 1.2 and section 10.
attribute A 1 2 3 4 5 6 7 8 9
queue support
user ana support=1
0s queue c1 support
  > c1 queued in support
# Every step but the last needs an expiry; it lasts from zero seconds to seven days (A0001).
routing c1
    step A:1>=1
    step A:1>=1
  > error: invalid: RoutingCriteria.Steps[0] has no Expiry; every step but the last needs one
routing c1
    step A:1>=1 for 604801s
  > error: invalid: RoutingCriteria.Steps[0].Expiry.DurationInSeconds is 604801; give 0 to 604800
# At most five steps.
routing c1
    step A:1>=5 for 1s
    step A:1>=4 for 1s
    step A:1>=3 for 1s
    step A:1>=2 for 1s
    step A:1>=1 for 1s
    step A:2>=1 for 1s
  > error: invalid: RoutingCriteria.Steps has 6 steps; give 1 to 5
# At most eight attributes under an AND, three branches under an OR.
routing c1
    step A:1>=1 and A:2>=1 and A:3>=1 and A:4>=1 and A:5>=1 and A:6>=1 and A:7>=1 and A:8>=1 and A:9>=1
  > error: invalid: RoutingCriteria.Steps[0].Expression.AndExpression has 9 elements; give 1 to 8
routing c1
    step A:1>=1 or A:2>=1 or A:3>=1 or A:4>=1
  > error: invalid: RoutingCriteria.Steps[0].Expression.OrExpression has 4 elements; give 1 to 3
# OR stands only at the top, AND not inside AND.
routing c1
    step A:1>=1 and (A:2>=1 or A:3>=1)
  > error: invalid: RoutingCriteria.Steps[0].Expression.AndExpression[1].OrExpression stands inside another expression; an OrExpression is allowed at the top of a step only
routing c1
    step A:1>=1 and (A:2>=1 and A:3>=1)
  > error: invalid: RoutingCriteria.Steps[0].Expression.AndExpression[1].AndExpression stands inside an AndExpression; conditions go there directly
# Levels go from 1 to 5, ranges upwards (A0002, A0004).
routing c1
    step A:1>=0.5
  > error: invalid: RoutingCriteria.Steps[0].Expression.AttributeCondition.ProficiencyLevel is 0.5; give a number from 1.0 to 5.0
routing c1
    step A:1>=5.5
  > error: invalid: RoutingCriteria.Steps[0].Expression.AttributeCondition.ProficiencyLevel is 5.5; give a number from 1.0 to 5.0
routing c1
    step A:1 in 4-2
  > error: invalid: RoutingCriteria.Steps[0].Expression.AttributeCondition.Range goes from 4 down to 2; MinProficiencyLevel must not exceed MaxProficiencyLevel
# The same attribute and value only once in an AND, in separate steps as often as one likes (A0025).
routing c1
    step A:1 in 1-3 and A:1 in 5-5
  > error: invalid: RoutingCriteria.Steps[0].Expression.AndExpression[1] names attribute "A" with value "1" a second time; once is allowed in an AndExpression
# A NOT has a range or a level, but no agents (A0005).
routing c1
    step not agent ana
  > error: invalid: RoutingCriteria.Steps[0].Expression.NotAttributeCondition compares by Match; a NotAttributeCondition takes NumberGreaterOrEqualTo or Range
# At most ten agents.
routing c1
    step agent ana, ana, ana, ana, ana, ana, ana, ana, ana, ana, ana
  > error: invalid: RoutingCriteria.Steps[0].Expression.AttributeCondition.MatchCriteria.AgentsCriteria.AgentIds has 11 ids; give 1 to 10
describe c1
  > VOICE, QUEUED, waits in support since 0s
# The most that is allowed.
routing c1
    step A:1>=5 and A:2>=5 and A:3>=5 and A:4>=5 and A:5>=5 and A:6>=5 and A:7>=5 and A:8>=5 for 604800s
    step A:1>=1 or A:2>=1 and not A:3>=1 or not A:1 in 1-1 for 1s
    step A:1>=1 for 1s
    step A:1>=1 for 0s
    step A:1>=1
  > c1 criteria 0
  > c1 step 1: A:1>=5 and A:2>=5 and A:3>=5 and A:4>=5 and A:5>=5 and A:6>=5 and A:7>=5 and A:8>=5, until 168h00m00s
