package acd

// The segment attributes that mean something here (AG:connect-attrib-list; StartTaskContact in the API reference). The
// subtype tells of what sort a contact is within its channel; SubtypeWebRTC is that of calls from an app or a browser.
const (
	SubtypeAttribute = "connect:Subtype"
	SubtypeWebRTC    = "connect:WebRTC"
	ExpiryAttribute  = "connect:ContactExpiry"
	ExpiryMinutes    = "ExpiryDuration"

	CreatedByAttribute = "connect:CreatedByUser" // the user who has created a task
)

// expiryMinutesMax is the longest life of a task or an email, 90 days (AG:tasks).
const expiryMinutesMax = 90 * 24 * 60

// LifeGiven reads from segment attributes how long a contact shall live, zero where they do not say.
func LifeGiven(attributes map[string]SegmentAttribute) (Duration, error) {
	expiry, ok := attributes[ExpiryAttribute]
	if !ok {
		return 0, nil
	}
	minutes := expiry.Map[ExpiryMinutes].Integer
	if minutes == nil || *minutes < 1 || *minutes > expiryMinutesMax {
		return 0, Errorf(Invalid, "SegmentAttributes[%q] must have a ValueMap with the ValueInteger %s, a number of minutes "+
			"from 1 to %d", ExpiryAttribute, ExpiryMinutes, expiryMinutesMax)
	}
	return Duration(*minutes) * Minute, nil
}
