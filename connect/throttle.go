package connect

import (
	"time"

	"patchcord/acd"
)

// rate is how fast an operation may be asked: so many requests a second in the long run, and so many at once.
type rate struct{ perSecond, burst float64 }

// rateOf returns Amazon's rate of an operation, that of a new account (AG:amazon-connect-service-limits, "API
// throttling quotas").
func rateOf(operation string) rate {
	switch operation {
	case "UpdateContactRoutingData":
		return rate{20, 20}
	case "TagContact", "UntagContact":
		return rate{20, 25}
	case "DescribeContact", "StopContact", "UpdateContact", "GetContactAttributes", "UpdateContactAttributes",
		"ListContactReferences", "BatchPutContact":
		return rate{10, 15}
	case "GetMetricDataV2":
		return rate{10, 10}
	case "StartChatContact", "CreateParticipant", "CreatePersistentContactAssociation", "UpdateParticipantRoleConfig",
		"GetMetricData", "GetCurrentMetricData":
		return rate{5, 8}
	case "SearchContacts":
		return rate{0.5, 1}
	default:
		return rate{2, 5}
	}
}

// bucket holds the tokens of one operation, one of which each request takes. It is full at first and fills again with
// time. All callers and all instances share it (A0240).
type bucket struct {
	tokens float64
	at     time.Time // when it held so many
}

// take takes a token, if there is one.
func (b *bucket) take(r rate, now time.Time) bool {
	if passed := now.Sub(b.at); passed > 0 {
		b.tokens = min(r.burst, b.tokens+passed.Seconds()*r.perSecond)
		b.at = now
	}
	if b.tokens < 1 {
		return false
	}
	b.tokens--
	return true
}

// throttle refuses a request for which its operation's bucket has no token.
func (t *Trouble) throttle(operation string) error {
	r, now := rateOf(operation), t.now()
	b, ok := t.buckets[operation]
	if !ok {
		b = &bucket{tokens: r.burst, at: now}
		t.buckets[operation] = b
	}
	if b.take(r, now) {
		return nil
	}
	return acd.Errorf(acd.Throttled, "%s is asked too often; Amazon allows %v requests a second and %v at once. Try "+
		"again in a moment, or start without --throttle.", operation, r.perSecond, r.burst)
}
