package instance_test

import (
	"encoding/json"
	"fmt"
	"strconv"

	"patchcord/acd"
	"patchcord/flow"
)

// furnish gives a life its settings.
func (l *life) furnish() {
	l.must(acd.CreateInstance{Instance: acd.Instance{Alias: "life", InboundCalls: true, OutboundCalls: true,
		Seed: acd.Seed(l.seed)}})
	d := l.inst.Directory()
	for _, s := range d.AgentStatuses() {
		l.statuses = append(l.statuses, s.ID)
	}
	pause := l.must(acd.CreateAgentStatus{Status: acd.AgentStatus{Name: "Break", Type: acd.Custom, Enabled: true}})
	l.statuses = append(l.statuses, acd.AgentStatusID(pause))
	for _, name := range []string{"Language", "Skill"} {
		l.must(acd.CreatePredefinedAttribute{Attribute: acd.PredefinedAttribute{Name: name, Values: l.attributes[name]}})
	}
	for range 1 + l.rng.IntN(3) {
		l.addQueue()
	}
	for range 1 + l.rng.IntN(3) {
		l.addProfile()
	}
	for range 1 + l.rng.IntN(7) {
		l.addUser(anyOf(l, l.profiles))
	}
	for range 2 + l.rng.IntN(6) {
		l.addFlow()
	}
	for range l.rng.IntN(4) {
		l.addQuickConnect()
	}
}

// grow adds to the settings while people work: a queue and the way into it, or a profile and somebody who has it.
func (l *life) grow() {
	switch {
	case len(l.flows) >= grownMax || len(l.users) >= grownMax:
	case l.oneIn(3):
		l.addQueue()
		l.addFlow()
	default:
		l.addProfile()
		l.addUser(l.profiles[len(l.profiles)-1])
	}
}

// grownMax is how many flows or users a life has before it stops growing.
const grownMax = 10

func (l *life) addQueue() {
	q := acd.Queue{Name: l.name("queue"), Status: acd.QueueEnabled,
		HoursID: l.inst.Directory().HoursOfOperations()[0].ID}
	if l.oneIn(5) {
		most := int32(l.rng.IntN(5))
		q.MaxContacts = &most
	}
	l.queues = append(l.queues, acd.QueueID(l.must(acd.CreateQueue{Queue: q})))
}

// name returns a name that nothing had before.
func (l *life) name(kind string) string {
	l.named++
	return fmt.Sprint(kind, l.named)
}

func (l *life) addProfile() {
	p := l.profile()
	l.profiles = append(l.profiles, acd.RoutingProfileID(l.must(acd.CreateRoutingProfile{Profile: p})))
}

// addUser adds a user, mostly one who comes to work at once.
func (l *life) addUser(profile acd.RoutingProfileID) {
	u := l.user(len(l.users), profile)
	id := acd.UserID(l.must(acd.CreateUser{User: u}))
	l.users = append(l.users, id)
	for range l.rng.IntN(4) {
		l.changeProficiency()
	}
	if !l.oneIn(4) {
		l.ask(acd.PutUserStatus{UserID: id, StatusID: l.someStatus()})
	}
}

func (l *life) addFlow() {
	if l.oneIn(2) {
		l.addHooked()
	}
	if l.oneIn(4) {
		l.addRemaining()
	}
	f := acd.ContactFlow{Name: fmt.Sprint("flow", len(l.flows)), Type: "CONTACT_FLOW", Status: "PUBLISHED",
		Content: l.flow()}
	l.flows = append(l.flows, acd.FlowID(l.must(acd.CreateContactFlow{Flow: f})))
}

// hooked is a flow for an event of a contact's life.
type hooked struct {
	event acd.ContactHook
	flow  acd.FlowID
}

// addHooked adds a flow for those who wait, who are about to be joined, or who are on hold.
func (l *life) addHooked() {
	seconds := func() acd.Duration { return acd.Seconds(int32(1 + l.rng.IntN(40))) }
	one := anyOf(l, []struct {
		event acd.ContactHook
		kind  string
	}{
		{acd.HookQueue, acd.FlowCustomerQueue}, {acd.HookQueue, acd.FlowCustomerQueue},
		{acd.HookAgentWhisper, acd.FlowAgentWhisper}, {acd.HookCustomerWhisper, acd.FlowCustomerWhisper},
		{acd.HookAgentHold, acd.FlowAgentHold}, {acd.HookCustomerHold, acd.FlowCustomerHold},
	})
	priority := int64(1 + l.rng.IntN(8))
	var effects []flow.Effect
	switch one.event {
	case acd.HookQueue:
		effects = []flow.Effect{flow.Message{Text: "Hello"}, flow.Repeat{Interrupt: seconds()},
			flow.SetRouting{QueuePriority: &priority}, flow.Wait{For: seconds()}}
		if l.oneIn(3) {
			effects = append(effects, flow.SetCriteria{Steps: l.criteria()})
		}
		effects = append(effects, l.moves(one.event)...)
	case acd.HookAgentWhisper, acd.HookCustomerWhisper:
		effects = []flow.Effect{flow.Message{Text: "Hello"}, flow.Wait{For: seconds()}}
	default:
		effects = []flow.Effect{flow.Repeat{Interrupt: seconds()}, flow.Wait{For: seconds()}}
	}
	if !l.oneIn(4) {
		effects = append(effects, flow.End{})
	}
	f := acd.ContactFlow{Name: fmt.Sprint("hook", len(l.hooked)), Type: one.kind, Status: "PUBLISHED",
		Content: flow.BuildAs(one.kind, effects...)}
	l.hooked = append(l.hooked, hooked{one.event, acd.FlowID(l.must(acd.CreateContactFlow{Flow: f}))})
	if l.oneIn(3) {
		l.addOutbound()
	}
}

// must asks for a setting that cannot be refused.
func (l *life) must(cmd acd.Command) string {
	created, ok := l.ask(cmd)
	if !ok {
		l.fault("%T was refused", cmd)
	}
	return created
}

func (l *life) profile() acd.RoutingProfile {
	p := acd.RoutingProfile{Name: l.name("profile"), Description: "random", DefaultOutboundQueueID: l.queues[0],
		AvailabilityTimer: anyOf(l, []acd.AvailabilityTimer{acd.SinceLastActivity, acd.SinceLastInbound})}
	for _, c := range acd.Channels() {
		if l.oneIn(5) {
			continue
		}
		p.Concurrency = append(p.Concurrency, acd.Concurrency{
			Channel: c, Max: int32(1 + l.rng.IntN(min(3, c.MaxConcurrency()))),
			CrossChannel: anyOf(l, []acd.CrossChannelBehavior{acd.RouteAnyChannel, acd.RouteCurrentChannelOnly}),
		})
	}
	for _, q := range l.queues {
		for _, c := range acd.Channels() {
			if !l.oneIn(4) {
				p.Queues = append(p.Queues, l.entry(q, c))
			}
			if c != acd.Voice && l.oneIn(6) {
				p.ManualQueues = append(p.ManualQueues, acd.QueueChannel{QueueID: q, Channel: c})
			}
		}
	}
	return p
}

func (l *life) entry(q acd.QueueID, c acd.Channel) acd.ProfileQueue {
	return acd.ProfileQueue{
		QueueChannel: acd.QueueChannel{QueueID: q, Channel: c}, Priority: int32(1 + l.rng.IntN(3)),
		Delay: anyOf(l, []int32{0, 0, 0, 0, 5, 15, 40}),
	}
}

// user returns a user with settings for each channel, or some of the older ones that speak for all, never with both.
func (l *life) user(n int, profile acd.RoutingProfileID) acd.User {
	u := acd.User{Username: fmt.Sprint("user", n), FirstName: "U", LastName: strconv.Itoa(n),
		RoutingProfileID:   profile,
		SecurityProfileIDs: []acd.SecurityProfileID{l.inst.Directory().SecurityProfiles()[0].ID}}
	if l.oneIn(4) {
		u.Phone = &acd.PhoneConfig{PhoneType: "SOFT_PHONE", AutoAccept: l.oneIn(2)}
		if l.oneIn(2) {
			u.Phone.AfterContactWorkLimit = int32(1 + l.rng.IntN(30))
		}
	}
	for _, c := range acd.Channels() {
		if l.oneIn(6) && (u.Phone == nil || !u.Phone.AutoAccept) {
			u.AutoAcceptConfigs = append(u.AutoAcceptConfigs, acd.AutoAcceptConfig{Channel: c, AutoAccept: true,
				AgentFirstCallback: c == acd.Voice && l.oneIn(2)})
		}
		if !l.oneIn(3) && (u.Phone == nil || u.Phone.AfterContactWorkLimit == 0) {
			u.AfterContactWork = append(u.AfterContactWork, acd.AfterContactWorkConfig{
				Channel: c, Limit: int32(l.rng.IntN(30)),
			})
		}
	}
	return u
}

func (l *life) proficiency() acd.UserProficiency {
	name := anyOf(l, []string{"Language", "Skill"})
	return acd.UserProficiency{AttributeName: name, AttributeValue: anyOf(l, l.attributes[name]),
		Level: int32(1 + l.rng.IntN(5))}
}

// criteria returns one to four steps.
func (l *life) criteria() []acd.Step {
	steps := make([]acd.Step, 1+l.rng.IntN(4))
	for i := range steps {
		steps[i].Expression = l.expression()
		if i < len(steps)-1 || !l.oneIn(3) {
			steps[i].Expiry = &acd.Expiry{DurationInSeconds: anyOf(l, []int32{0, 1, 2, 5, 5, 10, 20, 30})}
		}
	}
	return steps
}

func (l *life) expression() acd.Expression {
	switch l.rng.IntN(5) {
	case 0:
		return acd.Expression{Or: []acd.Expression{l.branch(), l.branch()}}
	case 1:
		return l.branch()
	}
	return l.leaf()
}

func (l *life) branch() acd.Expression {
	if l.oneIn(3) {
		return l.leaf()
	}
	one, two := l.condition("Language"), l.condition("Skill")
	x := acd.Expression{And: []acd.Expression{{Attribute: one}, {Attribute: two}}}
	if l.oneIn(4) {
		x.And[0] = acd.Expression{Not: one}
	}
	if l.oneIn(6) {
		x.And[1] = l.agents()
	}
	return x
}

func (l *life) leaf() acd.Expression {
	switch l.rng.IntN(6) {
	case 0:
		return l.agents()
	case 1:
		return acd.Expression{Not: l.condition(anyOf(l, []string{"Language", "Skill"}))}
	}
	return acd.Expression{Attribute: l.condition(anyOf(l, []string{"Language", "Skill"}))}
}

func (l *life) agents() acd.Expression {
	var ids []acd.UserID
	for range 1 + l.rng.IntN(3) {
		ids = append(ids, anyOf(l, l.users))
	}
	return acd.Expression{Attribute: &acd.AttributeCondition{Operator: acd.Match, AgentIDs: &ids}}
}

func (l *life) condition(name string) *acd.AttributeCondition {
	c := &acd.AttributeCondition{Name: name, Value: anyOf(l, l.attributes[name])}
	if l.oneIn(3) {
		low := 1 + l.rng.IntN(5)
		c.Operator, c.Range = acd.InRange, &acd.Range{Min: float32(low), Max: float32(low + l.rng.IntN(6-low))}
		return c
	}
	c.Operator, c.Level = acd.NumberGreaterOrEqualTo, float32(1+l.rng.IntN(9))/2+0.5
	return c
}

// flow writes a flow that puts its contact into some queue, and may set its order and its criteria before.
func (l *life) flow() string {
	type m = map[string]any
	target := m{"QueueId": anyOf(l, l.queues)}
	if l.oneIn(6) {
		target = m{"AgentId": anyOf(l, l.users)}
	}
	kinds, parameters := []string{"UpdateContactTargetQueue"}, []m{target}
	if l.oneIn(4) {
		kinds = append(kinds, "UpdateContactRoutingBehavior")
		parameters = append(parameters, m{"QueuePriority": strconv.Itoa(1 + l.rng.IntN(8))})
	}
	if l.oneIn(4) {
		kinds = append(kinds, "UpdateContactRoutingBehavior")
		parameters = append(parameters, m{"QueueTimeAdjustmentSeconds": strconv.Itoa(l.rng.IntN(80) - 40)})
	}
	if !l.oneIn(3) {
		kinds = append(kinds, "UpdateContactRoutingCriteria")
		parameters = append(parameters, m{"RoutingCriteria": m{"Steps": drawSteps(l.criteria())}})
	}
	if l.oneIn(4) && len(l.flows) > 0 {
		kinds = append(kinds, "UpdateContactEventHooks")
		event := anyOf(l, []acd.ContactHook{acd.HookPause, acd.HookResume})
		parameters = append(parameters, m{"EventHooks": m{string(event): anyOf(l, l.flows)}})
	}
	if l.oneIn(3) && len(l.hooked) > 0 {
		kinds = append(kinds, "UpdateContactEventHooks")
		one := anyOf(l, l.hooked)
		parameters = append(parameters, m{"EventHooks": m{string(one.event): one.flow}})
	}
	if l.oneIn(4) {
		kind, given := l.asking()
		kinds, parameters = append(kinds, kind), append(parameters, given)
	}
	if l.oneIn(4) {
		kinds = append(kinds, "Wait")
		parameters = append(parameters, m{"TimeLimitSeconds": strconv.Itoa(1 + l.rng.IntN(60))})
	}
	if l.oneIn(4) {
		kinds, parameters = append(kinds, "ResumeContact"), append(parameters, m{})
	}
	kinds, parameters = append(kinds, "TransferContactToQueue", "DisconnectParticipant"), append(parameters, m{}, m{})
	var actions []m
	for i, kind := range kinds {
		transitions := m{}
		if i < len(kinds)-1 {
			last := strconv.Itoa(len(kinds) - 1)
			transitions["NextAction"] = strconv.Itoa(i + 1)
			errors := []m{{"NextAction": last, "ErrorType": "NoMatchingError"}}
			switch kind { // of what is not paused, and of what nobody answers
			case "ResumeContact", "InvokeLambdaFunction", "ConnectParticipantWithLexBot", "GetParticipantInput":
				errors[0]["NextAction"] = transitions["NextAction"]
			}
			if kind == "TransferContactToQueue" {
				errors = append(errors, m{"NextAction": last, "ErrorType": "QueueAtCapacity"})
			}
			if kind != "UpdateContactRoutingBehavior" {
				transitions["Errors"] = errors
			}
			if kind == "Wait" {
				transitions["Conditions"] = []m{{"NextAction": transitions["NextAction"],
					"Condition": m{"Operator": "Equals", "Operands": []string{"WaitCompleted"}}}}
			}
		}
		actions = append(actions, m{"Identifier": strconv.Itoa(i), "Type": kind, "Parameters": parameters[i],
			"Transitions": transitions})
	}
	text, err := json.Marshal(m{"Version": "2019-10-30", "StartAction": "0", "Actions": actions})
	if err != nil {
		panic(err)
	}
	return string(text)
}

func drawSteps(steps []acd.Step) []map[string]any {
	var list []map[string]any
	for _, s := range steps {
		drawn := map[string]any{"Expression": drawExpression(s.Expression)}
		if s.Expiry != nil {
			drawn["Expiry"] = s.Expiry
		}
		list = append(list, drawn)
	}
	return list
}

func drawExpression(x acd.Expression) map[string]any {
	switch {
	case x.Attribute != nil:
		return map[string]any{"AttributeCondition": drawCondition(x.Attribute)}
	case x.Not != nil:
		return map[string]any{"NotAttributeCondition": drawCondition(x.Not)}
	}
	name, list := "AndExpression", x.And
	if x.Or != nil {
		name, list = "OrExpression", x.Or
	}
	var drawn []map[string]any
	for _, inner := range list {
		drawn = append(drawn, drawExpression(inner))
	}
	return map[string]any{name: drawn}
}

func drawCondition(c *acd.AttributeCondition) map[string]any {
	drawn := map[string]any{"ComparisonOperator": c.Operator}
	switch {
	case c.AgentIDs != nil:
		drawn["MatchCriteria"] = map[string]any{"AgentsCriteria": map[string]any{"AgentIds": *c.AgentIDs}}
		return drawn
	case c.Range != nil:
		drawn["Range"] = map[string]any{"MinProficiencyLevel": c.Range.Min, "MaxProficiencyLevel": c.Range.Max}
	default:
		drawn["ProficiencyLevel"] = c.Level
	}
	drawn["Name"], drawn["Value"] = c.Name, c.Value
	return drawn
}
