package workspace

import (
	"slices"

	"patchcord/acd"
)

// The form of Amazon's agent events (AG:agent-event-stream-model, AG:sample-agent-event-stream; A0083). The samples
// show null for what is not there.
type (
	agentForm struct {
		AWSAccountID          string        `json:"AWSAccountId"`
		AgentARN              string        `json:"AgentARN"`
		CurrentAgentSnapshot  *snapshotForm `json:"CurrentAgentSnapshot"`
		EventID               string        `json:"EventId"`
		EventTimestamp        string        `json:"EventTimestamp"`
		EventType             string        `json:"EventType"`
		InstanceARN           string        `json:"InstanceARN"`
		PreviousAgentSnapshot *snapshotForm `json:"PreviousAgentSnapshot"`
		Version               string        `json:"Version"`
	}
	snapshotForm struct {
		AgentStatus     statusForm      `json:"AgentStatus"`
		NextAgentStatus *nextStatusForm `json:"NextAgentStatus"`
		Configuration   configuration   `json:"Configuration"`
		Contacts        []handForm      `json:"Contacts"`
	}
	statusForm struct {
		ARN            string              `json:"ARN"`
		Name           string              `json:"Name"`
		StartTimestamp string              `json:"StartTimestamp"`
		Type           acd.AgentStatusType `json:"Type"`
	}
	nextStatusForm struct {
		ARN               string `json:"ARN"`
		Name              string `json:"Name"`
		EnqueuedTimestamp string `json:"EnqueuedTimestamp"`
	}
	configuration struct {
		AgentHierarchyGroups *groupsForm       `json:"AgentHierarchyGroups"`
		FirstName            string            `json:"FirstName"`
		LastName             string            `json:"LastName"`
		Proficiencies        []proficiencyForm `json:"Proficiencies"`
		RoutingProfile       profileForm       `json:"RoutingProfile"`
		Username             string            `json:"Username"`
	}
	groupsForm struct {
		Level1 *groupForm `json:"Level1"`
		Level2 *groupForm `json:"Level2"`
		Level3 *groupForm `json:"Level3"`
		Level4 *groupForm `json:"Level4"`
		Level5 *groupForm `json:"Level5"`
	}
	groupForm struct {
		ARN  string `json:"ARN"`
		Name string `json:"Name"`
	}
	proficiencyForm struct {
		Level level  `json:"Level"`
		Name  string `json:"Name"`
		Value string `json:"Value"`
	}
	profileForm struct {
		ARN                  string            `json:"ARN"`
		Concurrency          []concurrencyForm `json:"Concurrency"`
		DefaultOutboundQueue queueForm         `json:"DefaultOutboundQueue"`
		InboundQueues        []queueForm       `json:"InboundQueues"`
		Name                 string            `json:"Name"`
	}
	concurrencyForm struct {
		AvailableSlots int         `json:"AvailableSlots"`
		Channel        acd.Channel `json:"Channel"`
		MaximumSlots   int         `json:"MaximumSlots"`
	}
	queueForm struct {
		ARN      string        `json:"ARN"`
		Channels []acd.Channel `json:"Channels"`
		Name     *string       `json:"Name"` // null: an agent queue, which has none
	}
	handForm struct {
		Channel                   acd.Channel           `json:"Channel"`
		ConnectedToAgentTimestamp *string               `json:"ConnectedToAgentTimestamp"`
		ContactID                 acd.ContactID         `json:"ContactId"`
		InitialContactID          *acd.ContactID        `json:"InitialContactId"`
		InitiationMethod          acd.InitiationMethod  `json:"InitiationMethod"`
		Queue                     *queueForm            `json:"Queue"`
		QueueTimestamp            *string               `json:"QueueTimestamp"`
		State                     acd.AgentContactState `json:"State"`
		StateStartTimestamp       string                `json:"StateStartTimestamp"`
	}
)

// form gives a snapshot its form; nil stays nil.
func (s *agentShown) form(of *snapshot) *snapshotForm {
	if of == nil {
		return nil
	}
	status := of.status()
	form := &snapshotForm{
		AgentStatus: statusForm{
			ARN: s.account.ARN(s.instance, acd.KindAgentStatus, string(status.ID)), Name: status.Name,
			StartTimestamp: stamp(of.agent.StatusSince), Type: status.Type,
		},
		Configuration: configurationOf(s.account, s.instance, of.settings, of.agent.Hands),
		Contacts:      make([]handForm, len(of.agent.Hands)),
	}
	if next := of.agent.NextStatus; next != "" {
		form.NextAgentStatus = &nextStatusForm{
			ARN:  s.account.ARN(s.instance, acd.KindAgentStatus, string(next)),
			Name: of.settings.names.statuses[next].Name, EnqueuedTimestamp: stamp(of.agent.NextSince),
		}
	}
	for i, h := range of.agent.Hands {
		form.Contacts[i] = s.hand(h, of.settings.names)
	}
	return form
}

func (s *agentShown) hand(h acd.AgentContact, n *names) handForm {
	form := handForm{
		Channel: h.Channel, ConnectedToAgentTimestamp: given(stamp(h.ConnectedAt)), ContactID: h.ContactID,
		InitialContactID: given(h.InitialID), InitiationMethod: h.Method, QueueTimestamp: given(stamp(h.QueuedAt)),
		State: h.Shown(), StateStartTimestamp: stamp(h.Since),
	}
	if !h.Queue.IsZero() {
		form.Queue = &queueForm{ARN: queueARN(s.account, s.instance, h.Queue), Channels: []acd.Channel{h.Channel}}
		form.Queue.Name = given(n.queues[h.Queue.ID])
	}
	return form
}

// given returns a text that is there, nil for one that is not.
func given[T ~string](text T) *T {
	if text == "" {
		return nil
	}
	return &text
}

// configurationOf gives settings their form, with the slots that an agent's hands leave.
func configurationOf(a acd.Account, instance acd.InstanceID, s *settings, hands []acd.AgentContact) configuration {
	form := configuration{
		AgentHierarchyGroups: groupsOf(a, instance, s),
		FirstName:            s.user.FirstName, LastName: s.user.LastName, Username: s.user.Username,
		Proficiencies: make([]proficiencyForm, len(s.user.Proficiencies)),
		RoutingProfile: profileForm{
			ARN:         a.ARN(instance, acd.KindRoutingProfile, string(s.profile.ID)),
			Name:        s.profile.Name,
			Concurrency: slotsOf(s.profile.Concurrency, hands),
			DefaultOutboundQueue: queueForm{
				ARN:      a.ARN(instance, acd.KindQueue, string(s.profile.DefaultOutboundQueueID)),
				Channels: []acd.Channel{acd.Voice},
				Name:     given(s.names.queues[s.profile.DefaultOutboundQueueID]),
			},
			InboundQueues: queuesOf(a, instance, s),
		},
	}
	for i, p := range s.user.Proficiencies {
		form.Proficiencies[i] = proficiencyForm{Level: level(p.Level), Name: p.AttributeName, Value: p.AttributeValue}
	}
	return form
}

// groupsOf shows the groups of an agent, from the top to his own; those of levels beneath are null.
func groupsOf(a acd.Account, instance acd.InstanceID, s *settings) *groupsForm {
	if len(s.user.HierarchyPath) == 0 {
		return nil
	}
	var at [acd.HierarchyLevelsMax]*groupForm
	for n, id := range s.user.HierarchyPath {
		at[n] = &groupForm{ARN: a.ARN(instance, acd.KindHierarchyGroup, string(id)), Name: s.names.groups[id]}
	}
	return &groupsForm{at[0], at[1], at[2], at[3], at[4]}
}

// slotsOf counts what an agent could still take of each channel. Whatever he has in hand takes a slot, after-contact
// work and what he missed too, but no paused task (AG23:real-time-metrics-definitions; A0079).
func slotsOf(concurrency []acd.Concurrency, hands []acd.AgentContact) []concurrencyForm {
	forms := make([]concurrencyForm, len(concurrency))
	for i, c := range concurrency {
		free := int(c.Max)
		for _, h := range hands {
			if h.Channel == c.Channel && h.State.HoldsSlot() {
				free--
			}
		}
		forms[i] = concurrencyForm{AvailableSlots: max(free, 0), Channel: c.Channel, MaximumSlots: int(c.Max)}
	}
	return forms
}

// queuesOf lists the agent's own queue and those of his profile, each once with its channels.
func queuesOf(a acd.Account, instance acd.InstanceID, s *settings) []queueForm {
	own := queueForm{ARN: a.ARN(instance, acd.KindAgentQueue, string(s.user.ID)), Channels: []acd.Channel{}}
	for _, c := range s.profile.Concurrency {
		own.Channels = append(own.Channels, c.Channel)
	}
	forms := []queueForm{own}
	for _, e := range s.profile.Queues {
		arn := a.ARN(instance, acd.KindQueue, string(e.QueueID))
		at := slices.IndexFunc(forms, func(f queueForm) bool { return f.ARN == arn })
		if at < 0 {
			at = len(forms)
			forms = append(forms, queueForm{ARN: arn, Name: given(s.names.queues[e.QueueID])})
		}
		forms[at].Channels = append(forms[at].Channels, e.Channel)
	}
	return forms
}
