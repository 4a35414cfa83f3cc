package workspace

import "patchcord/acd"

// mediaForm is what an adapter of telephony, chat or mail reports about a contact.
type mediaForm struct {
	CustomerState string // CONNECTED or DISCONNECTED
}

// reportMedia takes what the media's side of a contact reports. That a customer has connected may be said again.
func (s *Server) reportMedia(a *ask) (any, error) {
	var in mediaForm
	if err := decode(a.body, &in); err != nil {
		return nil, err
	}
	cmd, ok := customerCommand(in.CustomerState, a.named.contact)
	if !ok {
		return nil, acd.Errorf(acd.Invalid, "CustomerState is %.40q; give CONNECTED or DISCONNECTED.", in.CustomerState)
	}
	_, err := s.options.Mind.Do(a.request.Context(), a.named.instance, cmd)
	return nil, err
}

// customerCommand returns the command that the state of a customer stands for.
func customerCommand(state string, contact acd.ContactID) (acd.Command, bool) {
	switch state {
	case "CONNECTED":
		return acd.ConnectCustomer{ContactID: contact}, true
	case "DISCONNECTED":
		return acd.DisconnectCustomer{ContactID: contact}, true
	}
	return nil, false
}
