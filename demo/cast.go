package demo

import "patchcord/acd"

// The predefined attributes of the demo.
const (
	language   = "Language"
	technology = "Technology"
)

func attributes() []acd.PredefinedAttribute {
	return []acd.PredefinedAttribute{
		{Name: language, Values: []string{"English", "French", "German", "Spanish"}},
		{Name: technology, Values: []string{"DynamoDB", "EC2", "Kinesis", "Neptune"}},
	}
}

func queues() []acd.Queue {
	return []acd.Queue{
		{Name: "Support", Description: "Whatever does not work."},
		{Name: "Sales", Description: "Whatever is wanted."},
		{Name: "Billing", Description: "Whatever was charged."},
	}
}

// profilesFor returns who serves what: each team its own queue first, and the others when it has nothing else to do.
func profilesFor(queues map[string]acd.QueueID) []acd.RoutingProfile {
	entry := func(queue string, priority, delaySeconds int32) (entries []acd.ProfileQueue) {
		for _, channel := range []acd.Channel{acd.Voice, acd.Chat, acd.Task} {
			entries = append(entries, acd.ProfileQueue{Priority: priority, Delay: delaySeconds,
				QueueChannel: acd.QueueChannel{QueueID: queues[queue], Channel: channel}})
		}
		return entries
	}
	profile := func(name, about, own string, lists ...[]acd.ProfileQueue) acd.RoutingProfile {
		p := acd.RoutingProfile{Name: name, Description: about, DefaultOutboundQueueID: queues[own],
			Concurrency: []acd.Concurrency{{Channel: acd.Voice, Max: 1}, {Channel: acd.Chat, Max: 3},
				{Channel: acd.Task, Max: 2}}}
		for _, list := range lists {
			p.Queues = append(p.Queues, list...)
		}
		return p
	}
	return []acd.RoutingProfile{
		profile("Support team", "Support first, then Billing.", "Support", entry("Support", 1, 0), entry("Billing", 2, 0)),
		profile("Sales team", "Sales, and Support after a minute.", "Sales", entry("Sales", 1, 0), entry("Support", 2, 60)),
		profile("Billing team", "Billing only.", "Billing", entry("Billing", 1, 0)),
	}
}

// agent is somebody who works in the demo.
type agent struct {
	user    acd.User
	profile string
	skills  []acd.UserProficiency
	status  acd.AgentStatusType // in the beginning; empty: has never logged in
}

// agents returns the people of the demo. Ana and Bob are Agent1 and Agent2 of Amazon's worked example
// (AG:proficiency-routing). Ana accepts tasks and chats at once, so that a newcomer sees a contact through.
func agents() []agent {
	ana := person("ana", "Ana", "Silva")
	for _, channel := range []acd.Channel{acd.Chat, acd.Task} {
		ana.AutoAcceptConfigs = append(ana.AutoAcceptConfigs, acd.AutoAcceptConfig{Channel: channel, AutoAccept: true})
	}
	ana.AfterContactWork = []acd.AfterContactWorkConfig{{Channel: acd.Chat, Limit: 30}, {Channel: acd.Task, Limit: 30}}
	return []agent{
		{ana, "Support team", skills("Kinesis", 2, "DynamoDB", 4, "EC2", 4, "French", 3, "English", 4), acd.Routable},
		{person("bob", "Bob", "Berg"), "Support team",
			skills("DynamoDB", 3, "EC2", 5, "Neptune", 5, "French", 4, "English", 3), acd.Routable},
		{person("carla", "Carla", "Cruz"), "Support team", skills("Kinesis", 5, "Spanish", 5, "English", 4), acd.Offline},
		{person("dan", "Dan", "Dorn"), "Sales team", skills("German", 5, "English", 4), acd.Routable},
		{person("eva", "Eva", "Egger"), "Sales team", skills("German", 5, "French", 2), ""},
		{person("finn", "Finn", "Frost"), "Billing team", skills("English", 5), acd.Routable},
	}
}

func person(username, first, last string) acd.User {
	return acd.User{Username: username, FirstName: first, LastName: last}
}

// skills reads pairs of a value and a level.
func skills(pairs ...any) []acd.UserProficiency {
	var list []acd.UserProficiency
	for i := 0; i < len(pairs); i += 2 {
		value, level := pairs[i].(string), pairs[i+1].(int)
		list = append(list, acd.UserProficiency{AttributeName: attributeOf(value), AttributeValue: value,
			Level: int32(level)})
	}
	return list
}

func attributeOf(value string) string {
	for _, a := range attributes() {
		for _, v := range a.Values {
			if v == value {
				return a.Name
			}
		}
	}
	panic("the demo has no attribute with the value " + value)
}

// expertSteps are the criteria of Amazon's worked example, at three times its pace: first an expert who speaks French
// well, then one who is nearly that, then for as long as it takes whoever speaks some French (AG:proficiency-routing).
func expertSteps() []acd.Step {
	wish := func(french, dynamodb float32) acd.Step {
		return acd.Step{Expression: acd.Expression{And: []acd.Expression{
			atLeast("French", french), atLeast("DynamoDB", dynamodb)}}}
	}
	steps := []acd.Step{wish(4, 5), wish(4, 4), wish(3, 4)}
	steps[0].Expiry, steps[1].Expiry = &acd.Expiry{DurationInSeconds: 10}, &acd.Expiry{DurationInSeconds: 10}
	return steps
}

func atLeast(value string, level float32) acd.Expression {
	return acd.Expression{Attribute: &acd.AttributeCondition{Name: attributeOf(value), Value: value,
		Operator: acd.NumberGreaterOrEqualTo, Level: level}}
}
