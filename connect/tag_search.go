package connect

import (
	"slices"
	"strings"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

// tagSearchTypes are the types of resources of which SearchResourceTags knows (the SDK's text on ResourceTypes), each
// with its kind.
func tagSearchTypes() map[string]acd.ResourceKind {
	return map[string]acd.ResourceKind{
		"agent":                acd.KindUser,
		"agent-state":          acd.KindAgentStatus,
		"routing-profile":      acd.KindRoutingProfile,
		"standard-queue":       acd.KindQueue,
		"security-profile":     acd.KindSecurityProfile,
		"operating-hours":      acd.KindHours,
		"prompt":               acd.KindPrompt,
		"contact-flow":         acd.KindFlow,
		"flow-module":          acd.KindFlowModule,
		"transfer-destination": acd.KindQuickConnect,
	}
}

// searchResourceTags looks through the tags that things of an instance have (A0207).
func (h *handlers) searchResourceTags(c *Call, in *sdk.SearchResourceTagsInput) (
	*sdk.SearchResourceTagsOutput, error,
) {
	p := c.place(in.InstanceId)
	kinds, err := taggedKinds(in.ResourceTypes)
	if err != nil {
		return nil, err
	}
	asked := value(value(in.SearchCriteria).TagSearchCondition)
	isKey := tagComparison(asked.TagKey, asked.TagKeyComparisonType)
	isValue := tagComparison(asked.TagValue, asked.TagValueComparisonType)
	return look(h, p, func(i *instance.Instance) (*sdk.SearchResourceTagsOutput, error) {
		used := slices.DeleteFunc(i.Directory().TagsInUse(kinds), func(t acd.Tag) bool {
			return !isKey(t.Key) || !isValue(t.Value)
		})
		found, next, err := page(c, p.searchAsk(in.NextToken, in.MaxResults, in.SearchCriteria, in.ResourceTypes), used,
			func(t acd.Tag) string { return nameKey(t.Key, t.Value) })
		if err != nil {
			return nil, err
		}
		return &sdk.SearchResourceTagsOutput{NextToken: next, Tags: each(found, func(t acd.Tag) types.TagSet {
			return types.TagSet{Key: &t.Key, Value: &t.Value}
		})}, nil
	})
}

// taggedKinds returns the kinds of some types of resources, of all where none are named.
func taggedKinds(named []string) ([]acd.ResourceKind, error) {
	all := tagSearchTypes()
	var kinds []acd.ResourceKind
	for _, name := range named {
		kind, ok := all[name]
		if !ok {
			return nil, acd.Errorf(acd.Invalid, "ResourceTypes names %q; give agent, agent-state, routing-profile, "+
				"standard-queue, security-profile, operating-hours, prompt, contact-flow, flow-module or transfer-destination",
				name)
		}
		kinds = append(kinds, kind)
	}
	if len(named) == 0 {
		for _, kind := range all {
			kinds = append(kinds, kind)
		}
	}
	return kinds, nil
}

// tagComparison returns how a part of a tag is compared: exactly where nothing else is said, not at all where there is
// nothing to compare with.
func tagComparison(wanted *string, how types.StringComparisonType) func(string) bool {
	return func(text string) bool {
		switch {
		case wanted == nil:
			return true
		case how == types.StringComparisonTypeStartsWith:
			return strings.HasPrefix(text, *wanted)
		case how == types.StringComparisonTypeContains:
			return strings.Contains(text, *wanted)
		}
		return text == *wanted
	}
}
