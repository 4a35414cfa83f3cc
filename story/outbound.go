package story

import "patchcord/acd"

// readOutbound understands: outbound QUEUE FLOW, which runs for calls that go out from the queue.
func readOutbound(a *args) deed {
	queue, flow := a.known(aQueue), a.known(aFlow)
	return func(s *stage) error {
		id, err := s.queue(queue)
		if err != nil {
			return err
		}
		flowID, _ := s.names.find(aFlow, flow)
		_, err = s.set(acd.UpdateQueueOutboundCallerConfig{QueueID: id, FlowID: acd.FlowID(flowID)})
		return err
	}
}

// placeBlock calls the customer of a call that goes out.
func placeBlock(a *args) func(*stage) (blockOf, error) {
	b := blockOf{kind: "CompleteOutboundCall", parameters: map[string]any{}}
	if a.more() {
		b.parameters["CallerId"] = map[string]string{"Number": a.next("a number").text}
	}
	return fixedBlock(b)
}

// textBlock writes to a customer by SMS; a flow leads the chat.
func textBlock(a *args) func(*stage) (blockOf, error) {
	to, flow := a.next("a number").text, a.known(aFlow)
	return func(s *stage) (blockOf, error) {
		id, _ := s.names.find(aFlow, flow)
		return blockOf{kind: "StartOutboundChatContact", errors: []string{"NoMatchingError"}, parameters: map[string]any{
			"SourceEndpoint":       map[string]string{"Address": "the number", "Type": "CONNECT_PHONENUMBER_ARN"},
			"DestinationEndpoint":  map[string]string{"Address": to, "Type": "TELEPHONE_NUMBER"},
			"InitialSystemMessage": map[string]string{"Content": "Hello"},
			"ContactFlowArn":       id, "ContactSubtype": "connect:SMS", "RelatedContact": "CURRENT"}}, nil
	}
}
