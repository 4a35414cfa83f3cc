package story

import (
	"strconv"
	"strings"

	"patchcord/acd"
)

// callbackNumberBlock understands: callback-number REFERENCE.
func callbackNumberBlock(a *args) func(*stage) (blockOf, error) {
	return fixedBlock(blockOf{kind: "UpdateContactCallbackNumber",
		errors:     []string{"InvalidCallbackNumber", "CallbackNumberNotDialable"},
		parameters: map[string]any{"CallbackNumber": a.next("a reference").text}})
}

// callbackBlock understands: callback [QUEUE] [flow=FLOW] [after=DURATION] [calls=N] [again=DURATION].
func callbackBlock(a *args) func(*stage) (blockOf, error) {
	queue, flow := "", ""
	if a.more() {
		queue = a.known(aQueue)
	}
	parameters := map[string]string{
		"InitialCallDelaySeconds": "10", "MaximumConnectionAttempts": "1", "RetryDelaySeconds": "60",
	}
	for _, pr := range a.pairs() {
		switch pr.key {
		case "flow":
			if flow = pr.value; !a.cast.has(aFlow, flow) {
				a.fail(pr.word, "no flow is called %q up to here", flow)
			}
		case "after":
			parameters["InitialCallDelaySeconds"] = inSeconds(a.duration(pr.word, pr.value))
		case "again":
			parameters["RetryDelaySeconds"] = inSeconds(a.duration(pr.word, pr.value))
		case "calls":
			parameters["MaximumConnectionAttempts"] = strings.TrimSpace(pr.value)
		default:
			a.unknown(pr, "flow, after, calls and again")
		}
	}
	return func(s *stage) (blockOf, error) {
		b := blockOf{kind: "CreateCallbackContact", errors: []string{"NoMatchingError"}, parameters: map[string]any{}}
		for name, value := range parameters { // order does not show: a map from a map
			b.parameters[name] = value
		}
		if id, ok := s.names.find(aFlow, flow); ok {
			b.parameters["ContactFlowId"] = id
		}
		if queue == "" {
			return b, nil
		}
		id, err := s.queue(queue)
		b.parameters["QueueId"] = string(id)
		return b, err
	}
}

// inSeconds writes a span of time as flows do.
func inSeconds(d acd.Duration) string { return strconv.FormatInt(int64(d/acd.Second), 10) }
