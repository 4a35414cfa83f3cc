# A user's proficiency is one of five whole levels of a known value of a known attribute; ten of them under Amazon's
# quotas.
# Source: S 1.6, section 10 (A0002, quotas).
quotas amazon
attribute Skill a b c d e f g h i j k
user ana support=1
proficiency ana Skill:a=6
  > error: invalid: the proficiency in Skill a has Level 6; give 1 to 5
proficiency ana Skill:z=3
  > error: invalid: the predefined attribute "Skill" has no value "z"; add it first
proficiency ana Talent:a=3
  > error: invalid: the predefined attribute "Talent" does not exist; create it first
proficiency ana Skill:a=none
  > error: improper: the user ana has no proficiency in Skill a; associate it first
user bob support=1 Skill:a=1 Skill:b=1 Skill:c=1 Skill:d=1 Skill:e=1 Skill:f=1 Skill:g=1 Skill:h=1 Skill:i=1 Skill:j=1
proficiency bob Skill:k=1
  > error: improper: the user bob would have 11 proficiencies of at most 10; disassociate some first
