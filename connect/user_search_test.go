package connect

import (
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// limit is a condition on the level of a proficiency.
func limit(how types.NumberComparisonType, least, most *int32) types.Condition {
	return types.Condition{NumberCondition: &types.NumberCondition{FieldName: new("limit"), ComparisonType: how,
		MinValue: least, MaxValue: most}}
}

// proficient is a condition on the proficiencies of users.
func proficient(conditions ...types.Condition) *types.UserSearchCriteria {
	return &types.UserSearchCriteria{ListCondition: &types.ListCondition{
		TargetListType: types.TargetListTypeProficiencies, Conditions: conditions}}
}

func inGroup(group string, how types.HierarchyGroupMatchType) *types.HierarchyGroupCondition {
	return &types.HierarchyGroupCondition{Value: &group, HierarchyGroupMatchType: how}
}

// userSearchRefusals are what searches for users, groups and security profiles cannot be asked.
func (c *cast) userSearchRefusals() []refusal {
	users := func(k *types.UserSearchCriteria) asked { return c.but("SearchUsers", "SearchCriteria", k) }
	filter := func(f types.ControlPlaneUserAttributeFilter) asked {
		return c.but("SearchUsers", "SearchFilter", &types.UserSearchFilter{UserAttributeFilter: &f})
	}
	const exact = types.StringComparisonTypeExact
	odd := wanted("colour", exact, "x")
	keyless := &types.TagCondition{TagValue: new("x")}
	some := inGroup("g", types.HierarchyGroupMatchTypeExact)
	typeless := inGroup("g", "")
	return []refusal{
		{invalidR, 400, []string{"no condition"}, users(&types.UserSearchCriteria{
			AndConditions: []types.UserSearchCriteria{{}}}), ""},
		{invalidP, 400, []string{"Username", "colour"}, users(&types.UserSearchCriteria{StringCondition: odd}), ""},
		{invalidP, 400, []string{"Value"}, users(&types.UserSearchCriteria{
			HierarchyGroupCondition: inGroup("", types.HierarchyGroupMatchTypeExact)}), ""},
		{invalidP, 400, []string{"WITH_CHILD_GROUPS"}, users(&types.UserSearchCriteria{
			HierarchyGroupCondition: typeless}), ""},
		{invalidP, 400, []string{"PROFICIENCIES"}, users(&types.UserSearchCriteria{
			ListCondition: &types.ListCondition{}}), ""},
		{invalidP, 400, []string{"Conditions is empty"}, users(proficient()), ""},
		{invalidP, 400, []string{"Conditions[0]", "not both"}, users(proficient(types.Condition{})), ""},
		{invalidP, 400, []string{"name", "colour"}, users(proficient(types.Condition{StringCondition: odd})), ""},
		{invalidP, 400, []string{"limit"}, users(proficient(types.Condition{
			NumberCondition: &types.NumberCondition{FieldName: new("level")}})), ""},
		{invalidP, 400, []string{"ComparisonType"}, users(proficient(limit("", new(int32(1)), nil))), ""},
		{invalidP, 400, []string{"lacks a value"}, users(proficient(limit(types.NumberComparisonTypeRange,
			new(int32(1)), nil))), ""},
		{invalidP, 400, []string{"lacks a value"}, users(proficient(limit(types.NumberComparisonTypeLesser,
			new(int32(1)), nil))), ""},
		{invalidP, 400, []string{"TagKey"}, c.but("SearchUsers", "SearchFilter", &types.UserSearchFilter{
			TagFilter: &types.ControlPlaneTagFilter{TagCondition: keyless}}), ""},
		{invalidP, 400, []string{"TagKey"}, filter(types.ControlPlaneUserAttributeFilter{TagCondition: keyless}), ""},
		{invalidP, 400, []string{"WITH_CHILD_GROUPS"}, filter(types.ControlPlaneUserAttributeFilter{OrConditions: []types.
			AttributeAndCondition{{HierarchyGroupCondition: typeless}}}), ""},
		{"AccessDenied", 403, []string{"TagFilter", "UserAttributeFilter"}, c.but("SearchUsers", "SearchFilter",
			&types.UserSearchFilter{TagFilter: &types.ControlPlaneTagFilter{},
				UserAttributeFilter: &types.ControlPlaneUserAttributeFilter{HierarchyGroupCondition: some}}), ""},
		{invalidR, 400, []string{"no condition"}, c.but("SearchUserHierarchyGroups", "SearchCriteria",
			&types.UserHierarchyGroupSearchCriteria{OrConditions: []types.UserHierarchyGroupSearchCriteria{{}}}), ""},
		{invalidP, 400, []string{"levelId", "colour"}, c.but("SearchUserHierarchyGroups", "SearchCriteria",
			&types.UserHierarchyGroupSearchCriteria{StringCondition: odd}), ""},
		{invalidP, 400, []string{"TagKey"}, c.but("SearchUserHierarchyGroups", "SearchFilter",
			&types.UserHierarchyGroupSearchFilter{AttributeFilter: &types.ControlPlaneAttributeFilter{
				TagCondition: keyless}}), ""},
		{invalidR, 400, []string{"no condition"}, c.but("SearchSecurityProfiles", "SearchCriteria",
			&types.SecurityProfileSearchCriteria{OrConditions: []types.SecurityProfileSearchCriteria{{}}}), ""},
		{invalidP, 400, []string{"name", "colour"}, c.but("SearchSecurityProfiles", "SearchCriteria",
			&types.SecurityProfileSearchCriteria{StringCondition: odd}), ""},
		{invalidP, 400, []string{"TagKey"}, c.but("SearchSecurityProfiles", "SearchFilter",
			&types.SecurityProfilesSearchFilter{TagFilter: &types.ControlPlaneTagFilter{TagCondition: keyless}}), ""},
	}
}

// A crew is three users: Ana in the lower of two groups, Bob in the upper, and Cy in none.
type crew struct {
	*stage
	ids    map[string]string
	groups []string
}

func newCrew(t *testing.T) *crew {
	c := &crew{stage: newStage(t, acd.Quotas{}), ids: map[string]string{}}
	c.groups = c.stage.groups("Country", "City")
	profile := c.profile(c.queue())
	for n, name := range []string{"ana", "bob", "cy"} {
		in := c.someUser(profile)
		in.Username, in.IdentityInfo.FirstName = &name, new("First "+name)
		if n < 2 {
			in.HierarchyGroupId = &c.groups[1-n]
		}
		if n > 0 {
			in.Tags = map[string]string{"team": []string{"", "south", "north"}[n]}
		}
		c.ids[name] = *got(c.client.CreateUser(c.ctx, in)).UserId
	}
	for _, name := range []string{"Language", "Skill"} {
		got(c.client.CreatePredefinedAttribute(c.ctx, &sdk.CreatePredefinedAttributeInput{
			InstanceId: &c.instance, Name: &name,
			Values: &types.PredefinedAttributeValuesMemberStringList{Value: []string{"French", "Tea"}}}))
	}
	c.learns("ana", "Language", "French", 2)
	c.learns("ana", "Skill", "Tea", 5)
	c.learns("bob", "Language", "French", 4)
	return c
}

func (c *crew) learns(name, attribute, v string, level float32) {
	c.Helper()
	got(c.client.AssociateUserProficiencies(c.ctx, &sdk.AssociateUserProficienciesInput{
		InstanceId: &c.instance, UserId: new(c.ids[name]),
		UserProficiencies: []types.UserProficiency{{AttributeName: &attribute, AttributeValue: &v, Level: &level}}}))
}

func TestSearchUsers(t *testing.T) {
	s := newCrew(t)
	const exact, all = types.StringComparisonTypeExact, types.HierarchyGroupMatchTypeWithChildGroups
	const itself = types.HierarchyGroupMatchTypeExact
	text := func(field string, how types.StringComparisonType, v string) *types.UserSearchCriteria {
		return &types.UserSearchCriteria{StringCondition: wanted(field, how, v)}
	}
	language := types.Condition{StringCondition: wanted("name", exact, "Language")}
	level := func(how types.NumberComparisonType, least, most int32) *types.UserSearchCriteria {
		return proficient(language, limit(how, &least, &most))
	}
	ana := got(s.client.DescribeUser(s.ctx, &sdk.DescribeUserInput{InstanceId: &s.instance,
		UserId: new(s.ids["ana"])})).User
	for _, c := range []struct {
		what string
		k    *types.UserSearchCriteria
		want string
	}{
		{"everybody", nil, "ana, bob, cy"},
		{"a username", text("Username", types.StringComparisonTypeStartsWith, "A"), "ana"},
		{"a first name", text("FirstName", types.StringComparisonTypeContains, "cy"), "cy"},
		{"a last name", text("LastName", exact, "Lopez"), "ana, bob, cy"},
		{"a profile", text("RoutingProfileId", exact, *ana.RoutingProfileId), "ana, bob, cy"},
		{"a security profile", text("SecurityProfileId", exact, ana.SecurityProfileIds[0]), "ana, bob, cy"},
		{"an id", text("resourceId", exact, s.ids["bob"]), "bob"},
		{"an ARN", text("resourceId", exact, s.arn(acd.KindUser, s.ids["bob"])), "bob"},
		{"a group", &types.UserSearchCriteria{HierarchyGroupCondition: inGroup(s.groups[0], itself)}, "bob"},
		{"and those beneath", &types.UserSearchCriteria{HierarchyGroupCondition: inGroup(s.groups[0], all)}, "ana, bob"},
		{"no group", &types.UserSearchCriteria{HierarchyGroupCondition: inGroup("none", all)}, ""},
		{"who speaks", proficient(language), "ana, bob"},
		{"at least", level(types.NumberComparisonTypeGreaterOrEqual, 4, 0), "bob"},
		{"more", level(types.NumberComparisonTypeGreater, 2, 0), "bob"},
		{"at most", level(types.NumberComparisonTypeLesserOrEqual, 0, 2), "ana"},
		{"less", level(types.NumberComparisonTypeLesser, 0, 5), "ana, bob"},
		{"the same", level(types.NumberComparisonTypeEqual, 2, 0), "ana"},
		{"another", level(types.NumberComparisonTypeNotEqual, 2, 0), "bob"},
		{"a range", level(types.NumberComparisonTypeRange, 2, 4), "ana, bob"},
		{"a value", proficient(types.Condition{StringCondition: wanted("value", exact, "tea")}), "ana"},
		{"both", &types.UserSearchCriteria{AndConditions: []types.UserSearchCriteria{
			*proficient(language), *text("Username", exact, "bob")}}, "bob"},
		{"either", &types.UserSearchCriteria{OrConditions: []types.UserSearchCriteria{
			*text("Username", exact, "cy"), *text("Username", exact, "bob")}}, "bob, cy"},
	} {
		found := got(s.client.SearchUsers(s.ctx, &sdk.SearchUsersInput{InstanceId: &s.instance, SearchCriteria: c.k}))
		s.same(c.what, usernames(found), c.want, found.ApproximateTotalCount)
	}
	one := got(s.client.SearchUsers(s.ctx, &sdk.SearchUsersInput{InstanceId: &s.instance,
		SearchCriteria: text("Username", exact, "ana")})).Users[0]
	if *one.Id != s.ids["ana"] || *one.HierarchyGroupId != s.groups[1] || *one.IdentityInfo.FirstName != "First ana" ||
		*one.RoutingProfileId != *ana.RoutingProfileId || *one.Arn != *ana.Arn {
		t.Errorf("Ana is shown as %s", show(one))
	}
}

func usernames(found *sdk.SearchUsersOutput) []string {
	return each(found.Users, func(u types.UserSearchSummary) string { return *u.Username })
}

func TestSearchUsers_Filtered(t *testing.T) {
	s := newCrew(t)
	team := types.TagCondition{TagKey: new("team")}
	north := types.TagCondition{TagKey: new("team"), TagValue: new("north")}
	const all = types.HierarchyGroupMatchTypeWithChildGroups
	upper := inGroup(s.groups[0], all)
	for _, c := range []struct {
		what string
		f    types.UserSearchFilter
		want string
	}{
		{"nothing", types.UserSearchFilter{}, "ana, bob, cy"},
		{"a tag", types.UserSearchFilter{TagFilter: &types.ControlPlaneTagFilter{TagCondition: &team}}, "bob, cy"},
		{"a tag too", types.UserSearchFilter{UserAttributeFilter: &types.ControlPlaneUserAttributeFilter{
			TagCondition: &north}}, "cy"},
		{"a group", types.UserSearchFilter{UserAttributeFilter: &types.ControlPlaneUserAttributeFilter{
			HierarchyGroupCondition: upper}}, "ana, bob"},
		{"both", types.UserSearchFilter{UserAttributeFilter: &types.ControlPlaneUserAttributeFilter{
			AndCondition: &types.AttributeAndCondition{HierarchyGroupCondition: upper,
				TagConditions: []types.TagCondition{team}}}}, "bob"},
		{"either", types.UserSearchFilter{UserAttributeFilter: &types.ControlPlaneUserAttributeFilter{
			OrConditions: []types.AttributeAndCondition{{TagConditions: []types.TagCondition{north}},
				{HierarchyGroupCondition: inGroup(s.groups[1], all)}}}}, "ana, cy"},
	} {
		found := got(s.client.SearchUsers(s.ctx, &sdk.SearchUsersInput{InstanceId: &s.instance, SearchFilter: &c.f}))
		s.same(c.what, usernames(found), c.want, found.ApproximateTotalCount)
	}
	first := got(s.client.SearchUsers(s.ctx, &sdk.SearchUsersInput{InstanceId: &s.instance, MaxResults: new(int32(2))}))
	s.same("a page", usernames(first), "ana, bob", nil)
	last := got(s.client.SearchUsers(s.ctx, &sdk.SearchUsersInput{InstanceId: &s.instance, MaxResults: new(int32(2)),
		NextToken: first.NextToken}))
	s.same("the last page", usernames(last), "cy", nil)
}

func TestSearchUserHierarchyGroups(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	ids := s.groups("Country", "City")
	s.tag(s.arn(acd.KindHierarchyGroup, ids[1]), map[string]string{"team": "north"})
	const exact = types.StringComparisonTypeExact
	for _, c := range []struct {
		what string
		text *types.StringCondition
		tag  *types.TagCondition
		want string
	}{
		{"everything", nil, nil, "a City, a Country"},
		{"a name", wanted("name", types.StringComparisonTypeContains, "count"), nil, "a Country"},
		{"a parent", wanted("parentId", exact, ids[0]), nil, "a City"},
		{"a level", wanted("levelId", exact, "1"), nil, "a Country"},
		{"an id", wanted("resourceID", exact, ids[1]), nil, "a City"},
		{"a tag", nil, &types.TagCondition{TagKey: new("team")}, "a City"},
	} {
		in := &sdk.SearchUserHierarchyGroupsInput{InstanceId: &s.instance}
		if c.text != nil {
			in.SearchCriteria = &types.UserHierarchyGroupSearchCriteria{StringCondition: c.text}
		}
		if c.tag != nil {
			in.SearchFilter = &types.UserHierarchyGroupSearchFilter{
				AttributeFilter: &types.ControlPlaneAttributeFilter{TagCondition: c.tag}}
		}
		found := got(s.client.SearchUserHierarchyGroups(s.ctx, in))
		s.same(c.what, each(found.UserHierarchyGroups, func(g types.HierarchyGroup) string { return *g.Name }), c.want,
			found.ApproximateTotalCount)
	}
}

func TestSearchSecurityProfiles(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	id := s.newSecurityProfile()
	s.tag(s.arn(acd.KindSecurityProfile, id), map[string]string{"team": "north"})
	name := types.SecurityProfileSearchCriteria{StringCondition: wanted("name", types.StringComparisonTypeStartsWith, "a")}
	found := got(s.client.SearchSecurityProfiles(s.ctx, &sdk.SearchSecurityProfilesInput{
		InstanceId: &s.instance, SearchCriteria: &name}))
	names := func(p types.SecurityProfileSearchSummary) string { return *p.SecurityProfileName }
	s.same("a name", each(found.SecurityProfiles, names), "Admin, Agent", found.ApproximateTotalCount)
	found = got(s.client.SearchSecurityProfiles(s.ctx, &sdk.SearchSecurityProfilesInput{InstanceId: &s.instance,
		SearchFilter: &types.SecurityProfilesSearchFilter{TagFilter: &types.ControlPlaneTagFilter{
			TagCondition: &types.TagCondition{TagKey: new("team")}}}}))
	if len(found.SecurityProfiles) != 1 || *found.SecurityProfiles[0].Id != id ||
		found.SecurityProfiles[0].Tags["team"] != "north" {
		t.Errorf("found %s", show(found.SecurityProfiles))
	}
}
