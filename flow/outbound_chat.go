package flow

import "patchcord/acd"

// chatName writes to a customer.
const chatName = "StartOutboundChatContact"

// smsSubtype is the only kind of chat that a flow may begin (DG:contact-actions-startoutboundchatcontact).
const smsSubtype = "connect:SMS"

// StartChat writes to a customer by SMS, which is a contact of its own (AG:send-message, A0279). Whoever carries
// the chat sends the message.
type StartChat struct {
	Flow     acd.FlowID
	From, To string // a claimed number by its ARN, and a number in E.164 form
	Linked   bool   // to the contact whose flow it is
}

func (StartChat) effect() {}

// startChat reads the parameters of StartOutboundChatContact. What is missing shows when the block runs.
func (p *parser) startChat(parameters value) request {
	text := func(v value) template {
		if v.kind != '"' {
			return nil
		}
		return readTemplate(v.text)
	}
	return writing{from: text(parameters.get("SourceEndpoint").get("Address")),
		to:      text(parameters.get("DestinationEndpoint").get("Address")),
		flow:    text(parameters.get("ContactFlowArn")),
		subtype: text(parameters.get("ContactSubtype")),
		linked:  parameters.get("RelatedContact").text == "CURRENT"}
}

type writing struct {
	from, to, flow, subtype template
	linked                  bool
}

func (w writing) resolve(s *Scene) (Effect, error) {
	effect := StartChat{Linked: w.linked}
	var flow, subtype string
	for _, one := range []struct {
		from template
		to   *string
	}{{w.from, &effect.From}, {w.to, &effect.To}, {w.flow, &flow}, {w.subtype, &subtype}} {
		var err error
		if *one.to, err = one.from.resolve(s); err != nil {
			return nil, err
		}
	}
	effect.Flow = acd.FlowID(acd.IDOf(flow))
	if subtype != "" && subtype != smsSubtype {
		return nil, &refusal{NoMatchingError, "a flow writes as " + smsSubtype + " only"}
	}
	return effect, nil
}

// export writes the block.
func (c StartChat) export() exportedAction {
	parameters := object{
		"SourceEndpoint":      object{"Address": c.From, "Type": string(acd.PhoneNumberARN)},
		"DestinationEndpoint": object{"Address": c.To, "Type": string(acd.TelephoneNumber)},
		"ContactFlowArn":      string(c.Flow), "ContactSubtype": smsSubtype,
	}
	if c.Linked {
		parameters["RelatedContact"] = "CURRENT"
	}
	return exportedAction{Type: chatName, Parameters: parameters}
}
