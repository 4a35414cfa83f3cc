package flow

import (
	"math"
	"slices"
	"strconv"

	"patchcord/acd"
)

// The types of the actions that let a customer be called back.
const (
	callbackNumberName = "UpdateContactCallbackNumber"
	callbackName       = "CreateCallbackContact"
)

// callbackDelayMax is the longest wait before a callback: three days (DG:interactions-createcallbackcontact).
const callbackDelayMax = 259_200

// The failures of UpdateContactCallbackNumber.
const (
	InvalidCallbackNumber     Failure = "InvalidCallbackNumber"
	CallbackNumberNotDialable Failure = "CallbackNumberNotDialable"
)

// callbackKinds let a customer be called back.
func callbackKinds() []kind {
	return []kind{
		{name: callbackNumberName, failures: []Failure{InvalidCallbackNumber, CallbackNumberNotDialable}, may: someError,
			read: (*parser).callbackNumber},
		{name: callbackName, failures: someError, read: (*parser).callback},
	}
}

type (
	// SetCallbackNumber names the number at which a customer wants to be called back (AG:set-callback-number). Whether it
	// is one that can be dialled is for the runner to find.
	SetCallbackNumber struct{ Number string }

	// CreateCallback lets the customer be called back (AG:setup-queued-cb): after a delay the callback waits in a queue,
	// the contact's own where none is given, or a flow leads it there.
	CreateCallback struct {
		Queue      acd.QueueRef // zero: the contact's working queue
		Delay      acd.Duration
		Attempts   int32
		RetryDelay acd.Duration
		Flow       acd.FlowID // empty: none
		CallerID   string     // that the customer sees; empty: whatever the queue has
	}
)

func (SetCallbackNumber) effect() {}
func (CreateCallback) effect()    {}

// callbackNumber reads the parameters of UpdateContactCallbackNumber
// (DG:contact-actions-updatecontactcallbacknumber).
func (p *parser) callbackNumber(parameters value) request {
	p.only("Parameters", parameters, "CallbackNumber")
	o := p.operand("Parameters.CallbackNumber", parameters.get("CallbackNumber"))
	if o.reference == nil && o.literal != "" {
		p.problem("Parameters.CallbackNumber is %s; give one JSONPath reference like $.StoredCustomerInput",
			quote(o.literal))
	}
	return numbering{o}
}

type numbering struct{ number operand }

// resolve takes what leads nowhere for a number that is none.
func (n numbering) resolve(s *Scene) (Effect, error) {
	text, err := n.number.resolve(s)
	if err != nil {
		return SetCallbackNumber{}, nil
	}
	return SetCallbackNumber{text}, nil
}

// callback reads the parameters of CreateCallbackContact (DG:interactions-createcallbackcontact). Where a flow is given
// the first delay does not count, and may be left out.
func (p *parser) callback(parameters value) request {
	names := []string{"QueueId", "AgentId", "InitialCallDelaySeconds", "MaximumConnectionAttempts", "RetryDelaySeconds",
		"ContactFlowId", "CallerId"}
	p.only("Parameters", parameters, names...)
	c := callingBack{}
	target := parameters
	target.members = slices.DeleteFunc(slices.Clone(parameters.members), func(m member) bool {
		return m.name != "QueueId" && m.name != "AgentId"
	})
	if parameters.get("QueueId").exists() || parameters.get("AgentId").exists() {
		if named, ok := p.setQueue(target).(queueNamed); ok {
			c.queue = &named
		}
	}
	for _, named := range []struct {
		name string
		to   **operand
	}{{"ContactFlowId", &c.flow}, {"CallerId", &c.caller}} {
		if v := parameters.get(named.name); v.exists() {
			o := p.operand("Parameters."+named.name, v)
			*named.to = &o
		}
	}
	whole := func(name string, most int64) int64 { return p.whole("Parameters."+name, parameters.get(name), 1, most) }
	if c.flow == nil || parameters.get("InitialCallDelaySeconds").exists() {
		c.fixed.Delay = acd.Seconds(int32(whole("InitialCallDelaySeconds", callbackDelayMax)))
	}
	c.fixed.Attempts = int32(whole("MaximumConnectionAttempts", math.MaxInt32))
	c.fixed.RetryDelay = acd.Seconds(int32(whole("RetryDelaySeconds", callbackDelayMax)))
	return c
}

type callingBack struct {
	fixed        CreateCallback
	queue        *queueNamed
	flow, caller *operand
}

func (c callingBack) resolve(s *Scene) (Effect, error) {
	effect := c.fixed
	if c.queue != nil {
		queue, err := c.queue.resolve(s)
		if err != nil {
			return nil, err
		}
		effect.Queue = queue.(SetQueue).Queue
	}
	if c.flow != nil {
		text, err := c.flow.resolve(s)
		if err != nil {
			return nil, err
		}
		effect.Flow = acd.FlowID(acd.IDOf(text))
	}
	if c.caller != nil {
		text, err := c.caller.resolve(s)
		if err != nil {
			return nil, err
		}
		effect.CallerID = text
	}
	return effect, nil
}

// exportCallback writes one of these blocks.
func exportCallback(effect Effect) (exportedAction, bool) {
	seconds := func(d acd.Duration) string { return strconv.FormatInt(int64(d/acd.Second), 10) }
	switch e := effect.(type) {
	case SetCallbackNumber:
		return exportedAction{Type: callbackNumberName, Parameters: object{"CallbackNumber": e.Number}}, true
	case CreateCallback:
		parameters := object{}
		if !e.Queue.IsZero() {
			parameters = export(SetQueue{e.Queue}).Parameters
		}
		parameters["InitialCallDelaySeconds"] = seconds(e.Delay)
		parameters["MaximumConnectionAttempts"] = strconv.Itoa(int(e.Attempts))
		parameters["RetryDelaySeconds"] = seconds(e.RetryDelay)
		if e.Flow != "" {
			parameters["ContactFlowId"] = string(e.Flow)
		}
		if e.CallerID != "" {
			parameters["CallerId"] = e.CallerID
		}
		return exportedAction{Type: callbackName, Parameters: parameters}, true
	}
	return exportedAction{}, false
}
