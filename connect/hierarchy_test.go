package connect

import (
	"fmt"
	"strings"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// levels names the levels of the agent hierarchy, the topmost first.
func (s *stage) levels(names ...string) error {
	s.Helper()
	var update types.HierarchyStructureUpdate
	for n, to := range []**types.HierarchyLevelUpdate{
		&update.LevelOne, &update.LevelTwo, &update.LevelThree, &update.LevelFour, &update.LevelFive,
	} {
		if n < len(names) {
			*to = &types.HierarchyLevelUpdate{Name: &names[n]}
		}
	}
	_, err := s.client.UpdateUserHierarchyStructure(s.ctx, &sdk.UpdateUserHierarchyStructureInput{
		InstanceId: &s.instance, HierarchyStructure: &update})
	return err
}

// groups makes levels, and a group at each of them, one in the other; their ids from the top.
func (s *stage) groups(levels ...string) []string {
	s.Helper()
	if err := s.levels(levels...); err != nil {
		s.Fatal(err)
	}
	var ids []string
	for n, level := range levels {
		in := &sdk.CreateUserHierarchyGroupInput{InstanceId: &s.instance, Name: new("a " + level)}
		if n > 0 {
			in.ParentGroupId = &ids[n-1]
		}
		ids = append(ids, *got(s.client.CreateUserHierarchyGroup(s.ctx, in)).HierarchyGroupId)
	}
	return ids
}

// joins puts a user into a hierarchy group.
func (s *stage) joins(user, group string) {
	s.Helper()
	got(s.client.UpdateUserHierarchy(s.ctx, &sdk.UpdateUserHierarchyInput{
		InstanceId: &s.instance, UserId: &user, HierarchyGroupId: &group}))
}

func (s *stage) rightHierarchy(user string) []asked {
	ids := s.groups("Country", "City")
	top, low := ids[0], ids[1]
	return []asked{
		{"UpdateUserHierarchyStructure", &sdk.UpdateUserHierarchyStructureInput{InstanceId: &s.instance,
			HierarchyStructure: &types.HierarchyStructureUpdate{
				LevelOne: &types.HierarchyLevelUpdate{Name: new("Land")},
				LevelTwo: &types.HierarchyLevelUpdate{Name: new("Town")},
			}}},
		{"DescribeUserHierarchyStructure", &sdk.DescribeUserHierarchyStructureInput{InstanceId: &s.instance}},
		{"CreateUserHierarchyGroup", &sdk.CreateUserHierarchyGroupInput{
			InstanceId: &s.instance, Name: s.name("group"), ParentGroupId: &top}},
		{"DescribeUserHierarchyGroup", &sdk.DescribeUserHierarchyGroupInput{
			InstanceId: &s.instance, HierarchyGroupId: &low}},
		{"ListUserHierarchyGroups", &sdk.ListUserHierarchyGroupsInput{InstanceId: &s.instance}},
		{"UpdateUserHierarchyGroupName", &sdk.UpdateUserHierarchyGroupNameInput{
			InstanceId: &s.instance, HierarchyGroupId: &top, Name: new("Norway")}},
		{"UpdateUserHierarchy", &sdk.UpdateUserHierarchyInput{
			InstanceId: &s.instance, UserId: &user, HierarchyGroupId: &top}},
		{"DeleteUserHierarchyGroup", &sdk.DeleteUserHierarchyGroupInput{
			InstanceId: &s.instance, HierarchyGroupId: &low}},
	}
}

// hierarchyRefusals are about levels and groups.
func (c *cast) hierarchyRefusals() []refusal {
	level := &types.HierarchyLevelUpdate{Name: new("Town")}
	gap := &types.HierarchyStructureUpdate{LevelTwo: level}
	long := &types.HierarchyStructureUpdate{LevelOne: &types.HierarchyLevelUpdate{Name: new(strings.Repeat("x", 51))}}
	groups := got(c.client.ListUserHierarchyGroups(c.ctx, &sdk.ListUserHierarchyGroupsInput{InstanceId: &c.instance}))
	var top, low string // groups that stand in one another
	for _, g := range groups.UserHierarchyGroupSummaryList {
		if *g.Name == "a Country" {
			top = *g.Id
		} else {
			low = *g.Id
		}
	}
	got(c.client.CreateUserHierarchyGroup(c.ctx, &sdk.CreateUserHierarchyGroupInput{
		InstanceId: &c.instance, Name: new("Twin"), ParentGroupId: &top}))
	if err := c.levels("Country", "City", "Team", "Shift", "Desk"); err != nil {
		c.Fatal(err)
	}
	deep := low
	for _, name := range []string{"Team", "Shift", "Desk"} {
		deep = *got(c.client.CreateUserHierarchyGroup(c.ctx, &sdk.CreateUserHierarchyGroupInput{
			InstanceId: &c.instance, Name: &name, ParentGroupId: &deep})).HierarchyGroupId
	}
	create := func(members ...any) asked { return c.but("CreateUserHierarchyGroup", members...) }
	group := func(operation string, members ...any) asked {
		return c.but(operation, append([]any{"HierarchyGroupId", &low}, members...)...)
	}
	return []refusal{
		{invalidR, 400, []string{"level 2", "no level 1"}, c.but("UpdateUserHierarchyStructure", "HierarchyStructure",
			gap), ""},
		{invalidP, 400, []string{"51 characters"}, c.but("UpdateUserHierarchyStructure", "HierarchyStructure", long), ""},
		{"ResourceInUse", 409, []string{"delete its groups"}, c.but("UpdateUserHierarchyStructure", "HierarchyStructure",
			&types.HierarchyStructureUpdate{}), ""},
		{twice, 409, []string{"A COUNTRY"}, create("ParentGroupId", (*string)(nil), "Name", new("A COUNTRY")), ""},
		{invalidP, 400, []string{"101 characters"}, create("Name", new(strings.Repeat("x", 101))), ""},
		{invalidP, 400, []string{"aws:a"}, create("Name", new("x"), "Tags", map[string]string{"aws:a": ""}), ""},
		{invalidR, 400, []string{"level 5", "lowest"}, create("ParentGroupId", &deep), ""},
		{notFound, 404, []string{"nothing"}, create("ParentGroupId", new("nothing")), ""},
		{notFound, 404, []string{"nothing"}, c.but("DescribeUserHierarchyGroup", "HierarchyGroupId", new("nothing")), ""},
		{notFound, 404, []string{"nothing"}, c.but("DeleteUserHierarchyGroup", "HierarchyGroupId", new("nothing")), ""},
		{"ResourceInUse", 409, []string{"stands in this one"}, group("DeleteUserHierarchyGroup", "HierarchyGroupId",
			&top), ""},
		{twice, 409, []string{"taken"}, group("UpdateUserHierarchyGroupName", "Name", new("twin")), ""},
		{notFound, 404, []string{"nothing"}, c.but("UpdateUserHierarchy", "UserId", &c.user, "HierarchyGroupId",
			new("nothing")), ""},
	}
}

// TestHierarchy makes levels and groups as Terraform does: create, read back, change in place, remove.
func TestHierarchy(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	structure := func() *types.HierarchyStructure {
		t.Helper()
		return got(s.client.DescribeUserHierarchyStructure(s.ctx, &sdk.DescribeUserHierarchyStructureInput{
			InstanceId: &s.instance})).HierarchyStructure
	}
	if shown := structure(); shown != nil {
		t.Errorf("a new instance has levels: %s", show(shown))
	}
	ids := s.groups("Country", "City", "Team")
	shown := structure()
	if *shown.LevelOne.Name != "Country" || *shown.LevelThree.Id != "3" || shown.LevelFour != nil ||
		*shown.LevelTwo.Arn != s.arn("agent-group-level", "2") || shown.LevelOne.LastModifiedTime == nil {
		t.Errorf("the levels are %s", show(shown))
	}
	describe := func(id string) *types.HierarchyGroup {
		t.Helper()
		return got(s.client.DescribeUserHierarchyGroup(s.ctx, &sdk.DescribeUserHierarchyGroupInput{
			InstanceId: &s.instance, HierarchyGroupId: &id})).HierarchyGroup
	}
	s.tag(s.arn(acd.KindHierarchyGroup, ids[1]), map[string]string{"team": "north"})
	got(s.client.UpdateUserHierarchyGroupName(s.ctx, &sdk.UpdateUserHierarchyGroupNameInput{
		InstanceId: &s.instance, HierarchyGroupId: &ids[0], Name: new("Norway")}))
	group := describe(ids[1])
	path := group.HierarchyPath
	if *group.LevelId != "2" || *group.Name != "a City" || group.Tags["team"] != "north" || path.LevelThree != nil ||
		*path.LevelOne.Name != "Norway" || *path.LevelTwo.Id != ids[1] || *path.LevelOne.Id != ids[0] ||
		*group.Arn != *path.LevelTwo.Arn {
		t.Errorf("the group is %s", show(group))
	}
	var listed []string
	pages := sdk.NewListUserHierarchyGroupsPaginator(s.client, &sdk.ListUserHierarchyGroupsInput{
		InstanceId: &s.instance, MaxResults: new(int32(1))})
	for pages.HasMorePages() {
		for _, g := range got(pages.NextPage(s.ctx)).UserHierarchyGroupSummaryList {
			listed = append(listed, *g.Name)
		}
	}
	if fmt.Sprint(listed) != "[Norway a City a Team]" {
		t.Errorf("the groups are %q", listed)
	}
	user := s.user(s.profile(s.queue()))
	s.joins(user, ids[2])
	described := func() *types.User {
		t.Helper()
		return got(s.client.DescribeUser(s.ctx, &sdk.DescribeUserInput{InstanceId: &s.instance, UserId: &user})).User
	}
	if id := described().HierarchyGroupId; id == nil || *id != ids[2] {
		t.Errorf("the user is in %v", id)
	}
	got(s.client.UpdateUserHierarchy(s.ctx, &sdk.UpdateUserHierarchyInput{InstanceId: &s.instance, UserId: &user}))
	if id := described().HierarchyGroupId; id != nil {
		t.Errorf("the user is still in %s", *id)
	}
	for _, id := range []string{ids[2], ids[1], ids[0]} {
		got(s.client.DeleteUserHierarchyGroup(s.ctx, &sdk.DeleteUserHierarchyGroupInput{
			InstanceId: &s.instance, HierarchyGroupId: &id}))
	}
	if err := s.levels(); err != nil || structure() != nil {
		t.Errorf("the levels stay: %v", err)
	}
}

// An agent who is in a group at the lowest of five levels takes a contact; what follows tells of his groups.
func TestAgentOfGroupsShows(t *testing.T) {
	s := newShown(t)
	ids := s.groups("Continent", "Country", "Region", "City", "Team")
	s.joins(s.agentID, ids[4])
	contact := s.task(s.flow)
	s.accepts(contact)
	groups := s.look(contact).AgentInfo.HierarchyGroups
	if *groups.Level1.Arn != s.arn(acd.KindHierarchyGroup, ids[0]) ||
		*groups.Level5.Arn != s.arn(acd.KindHierarchyGroup, ids[4]) {
		t.Errorf("the groups are %s", show(groups))
	}
	s.joins(s.agentID, ids[1]) // who moves afterwards was where he was when he joined
	if *s.look(contact).AgentInfo.HierarchyGroups.Level5.Arn != s.arn(acd.KindHierarchyGroup, ids[4]) {
		t.Error("the groups of the contact have changed")
	}
	path := s.userData(s.agentID).HierarchyPath
	if *path.LevelTwo.Id != ids[1] || *path.LevelTwo.Arn != s.arn(acd.KindHierarchyGroup, ids[1]) ||
		path.LevelThree != nil {
		t.Errorf("the path is %s", show(path))
	}
	for n, group := range ids[:3] { // he is in the second, and so in the first
		out := got(s.client.GetCurrentUserData(s.ctx, &sdk.GetCurrentUserDataInput{InstanceId: &s.instance,
			Filters: &types.UserDataFilters{UserHierarchyGroups: []string{group}}}))
		if found := len(out.UserDataList); (found == 1) != (n < 2) {
			t.Errorf("group %d has %d users", n, found)
		}
	}
	s.finishes(contact)
	for _, c := range []struct {
		groups types.AgentHierarchyGroups
		want   int
	}{
		{types.AgentHierarchyGroups{L1Ids: ids[:1]}, 1},
		{types.AgentHierarchyGroups{L1Ids: ids[:1], L4Ids: []string{s.arn(acd.KindHierarchyGroup, ids[3])}}, 1},
		{types.AgentHierarchyGroups{L1Ids: ids[:1], L4Ids: ids[:2]}, 0},
		{types.AgentHierarchyGroups{L2Ids: ids[:1]}, 0},
	} {
		if found := s.found(s.search(&types.SearchCriteria{AgentHierarchyGroups: &c.groups})); len(found) != c.want {
			t.Errorf("%s finds %v", show(c.groups), found)
		}
	}
}

// TestMetricsOfGroups tells contacts and the time of agents apart by the groups of their agents.
func TestMetricsOfGroups(t *testing.T) {
	s := &shown{stage: newStage(t, acd.Quotas{}), seen: map[string]bool{}}
	queue := s.stage.queue()
	s.flow, s.agentID = s.flowInto(queue), s.userOfAll(queue)
	ids := s.groups("Country", "City")
	s.joins(s.agentID, ids[1])
	contact := s.task(s.flow)
	s.accepts(contact)
	s.finishes(contact)
	ask := func(level, group string, metrics ...string) *sdk.GetMetricDataV2Output {
		t.Helper()
		in := s.reportInput("", 65)
		in.Filters = []types.FilterV2{{FilterKey: &level, FilterValues: []string{group}}}
		in.Groupings = []string{level}
		in.Metrics = nil
		for _, name := range metrics {
			in.Metrics = append(in.Metrics, types.MetricV2{Name: &name})
		}
		return got(s.client.GetMetricDataV2(s.ctx, in))
	}
	const one, two = "AGENT_HIERARCHY_LEVEL_ONE", "AGENT_HIERARCHY_LEVEL_TWO"
	out := ask(one, ids[0], "CONTACTS_HANDLED", "SUM_ONLINE_TIME_AGENT", "AGENT_ANSWER_RATE")
	if len(out.MetricResults) != 1 {
		t.Fatalf("answered %s", show(out.MetricResults))
	}
	row := out.MetricResults[0]
	if row.Dimensions[one] != ids[0] || row.Dimensions[one+"_ARN"] != s.arn(acd.KindHierarchyGroup, ids[0]) ||
		*row.Collections[0].Value != 1 || *row.Collections[1].Value != 65 || *row.Collections[2].Value != 100 {
		t.Errorf("answered %s", show(row))
	}
	if rows := ask(two, ids[0], "CONTACTS_HANDLED").MetricResults; len(rows) != 0 {
		t.Errorf("the upper group is at the lower level: %s", show(rows))
	}
}
