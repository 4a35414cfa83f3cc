package connect

import (
	"maps"

	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// The segment attributes that Amazon gives a meaning here (AG:connect-attrib-list; StartTaskContact in the API
// reference).
const (
	subtypeAttribute = "connect:Subtype"
	expiryAttribute  = "connect:ContactExpiry"
	expiryMinutes    = "ExpiryDuration"
)

func segmentAttribute(given types.SegmentAttributeValue) acd.SegmentAttribute {
	return acd.SegmentAttribute{
		String:  given.ValueString,
		Map:     mapEach(given.ValueMap, segmentAttribute),
		Integer: given.ValueInteger,
		List:    each(given.ValueList, segmentAttribute),
		ARN:     given.ValueArn,
	}
}

func segmentAttributeOut(a acd.SegmentAttribute) types.SegmentAttributeValue {
	return types.SegmentAttributeValue{
		ValueArn:     a.ARN,
		ValueInteger: a.Integer,
		ValueList:    each(a.List, segmentAttributeOut),
		ValueMap:     mapEach(a.Map, segmentAttributeOut),
		ValueString:  a.String,
	}
}

// segmentAttributes reads the attributes of a new contact and adds its subtype, which Amazon sets on every contact,
// unless the caller did (A0074).
func segmentAttributes(given map[string]types.SegmentAttributeValue, subtype string) map[string]acd.SegmentAttribute {
	all := map[string]acd.SegmentAttribute{subtypeAttribute: {String: &subtype}}
	maps.Copy(all, mapEach(given, segmentAttribute))
	return all
}

// contactExpiry reads how long a task shall live, zero where nobody says: 1 minute to 90 days (AG:tasks).
func contactExpiry(given map[string]types.SegmentAttributeValue) (acd.Duration, error) {
	const minutesMax = 90 * 24 * 60
	expiry, ok := given[expiryAttribute]
	if !ok {
		return 0, nil
	}
	minutes := expiry.ValueMap[expiryMinutes].ValueInteger
	if minutes == nil || *minutes < 1 || *minutes > minutesMax {
		return 0, acd.Errorf(acd.Invalid, "SegmentAttributes[%q] must have a ValueMap with the ValueInteger %s, a number of "+
			"minutes from 1 to %d", expiryAttribute, expiryMinutes, minutesMax)
	}
	return acd.Duration(*minutes) * acd.Minute, nil
}

// mapEach makes a map out of another. None stays none, and an empty one empty.
func mapEach[A, B any](given map[string]A, fn func(A) B) map[string]B {
	if given == nil {
		return nil
	}
	made := make(map[string]B, len(given))
	for key, a := range given { // order does not show: a map again
		made[key] = fn(a)
	}
	return made
}
