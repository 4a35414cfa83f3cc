package flow

import (
	"fmt"
	"strconv"
	"strings"

	"patchcord/acd"
)

// The results of Loop and Wait, as conditions spell them.
const (
	LoopContinues = "ContinueLooping"
	LoopDone      = "DoneLooping"
	WaitCompleted = "WaitCompleted"
)

// The limits of Loop and Wait.
const (
	loopCountMax   = 100
	waitSecondsMax = 604_800
)

// The events that Wait may wait for.
const (
	CustomerReturned = "CustomerReturned"
	BotDisconnected  = "BotParticipantDisconnected"
	functionReturned = "Lambda" // begins the event that a function has answered (A0276)
)

// compare reads the parameters of Compare (DG:flow-control-actions-compare): one reference. What leads nowhere compares
// as an empty text.
func (p *parser) compare(parameters value) request {
	p.only("Parameters", parameters, "ComparisonValue")
	v := parameters.get("ComparisonValue")
	o := p.operand("Parameters.ComparisonValue", v)
	if o.reference == nil && o.literal != "" {
		p.problem("Parameters.ComparisonValue is %s; give one JSONPath reference like $.Attributes.tier", v.describe())
	}
	p.publishComparison(o)
	return comparing{o}
}

type comparing struct{ value operand }

func (c comparing) resolve(s *Scene) (Effect, error) {
	if c.value.reference == nil {
		return Compare{c.value.literal}, nil
	}
	text, err := c.value.reference.resolve(s)
	if err != nil {
		return Compare{}, nil
	}
	return Compare{text}, nil
}

// loop reads the parameters of Loop (DG:flow-control-actions-loop).
func (p *parser) loop(parameters value) request {
	p.only("Parameters", parameters, "LoopCount")
	return looping{p.quantity("Parameters.LoopCount", parameters.get("LoopCount"), 0, loopCountMax)}
}

type looping struct{ count quantity }

func (l looping) resolve(s *Scene) (Effect, error) {
	n, err := l.count.resolve(s)
	return Loop{int32(n)}, err
}

// wait reads the parameters of Wait. The guide calls the time TimeoutSeconds, the service TimeLimitSeconds (LIVE); both
// are accepted (DG:flow-control-actions-wait, A0251).
func (p *parser) wait(parameters value) request {
	p.only("Parameters", parameters, append(invocationMembers(), "TimeLimitSeconds", "TimeoutSeconds", "Events")...)
	limit, at := parameters.get("TimeLimitSeconds"), "Parameters.TimeLimitSeconds"
	if old := parameters.get("TimeoutSeconds"); old.exists() && limit.exists() {
		p.problem("Parameters has both TimeLimitSeconds and TimeoutSeconds; give TimeLimitSeconds")
	} else if old.exists() {
		limit, at = old, "Parameters.TimeoutSeconds"
	}
	w := waiting{limit: p.quantity(at, limit, 1, waitSecondsMax)}
	events := parameters.get("Events")
	if events.exists() && events.kind != '[' {
		p.problem("Parameters.Events is %s; give a list of %s and %s", events.describe(), CustomerReturned, BotDisconnected)
	}
	for i, e := range events.elements {
		returned := strings.HasPrefix(e.text, functionReturned)
		if e.kind != '"' || e.text != CustomerReturned && e.text != BotDisconnected && !returned {
			p.problem("Parameters.Events[%d] is %s; give %s or %s", i, e.describe(), CustomerReturned, BotDisconnected)
			continue
		}
		if w.events = append(w.events, e.text); returned {
			w.returned, w.function = e.text, p.invocation(parameters)
		}
	}
	p.kind.results = equalTo(append([]string{WaitCompleted}, w.events...)...)
	return w
}

type waiting struct {
	limit    quantity
	events   []string
	returned string
	function operand
}

func (w waiting) resolve(s *Scene) (Effect, error) {
	n, err := w.limit.resolve(s)
	effect := Wait{For: acd.Seconds(int32(n)), Events: w.events, Returned: w.returned}
	if w.returned != "" && err == nil {
		effect.Function, err = w.function.resolve(s)
	}
	return effect, err
}

// quantity is a whole number that is given, or one reference to one.
type quantity struct {
	number      int64
	from        operand
	least, most int64
}

// quantity reads a whole number between two bounds, or a reference to one.
func (p *parser) quantity(at string, v value, least, most int64) quantity {
	q := quantity{least: least, most: most}
	if v.kind == '"' && !isNumber(v.text) {
		if o, ok := readOperand(v.text); ok && o.reference != nil {
			q.from = o
			return q
		}
	}
	q.number = p.whole(at, v, least, most)
	return q
}

func (q quantity) resolve(s *Scene) (int64, error) {
	if q.from.reference == nil {
		return q.number, nil
	}
	text, err := q.from.resolve(s)
	if err != nil {
		return 0, err
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n < q.least || n > q.most {
		return 0, fmt.Errorf("%s is %s, which is no whole number from %d to %d", clip(q.from.reference.text), quote(text),
			q.least, q.most)
	}
	return n, nil
}

// TimeIsUp returns how a block comes out whose wait ends by itself.
func (f *Flow) TimeIsUp(id string) Outcome {
	switch f.Type(id) {
	case waitName:
		return Outcome{Result: WaitCompleted}
	case messagesName:
		return Outcome{Result: MessagesInterrupted}
	case getInputName, botName:
		if f.Stores(id) {
			return Outcome{} // (AG:store-customer-input, A0282)
		}
		return Outcome{Failure: InputTimeLimitExceeded}
	}
	return Outcome{Failure: NoMatchingError}
}
