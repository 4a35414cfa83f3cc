package connect

import (
	"cmp"
	"fmt"
	"slices"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

// userSearchRows look through users and the groups that they are in.
func (h *handlers) userSearchRows() []row {
	return []row{
		operation("SearchUsers", h.searchUsers),
		operation("SearchUserHierarchyGroups", h.searchUserHierarchyGroups),
	}
}

func (h *handlers) searchUsers(c *Call, in *sdk.SearchUsersInput) (*sdk.SearchUsersOutput, error) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.SearchUsersOutput, error) {
		keep, err := p.keepUsers(i, in.SearchFilter)
		if err != nil {
			return nil, err
		}
		s := search[acd.User, types.UserSearchCriteria]{
			things: i.Directory().Users(),
			key:    func(u acd.User) string { return nameKey(u.Username, u.ID) },
			fields: []searchField[acd.User]{
				searchText("Username", func(u acd.User) string { return u.Username }),
				searchText("FirstName", func(u acd.User) string { return u.FirstName }),
				searchText("LastName", func(u acd.User) string { return u.LastName }),
				searchID("RoutingProfileId", func(u acd.User) acd.RoutingProfileID { return u.RoutingProfileID }),
				searchIDs("SecurityProfileId", func(u acd.User) []acd.SecurityProfileID { return u.SecurityProfileIDs }),
				searchID("resourceId", func(u acd.User) acd.UserID { return u.ID }),
			},
			node: p.userNode,
			keep: keep,
		}
		found, err := s.find(c, p.searchAsk(in.NextToken, in.MaxResults, in.SearchCriteria, in.SearchFilter),
			in.SearchCriteria)
		if err = cmp.Or(p.err, err); err != nil {
			return nil, err
		}
		return &sdk.SearchUsersOutput{
			ApproximateTotalCount: found.total,
			NextToken:             found.next,
			Users:                 each(found.page, func(u acd.User) types.UserSearchSummary { return p.userSummary(i, u) }),
		}, nil
	})
}

func (p *place) userSummary(i *instance.Instance, u acd.User) types.UserSearchSummary {
	return types.UserSearchSummary{
		AfterContactWorkConfigs:     each(u.AfterContactWork, afterContactWorkOut),
		Arn:                         p.arn(acd.KindUser, string(u.ID)),
		AutoAcceptConfigs:           each(u.AutoAcceptConfigs, autoAcceptOut),
		DirectoryUserId:             word(u.DirectoryUserID),
		HierarchyGroupId:            word(u.HierarchyGroupID),
		Id:                          new(string(u.ID)),
		IdentityInfo:                &types.UserIdentityInfoLite{FirstName: word(u.FirstName), LastName: word(u.LastName)},
		PersistentConnectionConfigs: each(u.PersistentConnections, persistentConnectionOut),
		PhoneConfig:                 phoneConfigOut(u.Phone),
		PhoneNumberConfigs:          each(u.PhoneNumbers, phoneNumberOut),
		RoutingProfileId:            word(u.RoutingProfileID),
		SecurityProfileIds:          texts(u.SecurityProfileIDs),
		Tags:                        i.Directory().Tags(acd.KindUser, string(u.ID)),
		Username:                    &u.Username,
		VoiceEnhancementConfigs:     each(u.VoiceEnhancements, voiceEnhancementOut),
	}
}

// userNode takes one level of criteria apart.
func (p *place) userNode(k *types.UserSearchCriteria) (searchNode[acd.User, types.UserSearchCriteria], error) {
	node := searchNode[acd.User, types.UserSearchCriteria]{
		or: k.OrConditions, and: k.AndConditions, text: k.StringCondition,
	}
	if k.HierarchyGroupCondition != nil {
		test, err := p.groupTest(k.HierarchyGroupCondition, "SearchCriteria")
		if err != nil {
			return node, err
		}
		node.own = append(node.own, test)
	}
	if k.ListCondition != nil {
		test, err := proficiencyTest(k.ListCondition)
		if err != nil {
			return node, err
		}
		node.own = append(node.own, test)
	}
	return node, nil
}

// groupTest returns what a condition on hierarchy groups asks of a user (A0196).
func (p *place) groupTest(asked *types.HierarchyGroupCondition, path string) (func(acd.User) bool, error) {
	if value(asked.Value) == "" {
		return nil, acd.Errorf(acd.Invalid, "%s.HierarchyGroupCondition.Value is required: give the id of a group", path)
	}
	id := idAt[acd.HierarchyGroupID](p, acd.KindHierarchyGroup, asked.Value)
	switch asked.HierarchyGroupMatchType {
	case types.HierarchyGroupMatchTypeExact:
		return func(u acd.User) bool { return u.HierarchyGroupID == id }, nil
	case types.HierarchyGroupMatchTypeWithChildGroups:
		return func(u acd.User) bool { return slices.Contains(u.HierarchyPath, id) }, nil
	}
	return nil, acd.Errorf(acd.Invalid, "%s.HierarchyGroupCondition.HierarchyGroupMatchType is required: give EXACT or "+
		"WITH_CHILD_GROUPS", path)
}

// keepUsers returns what a filter lets through: one on tags, or one on tags and hierarchy groups, but not both
// (UserSearchFilter in the API reference).
func (p *place) keepUsers(i *instance.Instance, f *types.UserSearchFilter) (func(acd.User) bool, error) {
	tags := func(u acd.User) map[string]string { return i.Directory().Tags(acd.KindUser, string(u.ID)) }
	switch {
	case f == nil:
		return nil, nil
	case f.UserAttributeFilter == nil:
		return keepTagged(f.TagFilter, tags)
	case f.TagFilter != nil:
		return nil, common(accessDenied, "SearchFilter has both TagFilter and UserAttributeFilter; give one of them.")
	}
	given := f.UserAttributeFilter
	all := tagSearch[acd.User]{tags: tags, one: given.TagCondition}
	var groups []*types.HierarchyGroupCondition
	groups = append(groups, given.HierarchyGroupCondition)
	if given.AndCondition != nil {
		all.and = given.AndCondition.TagConditions
		groups = append(groups, given.AndCondition.HierarchyGroupCondition)
	}
	must, err := p.attributeTest(all, groups...)
	if err != nil {
		return nil, err
	}
	var or []func(acd.User) bool
	for _, one := range given.OrConditions {
		test, err := p.attributeTest(tagSearch[acd.User]{tags: tags, and: one.TagConditions}, one.HierarchyGroupCondition)
		if err != nil {
			return nil, err
		}
		or = append(or, test)
	}
	return func(u acd.User) bool { return must(u) && (len(or) == 0 || anyOf(or)(u)) }, nil
}

// attributeTest returns a test that holds where conditions on tags and on groups all do; nil ones ask for nothing.
func (p *place) attributeTest(tags tagSearch[acd.User], groups ...*types.HierarchyGroupCondition) (
	func(acd.User) bool, error,
) {
	const path = "SearchFilter.UserAttributeFilter"
	test, err := tags.keep(path)
	if err != nil {
		return nil, err
	}
	tests := []func(acd.User) bool{test}
	for _, g := range groups {
		if g == nil {
			continue
		}
		test, err := p.groupTest(g, path)
		if err != nil {
			return nil, err
		}
		tests = append(tests, test)
	}
	return allOf(tests), nil
}

// proficiencyTest returns what a condition on the list of a user's proficiencies asks: that one of them satisfies all
// its conditions (A0196).
func proficiencyTest(asked *types.ListCondition) (func(acd.User) bool, error) {
	const path = "SearchCriteria.ListCondition"
	switch {
	case asked.TargetListType != types.TargetListTypeProficiencies:
		return nil, acd.Errorf(acd.Invalid, "%s.TargetListType is required: give PROFICIENCIES", path)
	case len(asked.Conditions) == 0:
		return nil, acd.Errorf(acd.Invalid, "%s.Conditions is empty; give one at least", path)
	}
	texts := search[acd.UserProficiency, struct{}]{fields: []searchField[acd.UserProficiency]{
		searchText("name", func(p acd.UserProficiency) string { return p.AttributeName }),
		searchText("value", func(p acd.UserProficiency) string { return p.AttributeValue }),
	}}
	var tests []func(acd.UserProficiency) bool
	for n, c := range asked.Conditions {
		at := fmt.Sprintf("%s.Conditions[%d]", path, n)
		if (c.StringCondition == nil) == (c.NumberCondition == nil) {
			return nil, acd.Errorf(acd.Invalid, "%s must have a StringCondition or a NumberCondition, and not both", at)
		}
		test, err := levelTest(c.NumberCondition, at)
		if c.StringCondition != nil {
			test, err = texts.textTest(c.StringCondition, at+".StringCondition")
		}
		if err != nil {
			return nil, err
		}
		tests = append(tests, test)
	}
	return func(u acd.User) bool { return slices.ContainsFunc(u.Proficiencies, allOf(tests)) }, nil
}

// levelTest returns what a condition on a number asks of a proficiency's level. A range includes both ends; whatever is
// greater or equal is so to MinValue, whatever is lesser is so to MaxValue (A0196).
func levelTest(asked *types.NumberCondition, path string) (func(acd.UserProficiency) bool, error) {
	if asked == nil {
		return nil, nil
	}
	if value(asked.FieldName) != "limit" {
		return nil, acd.Errorf(acd.Invalid, "%s.NumberCondition.FieldName must be limit, not %q", path,
			value(asked.FieldName))
	}
	least, most := asked.MinValue, asked.MaxValue
	var test func(level int32) bool
	needed := []*int32{least}
	switch asked.ComparisonType {
	case types.NumberComparisonTypeGreaterOrEqual:
		test = func(level int32) bool { return level >= *least }
	case types.NumberComparisonTypeGreater:
		test = func(level int32) bool { return level > *least }
	case types.NumberComparisonTypeEqual:
		test = func(level int32) bool { return level == *least }
	case types.NumberComparisonTypeNotEqual:
		test = func(level int32) bool { return level != *least }
	case types.NumberComparisonTypeLesserOrEqual:
		test, needed = func(level int32) bool { return level <= *most }, []*int32{most}
	case types.NumberComparisonTypeLesser:
		test, needed = func(level int32) bool { return level < *most }, []*int32{most}
	case types.NumberComparisonTypeRange:
		test, needed = func(level int32) bool { return *least <= level && level <= *most }, []*int32{least, most}
	default:
		return nil, acd.Errorf(acd.Invalid, "%s.NumberCondition.ComparisonType is required", path)
	}
	if slices.Contains(needed, nil) {
		return nil, acd.Errorf(acd.Invalid, "%s.NumberCondition lacks a value: %s needs a MaxValue if it is LESSER or "+
			"LESSER_OR_EQUAL, both if it is RANGE, else a MinValue", path, asked.ComparisonType)
	}
	return func(p acd.UserProficiency) bool { return test(p.Level) }, nil
}
