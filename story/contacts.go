package story

import (
	"math"

	"patchcord/acd"
)

// A plannedContact is a contact as a story brings it in.
type plannedContact struct {
	name     string
	queue    string // empty: none
	agent    string // whose agent queue; empty: none
	transfer bool   // whether the flow puts it into the queue
	channel  acd.Channel
	method   acd.InitiationMethod
	priority *int64
	age      *int32
	life     acd.Duration
	ring     acd.Duration // how long its customer is called; zero: he calls
	in       acd.Duration // until its flow runs
	subtype  string       // connect:ExternalAudio; empty: none

	agentExits bool   // with the customer of a chat
	onResume   string // the queue that a flow puts it into when it is resumed; empty: there is no such flow
	flow       string // that leads it, of those the story has made; empty: one that does what the plan says
	steps      []plannedStep
}

// readQueue understands: queue QUEUE [max=N], and queue CONTACT QUEUE|agent=USER with what the flow sets on the way.
func readQueue(a *args) deed {
	name := a.next("a name")
	if !a.more() && !a.has("agent") {
		return readNewQueue(a, name)
	}
	c := plannedContact{name: name.text, transfer: true}
	if !a.cast.add(aContact, name.text) {
		a.fail(name, "a contact is called %q already", name.text)
	}
	if a.more() {
		c.queue = a.known(aQueue)
	}
	c.read(a, true)
	return func(s *stage) error { return s.bring(c) }
}

// has says whether a key is among the words that are left.
func (a *args) has(key string) bool {
	for _, w := range a.words {
		if len(w.text) > len(key) && w.text[:len(key)+1] == key+"=" {
			return true
		}
	}
	return false
}

func readNewQueue(a *args, name word) deed {
	if name.text != basicQueue && !a.cast.add(aQueue, name.text) {
		a.fail(name, "a queue is called %q already", name.text)
	}
	var most *int32
	for _, pr := range a.pairs() {
		if pr.key != "max" {
			a.unknown(pr, "max")
			continue
		}
		n := int32(a.integer(pr, 0, math.MaxInt32))
		most = &n
	}
	return func(s *stage) error {
		if id, ok := s.names.find(aQueue, name.text); ok {
			_, err := s.set(acd.UpdateQueueMaxContacts{QueueID: acd.QueueID(id), MaxContacts: most})
			return err
		}
		_, err := s.makeQueue(name.text, most)
		return err
	}
}

// readStart understands: start CONTACT, whose flow ends without a queue.
func readStart(a *args) deed {
	c := plannedContact{name: a.fresh(aContact)}
	if a.more() {
		c.queue = a.known(aQueue)
	}
	c.read(a, false)
	return func(s *stage) error { return s.bring(c) }
}

// read takes the pairs and the steps of a contact.
func (c *plannedContact) read(a *args, queued bool) {
	c.channel = acd.Voice
	for _, pr := range a.pairs() {
		switch {
		case pr.key == "agent" && queued:
			if c.agent = pr.value; !a.cast.has(aUser, pr.value) {
				a.fail(pr.word, "no user is called %q up to here", pr.value)
			}
		case pr.key == "channel":
			channel, ok := acd.ParseChannel(pr.value)
			if !ok {
				a.fail(pr.word, "channel is %q; give voice, chat, task or email", pr.value)
			}
			c.channel = channel
		case pr.key == "method":
			c.readMethod(a, pr)
		case pr.key == "life":
			c.life = a.duration(pr.word, pr.value)
		case pr.key == "ring":
			c.ring = a.duration(pr.word, pr.value)
		case pr.key == "onresume":
			if c.onResume = pr.value; !a.cast.has(aQueue, pr.value) {
				a.fail(pr.word, "no queue is called %q up to here", pr.value)
			}
		case pr.key == "in":
			c.in = a.duration(pr.word, pr.value)
		case pr.key == "flow" && !queued:
			if c.flow = pr.value; !a.cast.has(aFlow, pr.value) {
				a.fail(pr.word, "no flow is called %q up to here", pr.value)
			}
		case pr.key == "exit":
			if c.agentExits = pr.value == "agent"; !c.agentExits {
				a.fail(pr.word, "exit is %q; give agent", pr.value)
			}
		case pr.key == "subtype":
			c.subtype = "connect:" + pr.value
		default:
			const known = "agent, channel, priority, age, method, life, ring, in, onresume, flow, exit and subtype"
			c.priority, c.age = readOrder(a, pr, known, c.priority, c.age)
		}
	}
	if c.queue != "" && c.agent != "" {
		a.fail(word{column: a.end}, "a contact goes to one queue; give a queue or an agent")
	}
	c.steps = a.steps()
}

func (c *plannedContact) readMethod(a *args, pr pair) {
	switch pr.value {
	case "inbound":
		c.method = acd.Inbound
	case "outbound":
		c.method = acd.Outbound
	case "api":
		c.method = acd.API
	case "webrtc":
		c.method = acd.WebRTC
	default:
		a.fail(pr.word, "method is %q; give inbound, outbound, api or webrtc", pr.value)
	}
}

// readOrder takes priority and age, the two that move a contact in the order.
func readOrder(a *args, pr pair, known string, priority *int64, age *int32) (*int64, *int32) {
	switch pr.key {
	case "priority":
		n := a.integer(pr, math.MinInt64, math.MaxInt64)
		priority = &n
	case "age":
		n := int32(a.integer(pr, math.MinInt32, math.MaxInt32))
		age = &n
	default:
		a.unknown(pr, known)
	}
	return priority, age
}

// readRouting understands: routing CONTACT priority=N age=N steps=none, and steps below it.
func readRouting(a *args) deed {
	name := a.known(aContact)
	var priority *int64
	var age *int32
	none := false
	for _, pr := range a.pairs() {
		if pr.key == "steps" && pr.value == "none" {
			none = true
			continue
		}
		priority, age = readOrder(a, pr, "priority, age and steps=none", priority, age)
	}
	planned := a.steps()
	return func(s *stage) error {
		cmd := acd.UpdateContactRoutingData{ContactID: s.contactID(name), QueuePriority: priority, QueueTimeAdjustment: age}
		if len(planned) > 0 || none {
			steps := s.steps(planned)
			cmd.Steps = &steps
		}
		s.telling = true
		_, err := s.do(cmd)
		return err
	}
}

// readConnect understands: connect CONTACT, whose customer then has connected.
func readConnect(a *args) deed {
	name := a.known(aContact)
	return doing(func(s *stage) acd.Command { return acd.ConnectCustomer{ContactID: s.contactID(name)} })
}

// readLeave understands: leave CONTACT reason=REASON, which may be left out.
func readLeave(a *args) deed {
	name, reason := a.known(aContact), ""
	for _, pr := range a.pairs() {
		if reason = pr.value; pr.key != "reason" {
			a.unknown(pr, "reason")
		}
	}
	return doing(func(s *stage) acd.Command {
		return acd.DisconnectCustomer{ContactID: s.contactID(name), Reason: reason}
	})
}

// readReturns understands: returns CONTACT, whose customer writes again.
func readReturns(a *args) deed {
	name := a.known(aContact)
	return doing(func(s *stage) acd.Command {
		return acd.ReportMedia{ContactID: s.contactID(name), Customer: acd.CustomerBack}
	})
}

// readStop understands: stop CONTACT.
func readStop(a *args) deed {
	name := a.known(aContact)
	return doing(func(s *stage) acd.Command { return acd.StopContact{ContactID: s.contactID(name)} })
}

// bring lets a contact come in and be led by a flow that sets what the plan says.
func (s *stage) bring(c plannedContact) error {
	flowID, err := s.flow(c)
	if err != nil {
		return err
	}
	method := c.method
	if method == "" {
		method = acd.API
		if c.channel == acd.Voice && c.ring == 0 {
			method = acd.Inbound
		}
	}
	s.telling = !c.transfer
	s.coming = c.name
	cmd := acd.StartContact{
		Operation: "StartContact", Channel: c.channel, InitiationMethod: method, FlowID: flowID, Life: c.life,
		AgentExits: c.agentExits,
	}
	if c.subtype != "" {
		cmd.SegmentAttributes = map[string]acd.SegmentAttribute{acd.SubtypeAttribute: {String: &c.subtype}}
	}
	if c.ring > 0 {
		cmd.RingFor = c.ring
		cmd.CustomerEndpoint = &acd.Endpoint{Type: acd.TelephoneNumber, Address: "+12065550100"}
		cmd.SystemEndpoint = &acd.Endpoint{Type: acd.TelephoneNumber, Address: "+12065550199"}
	}
	if c.in > 0 {
		cmd.ScheduledAt = s.inst.Now().Add(c.in)
	}
	id, err := s.do(cmd)
	if err == nil {
		s.names.add(aContact, c.name, id)
	}
	return err
}

// steps returns steps in which the users' names have become their ids.
func (s *stage) steps(planned []plannedStep) []acd.Step {
	steps := make([]acd.Step, 0, len(planned))
	for _, p := range planned {
		x := withUsers(p.expression, func(name acd.UserID) acd.UserID { return s.userID(string(name)) })
		steps = append(steps, acd.Step{Expression: x, Expiry: p.expiry})
	}
	return steps
}
