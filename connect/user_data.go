package connect

import (
	"slices"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

// getCurrentUserData shows users who have a session, each with what is in his hands (A0078).
func (h *handlers) getCurrentUserData(c *Call, in *sdk.GetCurrentUserDataInput) (
	*sdk.GetCurrentUserDataOutput, error,
) {
	p := c.place(in.InstanceId)
	f, err := p.userFilter(value(in.Filters))
	if err != nil {
		return nil, err
	}
	return look(h, p, func(i *instance.Instance) (*sdk.GetCurrentUserDataOutput, error) {
		if err := f.known(i); err != nil {
			return nil, err
		}
		agents := slices.DeleteFunc(i.Agents(), func(a acd.Agent) bool { return !f.wants(i, a) })
		found, next, err := page(c, p.ask(in.NextToken, in.MaxResults, f.words()...), agents,
			func(a acd.Agent) string { return string(a.UserID) })
		if err != nil {
			return nil, err
		}
		return &sdk.GetCurrentUserDataOutput{
			ApproximateTotalCount: new(int64(len(agents))),
			NextToken:             next,
			UserDataList:          each(found, func(a acd.Agent) types.UserData { return userData(p, i, a) }),
		}, nil
	})
}

// userFilter says which users are wanted: those of one of four lists, and of these, where states are named, those who
// have a contact in one of the states in hand.
type userFilter struct {
	queues   []acd.QueueRef
	profiles []acd.RoutingProfileID
	agents   []acd.UserID
	groups   []acd.HierarchyGroupID
	states   []types.ContactState
}

// userFilter reads the filters, of which exactly one must be there besides the states (GetCurrentUserData in the API
// reference; A0078).
func (p *place) userFilter(given types.UserDataFilters) (userFilter, error) {
	lists := 0
	for _, list := range [][]string{given.Queues, given.RoutingProfiles, given.Agents, given.UserHierarchyGroups} {
		if len(list) > 0 {
			lists++
		}
	}
	if lists != 1 {
		return userFilter{}, acd.Errorf(acd.Improper, "Filters has %d of Queues, RoutingProfiles, Agents and "+
			"UserHierarchyGroups; give exactly one", lists)
	}
	return userFilter{
		queues:   each(given.Queues, p.queueRef),
		profiles: idsAt[acd.RoutingProfileID](p, acd.KindRoutingProfile, given.RoutingProfiles),
		agents:   idsAt[acd.UserID](p, acd.KindUser, given.Agents),
		groups:   idsAt[acd.HierarchyGroupID](p, acd.KindHierarchyGroup, given.UserHierarchyGroups),
		states:   value(given.ContactFilter).ContactStates,
	}, nil
}

// queueRef reads the id of a standard queue, or the ARN of a queue of either type. The id of an agent queue is its
// user's (A0034), which only the instance can tell from the id of a standard queue.
func (p *place) queueRef(named string) acd.QueueRef {
	if p.holds(acd.KindAgentQueue, named) {
		return acd.QueueRef{Type: acd.AgentQueue, ID: acd.QueueID(acd.IDOf(named))}
	}
	return acd.QueueRef{Type: acd.StandardQueue, ID: idAt[acd.QueueID](p, acd.KindQueue, &named)}
}

// known says why the filter names something that the instance does not have.
func (f *userFilter) known(i *instance.Instance) error {
	d := i.Directory()
	for n, q := range f.queues {
		_, isUser := d.User(acd.UserID(q.ID))
		if _, ok := d.Queue(q.ID); !ok && !isUser {
			return unknown("queue", q.ID)
		}
		if isUser {
			f.queues[n].Type = acd.AgentQueue
		}
	}
	for _, id := range f.profiles {
		if _, ok := d.RoutingProfile(id); !ok {
			return unknown("routing profile", id)
		}
	}
	for _, id := range f.agents {
		if _, ok := d.User(id); !ok {
			return unknown("user", id)
		}
	}
	for _, id := range f.groups {
		if _, ok := d.HierarchyGroup(id); !ok {
			return unknown("hierarchy group", id)
		}
	}
	return nil
}

func (f *userFilter) wants(i *instance.Instance, a acd.Agent) bool {
	if len(f.states) > 0 && !slices.ContainsFunc(a.Hands, func(hand acd.AgentContact) bool {
		return slices.Contains(f.states, stateOut(hand))
	}) {
		return false
	}
	user, _ := i.Directory().User(a.UserID)
	switch {
	case f.agents != nil:
		return slices.Contains(f.agents, a.UserID)
	case f.groups != nil: // and those in the groups beneath (A0194)
		return slices.ContainsFunc(user.HierarchyPath, func(id acd.HierarchyGroupID) bool {
			return slices.Contains(f.groups, id)
		})
	case f.profiles != nil:
		return slices.Contains(f.profiles, user.RoutingProfileID)
	}
	profile, _ := i.Directory().RoutingProfile(user.RoutingProfileID)
	return slices.ContainsFunc(f.queues, func(q acd.QueueRef) bool { return serves(a.UserID, profile, q) })
}

// serves says whether a user takes contacts from a queue: his own, or one that his profile routes to him.
func serves(user acd.UserID, profile acd.RoutingProfile, q acd.QueueRef) bool {
	if q.Type == acd.AgentQueue {
		return q.ID == acd.QueueID(user)
	}
	return slices.ContainsFunc(profile.Queues, func(e acd.ProfileQueue) bool { return e.QueueID == q.ID })
}

// words returns the filter as a token of a page is bound to it.
func (f *userFilter) words() []string {
	ids := each(f.queues, func(q acd.QueueRef) string { return string(q.ID) })
	return slices.Concat([]string{"queues"}, ids, []string{"profiles"}, texts(f.profiles), []string{"agents"},
		texts(f.agents), []string{"groups"}, texts(f.groups), []string{"states"}, texts(f.states))
}

func userData(p *place, i *instance.Instance, a acd.Agent) types.UserData {
	user, _ := i.Directory().User(a.UserID)
	profile, _ := i.Directory().RoutingProfile(user.RoutingProfileID)
	status, _ := i.Directory().AgentStatus(a.StatusID)
	next, _ := i.Directory().AgentStatus(a.NextStatus)
	most, active, available := slots(profile, a.Hands)
	return types.UserData{
		ActiveSlotsByChannel:    active,
		AvailableSlotsByChannel: available,
		Contacts:                append([]types.AgentContactReference{}, each(a.Hands, p.handOut)...), // a list in any case
		HierarchyPath:           p.hierarchyPath(user.HierarchyPath),
		MaxSlotsByChannel:       most,
		NextStatus:              word(next.Name),
		RoutingProfile: &types.RoutingProfileReference{
			Arn: p.arn(acd.KindRoutingProfile, string(profile.ID)), Id: new(string(profile.ID)),
		},
		Status: &types.AgentStatusReference{
			StatusArn:            p.arn(acd.KindAgentStatus, string(a.StatusID)),
			StatusName:           &status.Name,
			StatusStartTimestamp: stamp(a.StatusSince),
		},
		User: &types.UserReference{Arn: p.arn(acd.KindUser, string(a.UserID)), Id: new(string(a.UserID))},
	}
}

// slots counts, for each channel of a routing profile, how many contacts an agent may have, has in hand, and may still
// take. A contact in hand holds its slot in every state but PAUSED, missed and ended ones too
// (AG23:real-time-metrics-definitions, "Availability"); whether status or other channels keep him from taking more is
// not asked (A0079).
func slots(profile acd.RoutingProfile, hands []acd.AgentContact) (most, active, available map[string]int32) {
	most, active, available = map[string]int32{}, map[string]int32{}, map[string]int32{}
	for _, m := range profile.Concurrency {
		most[string(m.Channel)], active[string(m.Channel)] = m.Max, 0
	}
	for _, hand := range hands {
		if hand.State.HoldsSlot() {
			active[string(hand.Channel)]++
		}
	}
	for channel, n := range most { // order does not show: a map again
		available[channel] = max(0, n-active[channel])
	}
	return most, active, available
}

// stateOut shows the state of a contact in hand. Amazon's list lacks PAUSED here (A0106).
func stateOut(hand acd.AgentContact) types.ContactState {
	if hand.State == acd.HandPaused {
		return types.ContactStateConnected
	}
	return types.ContactState(hand.Shown())
}

func (p *place) handOut(hand acd.AgentContact) types.AgentContactReference {
	shown := types.AgentContactReference{
		AgentContactState:         stateOut(hand),
		Channel:                   types.Channel(hand.Channel),
		ConnectedToAgentTimestamp: stamp(hand.ConnectedAt),
		ContactId:                 new(string(hand.ContactID)),
		InitiationMethod:          types.ContactInitiationMethod(hand.Method),
		StateStartTimestamp:       stamp(hand.Since),
	}
	if !hand.Queue.IsZero() {
		shown.Queue = &types.QueueReference{Arn: queueARN(p, hand.Queue), Id: new(string(hand.Queue.ID))}
	}
	return shown
}
