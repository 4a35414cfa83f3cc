package connect

import (
	"maps"

	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// Short names for the segment attributes that mean something here.
const (
	subtypeAttribute = acd.SubtypeAttribute
	expiryAttribute  = acd.ExpiryAttribute
	expiryMinutes    = acd.ExpiryMinutes
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
