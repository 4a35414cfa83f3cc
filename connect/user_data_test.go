package connect

import (
	"maps"
	"slices"
	"strings"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// TestCurrentUserData asks for users by each of the filters, and looks at every member of what is answered.
func TestCurrentUserData(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	help, sales := s.queue(), s.queue()
	team, other := s.profile(help), s.profile(help, sales)
	ana, bob, eva, nobody := s.user(team), s.user(team), s.user(other), s.user(team)
	flow := s.flowInto(help)
	talks, missed := s.task(flow), ""
	s.put(ana, types.AgentStatusTypeRoutable)
	s.agent(acd.AcceptContact{UserID: acd.UserID(ana), ContactID: acd.ContactID(talks)})
	s.put(bob, types.AgentStatusTypeRoutable)
	missed = s.task(flow)
	s.turn(40)
	s.put(eva, types.AgentStatusTypeOffline)
	s.put(ana, types.AgentStatusTypeOffline)
	states := func(all ...types.ContactState) *types.ContactFilter { return &types.ContactFilter{ContactStates: all} }
	for _, c := range []struct {
		what  string
		given types.UserDataFilters
		users []string
	}{
		{"a queue", types.UserDataFilters{Queues: []string{help}}, []string{ana, bob, eva}},
		{"a queue by its ARN", types.UserDataFilters{Queues: []string{s.arn(acd.KindQueue, sales)}}, []string{eva}},
		{"an agent queue", types.UserDataFilters{Queues: []string{bob}}, []string{bob}},
		{"an agent queue by its ARN", types.UserDataFilters{Queues: []string{s.arn(acd.KindAgentQueue, ana)}}, []string{ana}},
		{"profiles", types.UserDataFilters{RoutingProfiles: []string{team, s.arn(acd.KindRoutingProfile, other)}},
			[]string{ana, bob, eva}},
		{"one profile", types.UserDataFilters{RoutingProfiles: []string{other}}, []string{eva}},
		{"users", types.UserDataFilters{Agents: []string{s.arn(acd.KindUser, bob), nobody}}, []string{bob}},
		{"those who missed something", types.UserDataFilters{RoutingProfiles: []string{team},
			ContactFilter: states(types.ContactStateMissed)}, []string{bob}},
		{"those with one or the other", types.UserDataFilters{Queues: []string{help},
			ContactFilter: states(types.ContactStateMissed, types.ContactStateConnected)}, []string{ana, bob}},
		{"those who ring", types.UserDataFilters{Queues: []string{help}, ContactFilter: states(types.ContactStateConnecting)},
			nil},
	} {
		out := got(s.client.GetCurrentUserData(s.ctx, &sdk.GetCurrentUserDataInput{
			InstanceId: &s.instance, Filters: &c.given}))
		var found []string
		for _, u := range out.UserDataList {
			found = append(found, *u.User.Id)
		}
		slices.Sort(c.users)
		same(t, "who is found by "+c.what, strings.Join(found, " "), strings.Join(c.users, " "))
		same(t, "the count by "+c.what, *out.ApproximateTotalCount, int64(len(c.users)))
	}
	s.sameUser(ana, talks, team, help)
	s.turnUsers(help)
	bobs := got(s.client.GetCurrentUserData(s.ctx, &sdk.GetCurrentUserDataInput{
		InstanceId: &s.instance, Filters: &types.UserDataFilters{Agents: []string{bob}}})).UserDataList[0]
	same(t, "what bob missed", *bobs.Contacts[0].ContactId, missed)
	same(t, "when he missed it", acd.TimeOf(*bobs.Contacts[0].StateStartTimestamp), at(30))
	same(t, "his free slots", bobs.AvailableSlotsByChannel["TASK"], 0)
}

// sameUser looks at every member of a user who talks, and has chosen to go.
func (s *stage) sameUser(user, contact, profile, queue string) {
	s.Helper()
	u := got(s.client.GetCurrentUserData(s.ctx, &sdk.GetCurrentUserDataInput{
		InstanceId: &s.instance, Filters: &types.UserDataFilters{Agents: []string{user}}})).UserDataList[0]
	same(s.T, "the user's ARN", *u.User.Arn, s.arn(acd.KindUser, user))
	same(s.T, "the profile", *u.RoutingProfile.Id, profile)
	same(s.T, "the profile's ARN", *u.RoutingProfile.Arn, s.arn(acd.KindRoutingProfile, profile))
	same(s.T, "the status", *u.Status.StatusName, "Available")
	same(s.T, "the status' ARN", *u.Status.StatusArn,
		s.arn(acd.KindAgentStatus, s.statusOf(types.AgentStatusTypeRoutable)))
	same(s.T, "the status' start", acd.TimeOf(*u.Status.StatusStartTimestamp), at(0))
	same(s.T, "the next status", *u.NextStatus, "Offline")
	for what, slots := range map[string][2]map[string]int32{
		"the most slots":   {u.MaxSlotsByChannel, {"TASK": 1, "CHAT": 2}},
		"the used slots":   {u.ActiveSlotsByChannel, {"TASK": 1, "CHAT": 0}},
		"the usable slots": {u.AvailableSlotsByChannel, {"TASK": 0, "CHAT": 2}},
	} {
		same(s.T, what, maps.Equal(slots[0], slots[1]), true)
	}
	same(s.T, "the number of contacts", len(u.Contacts), 1)
	c := u.Contacts[0]
	same(s.T, "the contact", *c.ContactId, contact)
	same(s.T, "its channel", c.Channel, types.ChannelTask)
	same(s.T, "its state", c.AgentContactState, types.ContactStateConnected)
	same(s.T, "its method", c.InitiationMethod, types.ContactInitiationMethodApi)
	same(s.T, "its queue", *c.Queue.Id+" "+*c.Queue.Arn, queue+" "+s.arn(acd.KindQueue, queue))
	same(s.T, "its start", acd.TimeOf(*c.StateStartTimestamp), at(0))
	same(s.T, "when it was connected", acd.TimeOf(*c.ConnectedToAgentTimestamp), at(0))
	if u.HierarchyPath != nil {
		s.Error("there is a hierarchy, though the instance has none")
	}
}

// turnUsers turns the pages of a list of three users.
func (s *stage) turnUsers(queue string) {
	s.Helper()
	in := &sdk.GetCurrentUserDataInput{InstanceId: &s.instance, MaxResults: new(int32(2)),
		Filters: &types.UserDataFilters{Queues: []string{queue}}}
	pages, users := sdk.NewGetCurrentUserDataPaginator(s.client, in), 0
	for n := 0; pages.HasMorePages(); n++ {
		page := got(pages.NextPage(s.ctx))
		users += len(page.UserDataList)
		same(s.T, "the users of a page", len(page.UserDataList), 2-n)
	}
	same(s.T, "the users of all pages", users, 3)
}
