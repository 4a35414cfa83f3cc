package lambda

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"patchcord/acd"
	"patchcord/engine"
	"patchcord/instance"
)

// Mind takes what functions have answered.
type Mind interface {
	Do(ctx context.Context, instance acd.InstanceID, cmd acd.Command) (created string, err error)
}

// Options is what a Caller is made of. All but those that say so are required.
type Options struct {
	Account   acd.Account
	Endpoints Endpoints
	Log       *slog.Logger // nil: silent
}

// A Caller asks functions, each ask beside all others.
type Caller struct {
	options Options
	mind    Mind // nil until Begin
	stop    context.CancelFunc
	ctx     context.Context //nolint:containedctx // it ends with the Caller, and the asks with it
	running sync.WaitGroup

	mu    sync.Mutex
	early []call // what was asked before Begin
	asked map[string]bool
}

// call is one ask on its way.
type call struct {
	instance acd.InstanceID
	contact  acd.ContactID
	ask      acd.FunctionAsk
	within   time.Duration
	event    []byte
}

// New makes a Caller. It must see the engine from its first moment on.
func New(o Options) *Caller {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	ctx, stop := context.WithCancel(context.Background())
	return &Caller{options: o, ctx: ctx, stop: stop, asked: map[string]bool{}}
}

// Begin says whom to tell, and asks what has been waiting.
func (c *Caller) Begin(mind Mind) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.mind = mind
	for _, one := range c.early {
		c.start(one)
	}
	c.early = nil
}

// Close ends the asks that are under way. They are asked again when the engine comes back, while there is time.
func (c *Caller) Close() {
	c.stop()
	c.running.Wait()
}

// See is an observer for an engine.
func (c *Caller) See(s engine.Sighting) {
	if s.Cut {
		c.everything(s)
		return
	}
	b, waits := s.Event.Body.(acd.FlowWaiting)
	if !waits || b.Run.Ask == nil {
		return
	}
	if i, ok := s.Account.Instance(s.Event.Instance); ok {
		c.notice(i, b.ContactID, b.Run, s.Event.At)
	}
}

// everything notices what waits for an answer in the state that begins.
func (c *Caller) everything(s engine.Sighting) {
	c.mu.Lock()
	c.early, c.asked = nil, map[string]bool{}
	c.mu.Unlock()
	for _, i := range s.Account.Instances() {
		i.VisitContacts(func(contact *acd.Contact) {
			for _, run := range contact.Runs {
				if run.Ask != nil {
					c.notice(i, contact.ID, run, i.Now())
				}
			}
		})
	}
}

// notice asks once what a run waits for.
func (c *Caller) notice(i *instance.Instance, id acd.ContactID, run acd.FlowRun, at acd.Time) {
	one := call{instance: i.ID(), contact: id, ask: *run.Ask, within: time.Duration(run.Until.Sub(at)) * time.Millisecond}
	known := i.VisitContact(id, func(contact *acd.Contact) { one.event = c.event(i, contact, one.ask) })
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case !known || c.asked[one.ask.ID] || c.ctx.Err() != nil:
	case c.mind == nil:
		c.early = append(c.early, one)
	default:
		c.start(one)
	}
}

// start lets an ask go its way. It is called while mu is held.
func (c *Caller) start(one call) {
	c.asked[one.ask.ID] = true
	c.running.Go(func() { c.run(one) })
}

// run asks a function and tells what it has answered.
func (c *Caller) run(one call) {
	log := c.options.Log.With("function", one.ask.ARN, "contact", string(one.contact))
	told := acd.TellFunction{ContactID: one.contact, AskID: one.ask.ID}
	ctx, cancel := context.WithTimeout(c.ctx, one.within)
	defer cancel()
	response, err := c.options.Endpoints.ask(ctx, one.ask.ARN, one.event)
	switch {
	case c.ctx.Err() != nil:
		return // the house closes; whoever opens it asks again
	case err != nil:
		log.Warn("a function did not answer; its block takes the error branch", "err", err)
		told.Fault = err.Error()
	default:
		told.Response = string(response)
	}
	_, err = c.mind.Do(c.ctx, one.instance, told)
	var refused *acd.Error
	if err != nil && !errors.As(err, &refused) && c.ctx.Err() == nil {
		log.Error("what a function answered could not be told", "err", err)
	}
	c.mu.Lock()
	delete(c.asked, one.ask.ID)
	c.mu.Unlock()
}
