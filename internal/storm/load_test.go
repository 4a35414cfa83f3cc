package storm

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

// A life is the time for which clients work on one life of a server.
type life struct {
	ctx    context.Context
	wire   *wire
	born   time.Time
	target int64         // after so many changes were acknowledged,
	enough chan struct{} // this is closed
	done   atomic.Int64
	doomed atomic.Bool // the server was told to end, so it need not answer
}

// acknowledged counts a change.
func (l *life) acknowledged() {
	if l.done.Add(1) == l.target {
		close(l.enough)
	}
}

// canMiss says whether the server has lived for so long that a contact may have rung to the end.
func (l *life) canMiss() bool { return time.Since(l.born) >= ringMin }

// ringMin is how long a contact rings at least.
const ringMin = 20 * time.Second

// A client is one of those who work on a server at once. He alone touches his contacts and acts for his user; agents,
// whom other clients act for, may take his contacts.
type client struct {
	number int
	chance *rand.Rand
	model  *model
	stage  *stage
	user   *user
	own    []string // contacts that he has started and that may live
	past   []string // contacts that he has started and that have ended
	made   int      // how many names he has given
}

// The limits that keep a storm within Amazon's quotas and its checks short.
const (
	ownMax    = 30
	queuesMax = 80
)

// work lets a client work until he gets no answer.
func (c *client) work(l *life) {
	for c.step(l) {
	}
}

// step does one thing by chance, and says whether the client may go on.
func (c *client) step(l *life) bool {
	acts := []struct {
		weight int
		act    func(*life) bool
	}{
		{22, c.start}, {24, c.route}, {6, c.mark}, {8, c.look}, {7, c.stop}, {20, c.serve}, {5, c.choose}, {5, c.learn},
		{2, c.label}, {1, c.open},
	}
	n := c.chance.IntN(100)
	for _, a := range acts {
		if n -= a.weight; n < 0 {
			return a.act(l)
		}
	}
	panic("the weights make less than 100")
}

// A change is something that changes the server, with what is to be noted before it is sent and when it was answered.
type change struct {
	what    string
	ask     func()
	send    func() error
	grant   func()
	refuse  func(name string)
	refused []string // the names of the refusals that can be
}

// change sends a change. It says whether the client may go on: a change without an answer is the last of his.
func (c *client) change(l *life, ch change) bool {
	c.model.do(ch.ask)
	err := ch.send()
	if err == nil {
		c.model.do(ch.grant)
		l.acknowledged()
		return true
	}
	name := refusal(err)
	if name != "" {
		c.model.do(func() { ch.refuse(name) })
	}
	return c.goOn(l, ch.what, err, ch.refused...)
}

// goOn says whether the client may go on after an error, and reports one that cannot be.
func (c *client) goOn(l *life, what string, err error, refused ...string) bool {
	name := refusal(err)
	if slices.Contains(refused, name) {
		return true
	}
	if !l.doomed.Load() || name != "" && name != unavailable && name != unreached {
		c.model.report(fmt.Sprintf("client %d: %s: %v", c.number, what, err))
	}
	return false
}

// name returns a name that nothing has yet.
func (c *client) name(what string) string {
	c.made++
	return fmt.Sprintf("%s %d of client %d", what, c.made, c.number)
}

// start starts a task under a ClientToken. Now and then it is one that was answered already, which must be found again.
func (c *client) start(l *life) bool {
	if len(c.own) >= ownMax {
		return c.stop(l)
	}
	var s start
	again := len(c.own) > 0 && c.chance.IntN(20) == 0
	if again {
		id := c.own[c.chance.IntN(len(c.own))]
		c.model.do(func() { s = start{c.model.contacts[id].name, c.model.contacts[id].token} })
	} else {
		s.name = c.name("task")
		s.token = "token of " + s.name
	}
	var id string
	ok := c.change(l, change{
		what:   "StartTaskContact",
		ask:    func() { c.model.unsure[s.token] = s },
		send:   func() (err error) { id, err = startTask(l.ctx, l.wire, c.stage, s); return err },
		grant:  func() { c.model.started(s, id) },
		refuse: func(string) { delete(c.model.unsure, s.token) },
	})
	if id != "" && !again {
		c.own = append(c.own, id)
	}
	return ok
}

// startTask starts a task, the same whenever it is sent.
func startTask(ctx context.Context, w *wire, s *stage, this start) (id string, err error) {
	return startTaskBy(ctx, w, s, s.flow, this)
}

// startTaskBy starts a task that a flow leads.
func startTaskBy(ctx context.Context, w *wire, s *stage, flow string, this start) (id string, err error) {
	out, err := w.StartTaskContact(ctx, &sdk.StartTaskContactInput{
		InstanceId: &s.instance, ContactFlowId: &flow, Name: &this.name, ClientToken: &this.token,
		Description: aws.String("started in a storm"), Attributes: map[string]string{"token": this.token},
	})
	if err != nil {
		return "", err
	}
	return aws.ToString(out.ContactId), nil
}

// pick picks one of the client's contacts, "" if he has none.
func (c *client) pick() string {
	if len(c.own) == 0 {
		return ""
	}
	return c.own[c.chance.IntN(len(c.own))]
}

// drop strikes a contact that has ended from those that may live.
func (c *client) drop(id string) {
	c.own = slices.DeleteFunc(c.own, func(own string) bool { return own == id })
	if !slices.Contains(c.past, id) {
		c.past = append(c.past, id)
	}
}

// mark sets an attribute of one of the client's contacts, as often of one that has ended.
func (c *client) mark(l *life) bool {
	id := c.pick()
	if n := len(c.past); n > 0 && (id == "" || c.chance.IntN(2) == 0) {
		id = c.past[c.chance.IntN(n)]
	}
	if id == "" {
		return c.start(l)
	}
	next := c.name("mark")
	var this *contact
	return c.change(l, change{
		what: "UpdateContactAttributes",
		ask: func() {
			this = c.model.contacts[id]
			this.touched = true
			this.mark.ask(next)
		},
		send: func() error {
			_, err := l.wire.UpdateContactAttributes(l.ctx, &sdk.UpdateContactAttributesInput{
				InstanceId: &c.stage.instance, InitialContactId: &id, Attributes: map[string]string{"mark": next}})
			return err
		},
		grant:  func() { this.mark.grant() },
		refuse: func(string) { this.mark.refuse() },
	})
}

// The refusals that others can cause.
const (
	conflict = "ResourceConflictException"
	gone     = "ContactNotFoundException"
)

// route changes the order or the criteria of a contact, or both.
func (c *client) route(l *life) bool {
	id := c.pick()
	if id == "" {
		return c.start(l)
	}
	var r *register[routing]
	var next routing
	c.model.do(func() {
		r = &c.model.contacts[id].routing
		next = r.known
	})
	in := &sdk.UpdateContactRoutingDataInput{InstanceId: &c.stage.instance, ContactId: &id}
	what := c.chance.IntN(5)
	if what == 0 || what == 3 {
		next.priority = 1 + c.chance.Int64N(99)
		in.QueuePriority = &next.priority
	}
	if what == 1 || what == 4 {
		seconds := int32(c.chance.IntN(2000) - 1000)
		in.QueueTimeAdjustmentSeconds, next.adjustment = &seconds, fmt.Sprint(seconds)
	}
	if what >= 2 {
		steps := c.steps()
		in.RoutingCriteria = &types.RoutingCriteriaInput{Steps: steps}
		next.index, next.criteria = next.index+1, textOf(steps)
	}
	return c.change(l, change{
		what:  "UpdateContactRoutingData",
		ask:   func() { r.ask(next); c.model.contacts[id].touched = true },
		send:  func() error { _, err := l.wire.UpdateContactRoutingData(l.ctx, in); return err },
		grant: func() { r.grant() },
		refuse: func(name string) {
			r.refuse()
			c.model.contacts[id].taken = c.model.contacts[id].taken || name == conflict
		},
		refused: []string{conflict},
	})
}

// steps makes criteria that relax twice, some of them soon, some not while the storm lasts.
func (c *client) steps() []types.RoutingCriteriaInputStep {
	level := 3 + c.chance.IntN(3)
	var steps []types.RoutingCriteriaInputStep
	for n := range 3 {
		step := types.RoutingCriteriaInputStep{Expression: c.wish(max(1, level-n))}
		if n < 2 {
			seconds := []int32{1, 2, 3, 5, 8, 600, 86400}[c.chance.IntN(7)]
			step.Expiry = &types.RoutingCriteriaInputStepExpiry{DurationInSeconds: &seconds}
		}
		steps = append(steps, step)
	}
	return steps
}

// wish makes an expression of one of the kinds that there are.
func (c *client) wish(level int) *types.Expression {
	condition := func() types.AttributeCondition {
		name, value := attribute(c.chance.IntN(len(skills{})))
		return types.AttributeCondition{Name: &name, Value: &value,
			ComparisonOperator: aws.String("NumberGreaterOrEqualTo"), ProficiencyLevel: aws.Float32(float32(level))}
	}
	one, other := condition(), condition()
	pair := []types.Expression{{AttributeCondition: &one}, {AttributeCondition: &other}}
	kind := c.chance.IntN(6)
	if *one.Name == *other.Name && *one.Value == *other.Value { // one attribute twice is refused
		kind = 0
	}
	switch kind {
	case 1:
		return &types.Expression{AndExpression: pair}
	case 2:
		return &types.Expression{OrExpression: pair}
	case 3:
		return &types.Expression{NotAttributeCondition: &one}
	default:
		return &types.Expression{AttributeCondition: &one}
	}
}

// look reads one of the client's contacts, which must be as he left it. What he reads is a promise too.
func (c *client) look(l *life) bool {
	id := c.pick()
	if id == "" {
		return c.start(l)
	}
	k := &look{from: time.Now()}
	c.model.do(func() { k.must = *c.model.contacts[id] })
	found, err := c.stage.describe(l.ctx, l.wire, id)
	if err != nil {
		return c.goOn(l, "DescribeContact", err)
	}
	k.sight, k.til = found, time.Now()
	c.model.do(func() {
		k.may, k.autos = c.model.contacts[id], c.model.autos
		c.model.note(k.faults()...)
		k.may.last, k.may.touched = found, true
	})
	if found.has(disconnected) {
		c.drop(id)
	}
	return true
}

// stop ends a contact.
func (c *client) stop(l *life) bool {
	id := c.pick()
	if id == "" {
		return c.start(l)
	}
	var this *contact
	ok := c.change(l, change{
		what: "StopContact",
		ask: func() {
			this = c.model.contacts[id]
			this.touched = true
			this.stop.ask()
		},
		send: func() error {
			_, err := l.wire.StopContact(l.ctx, &sdk.StopContactInput{InstanceId: &c.stage.instance, ContactId: &id})
			return err
		},
		grant: func() { this.stop.grant() },
		refuse: func(name string) {
			this.stop.refuse()
			this.over = this.over || name == gone
		},
		refused: []string{gone},
	})
	c.drop(id)
	return ok
}

// crowd lets all clients work at once until the last of them gets no answer.
func crowd(clients []*client, movers []*mover, l *life) (ended chan struct{}) {
	ended = make(chan struct{})
	var all sync.WaitGroup
	for _, c := range clients {
		all.Go(func() { c.work(l) })
	}
	for _, m := range movers {
		all.Go(func() { m.work(l) })
	}
	go func() {
		all.Wait()
		close(ended)
	}()
	return ended
}

// errNobody says that a user is not shown, who has been in a status since the stage was set.
var errNobody = errors.New("the user is not shown")
