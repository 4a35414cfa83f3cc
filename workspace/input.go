package workspace

import "patchcord/acd"

// inputForm is what a customer has entered or a bot has understood, for the block of a flow that asks.
type inputForm struct {
	Input             string
	Intent            string
	Slots             map[string]string
	SessionAttributes map[string]string
}

// giveInput takes what the customer of a contact answers to its flow.
func (s *Server) giveInput(a *ask) (any, error) {
	var in inputForm
	if err := decode(a.body, &in); err != nil {
		return nil, err
	}
	cmd := acd.GiveInput{ContactID: a.named.contact, Input: in.Input, Intent: in.Intent, Slots: in.Slots,
		SessionAttributes: in.SessionAttributes}
	_, err := s.options.Mind.Do(a.request.Context(), a.named.instance, cmd)
	return nil, err
}
