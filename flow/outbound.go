package flow

// PlaceCall calls the customer of a call that goes out (AG:call-phone-number), who sees the caller id, or else whatever
// the queue has.
type PlaceCall struct{ CallerID string }

func (PlaceCall) effect() {}

// placeCall reads the parameters of CompleteOutboundCall (DG:contact-actions-completeoutboundcall). A voice connector
// goes elsewhere and has no caller id.
func (p *parser) placeCall(parameters value) request {
	p.only("Parameters", parameters, "CallerId", "VoiceConnector", "ConnectionTimeLimitSeconds")
	v := parameters.get("CallerId")
	if parameters.get("VoiceConnector").exists() || !v.exists() {
		return fixed{PlaceCall{}}
	}
	if !p.object("Parameters.CallerId", v, "Number") || !v.get("Number").exists() {
		return fixed{PlaceCall{}}
	}
	return calling{p.operand("Parameters.CallerId.Number", v.get("Number"))}
}

type calling struct{ caller operand }

// resolve takes what leads nowhere for no caller id at all: the block never fails.
func (c calling) resolve(s *Scene) (Effect, error) {
	text, err := c.caller.resolve(s)
	if err != nil {
		return PlaceCall{}, nil
	}
	return PlaceCall{text}, nil
}
