# A step's ExpiryTimestamp is the instant of its own activation plus its duration, to the millisecond.
# Source: S 1.3.3 (Amazon's sample: activated at 4.275 s, 50 s long, expires at 54.275 s).
queue support
attribute Location AZ
4.275s queue c1 support
    step Location:AZ>=3 for 50s
    step Location:AZ>=1 for 10s
  > c1 queued in support
  > c1 step 1: Location:AZ>=3, until 54.275s
54.274s
54.275s
  > c1 step 1 expired
  > c1 step 2: Location:AZ>=1, until 1m04.275s
