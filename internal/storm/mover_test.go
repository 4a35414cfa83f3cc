package storm

import (
	"encoding/json"
	"fmt"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

// A mover is a client who moves tasks: with a queue and a user of his own, so that he knows all that becomes of them.
type mover struct {
	client
	place  moverPlace
	chains []*chain
	unsure *start // sent and not answered
}

// The limits of movers, below those of chains and pauses.
const (
	livingMax   = 6
	segmentsMax = 8
	restsMax    = 4
)

// work lets a mover work until he gets no answer.
func (m *mover) work(l *life) {
	for m.step(l) {
	}
}

// step does one thing by chance, and says whether the mover may go on.
func (m *mover) step(l *life) bool {
	living := m.living()
	n := m.chance.IntN(100)
	if len(living) == 0 || n < 15 && len(living) < livingMax {
		return m.begin(l)
	}
	c := living[m.chance.IntN(len(living))]
	switch {
	case n < 45:
		return m.serve(l)
	case n < 60:
		return m.rest(l, c)
	case n < 85:
		return m.move(l, c)
	case n < 93:
		return m.associate(l, c)
	}
	return m.stop(l, c)
}

// living returns the chains that have not ended.
func (m *mover) living() (living []*chain) {
	for _, c := range m.chains {
		if !c.last().end.asked {
			living = append(living, c)
		}
	}
	return living
}

// begin starts a task whose flow waits.
func (m *mover) begin(l *life) bool {
	name := m.name("moved task")
	s := start{name, "token of " + name}
	var id string
	return m.change(l, change{
		what: "StartTaskContact",
		ask:  func() { m.unsure = &s },
		send: func() (err error) { id, err = startTaskBy(l.ctx, l.wire, m.stage, m.place.waiting, s); return err },
		grant: func() {
			m.unsure = nil
			m.chains = append(m.chains, &chain{segments: []*segment{{id: id}}})
		},
		refuse: func(string) { m.unsure = nil },
	})
}

// rest pauses a task, or resumes it. One that its flow has not queued yet would be ended by that flow, which finds it
// paused; it is moved instead.
func (m *mover) rest(l *life, c *chain) bool {
	r := &c.last().rest
	if !r.known.now {
		found, err := l.wire.DescribeContact(l.ctx, &sdk.DescribeContactInput{
			InstanceId: &m.stage.instance, ContactId: &c.last().id})
		if err != nil {
			return m.goOn(l, "DescribeContact", err)
		}
		if !seeSegment(found.Contact).queued {
			return m.move(l, c)
		}
	}
	next := rest{r.known.times + 1, true}
	ch := change{
		what: "PauseContact",
		send: func() error {
			_, err := l.wire.PauseContact(l.ctx, &sdk.PauseContactInput{
				InstanceId: &m.stage.instance, ContactId: &c.last().id})
			return err
		},
		refused: []string{"LimitExceededException"}, // its agent has paused too many
	}
	switch {
	case r.known.now:
		next = rest{r.known.times, false}
		ch.what, ch.refused = "ResumeContact", nil
		in := &sdk.ResumeContactInput{InstanceId: &m.stage.instance, ContactId: &c.last().id}
		if !c.last().agent.known {
			in.ContactFlowId = &m.place.onward
		}
		ch.send = func() error { _, err := l.wire.ResumeContact(l.ctx, in); return err }
	case r.known.times >= restsMax:
		return m.stop(l, c)
	}
	ch.ask = func() { r.ask(next) }
	ch.grant = func() { r.grant() }
	ch.refuse = func(string) { r.refuse() }
	return m.change(l, ch)
}

// move transfers a task wherever it is. Sent twice, it moves once.
func (m *mover) move(l *life, c *chain) bool {
	if len(c.segments) >= segmentsMax {
		return m.stop(l, c)
	}
	token := "token of " + m.name("move")
	from, id, again := c.last().id, "", ""
	flow := []string{m.place.onward, m.place.waiting}[m.chance.IntN(2)]
	in := &sdk.TransferContactInput{InstanceId: &m.stage.instance, ContactId: &from, ContactFlowId: &flow,
		QueueId: &m.place.queue, ClientToken: &token}
	send := func() (string, error) {
		out, err := l.wire.TransferContact(l.ctx, in)
		if err != nil {
			return "", err
		}
		return *out.ContactId, nil
	}
	ok := m.change(l, change{
		what:   "TransferContact",
		ask:    func() { c.leap = &leap{input: in} },
		send:   func() (err error) { id, err = send(); return err },
		grant:  func() { c.moved(id, false) },
		refuse: func(string) { c.leap = nil },
	})
	if !ok || m.chance.IntN(4) > 0 {
		return ok
	}
	return m.change(l, change{
		what: "TransferContact, sent again",
		ask:  func() {},
		send: func() (err error) { again, err = send(); return err },
		grant: func() {
			if again != id {
				m.model.note(fmt.Sprintf("contact %s has gone on as %s, and under the same token as %s", from, id, again))
			}
		},
		refuse: func(string) {},
	})
}

// associate gives a task to the mover's user by hand, if it waits and rings at nobody.
func (m *mover) associate(l *life, c *chain) bool {
	return m.change(l, change{
		what: "AssociateContactWithUser",
		ask:  func() {},
		send: func() error {
			_, err := l.wire.AssociateContactWithUser(l.ctx, &sdk.AssociateContactWithUserInput{
				InstanceId: &m.stage.instance, ContactId: &c.last().id, UserId: &m.user.id})
			return err
		},
		grant:   func() {},
		refuse:  func(string) {},
		refused: []string{"InvalidRequestException"},
	})
}

// stop ends a task.
func (m *mover) stop(l *life, c *chain) bool {
	this := c.last()
	return m.change(l, change{
		what: "StopContact",
		ask:  func() { this.end.ask() },
		send: func() error {
			_, err := l.wire.StopContact(l.ctx, &sdk.StopContactInput{
				InstanceId: &m.stage.instance, ContactId: &this.id})
			return err
		},
		grant:  func() { this.end.grant() },
		refuse: func(string) { this.end.refuse() },
	})
}

// segment returns the chain and the segment of a contact, which the mover knows.
func (m *mover) segment(id string) (*chain, *segment) {
	for _, c := range m.chains {
		for _, s := range c.segments {
			if s.id == id {
				return c, s
			}
		}
	}
	return nil, nil
}

// serve does something with what is in the hands of the mover's user.
func (m *mover) serve(l *life) bool {
	data, err := m.stage.data(l.ctx, l.wire, m.user)
	if err == nil && data[m.user.id] == nil {
		err = errNobody
	}
	if err != nil {
		return m.goOn(l, "GetCurrentUserData", err)
	}
	hands := data[m.user.id].hands
	if len(hands) == 0 {
		return true
	}
	h := hands[m.chance.IntN(len(hands))]
	c, this := m.segment(h.contact)
	if this == nil {
		m.model.report(fmt.Sprintf("user %s has contact %s, which nobody knows", m.user.id, h.contact))
		return false
	}
	switch {
	case h.state == types.ContactStateConnecting:
		return m.act(l, "accept", this.id, change{ask: func() { this.agent.ask(true) },
			grant: func() { this.agent.grant() }, refuse: func(string) { this.agent.refuse() }, refused: []string{conflict}})
	case h.state == types.ContactStateEnded:
		return m.act(l, "complete", this.id, change{ask: func() { this.work.ask() },
			grant: func() { this.work.grant() }, refuse: func(string) { this.work.refuse() }})
	case h.state != types.ContactStateConnected:
		return m.change(l, change{what: "DismissUserContact", ask: func() {}, grant: func() {}, refuse: func(string) {},
			send: func() error { return m.sendDismissal(l, this.id) }})
	case m.chance.IntN(3) > 0 && len(c.segments) < segmentsMax && !this.rest.known.now:
		return m.passOn(l, c)
	}
	return m.act(l, "disconnect", this.id, change{ask: func() { this.end.ask() },
		grant: func() { this.end.grant() }, refuse: func(string) { this.end.refuse() }})
}

// passOn transfers a task by a quick connect.
func (m *mover) passOn(l *life, c *chain) bool {
	var id string
	return m.change(l, change{
		what: "transfer by a quick connect",
		ask:  func() { c.leap = &leap{} },
		send: func() error {
			answer, err := l.wire.side(l.ctx, m.stage.instance, m.user.id, c.last().id, "transfer",
				fmt.Sprintf(`{"QuickConnectId":%q}`, m.place.quick))
			if err != nil {
				return err
			}
			var out struct{ ContactId string }
			err = json.Unmarshal(answer, &out)
			id = out.ContactId
			return err
		},
		grant:  func() { c.moved(id, true) },
		refuse: func(string) { c.leap = nil },
	})
}
