package workspace

import "patchcord/acd"

// transferForm says where an agent passes a contact on to.
type transferForm struct {
	QuickConnectId string // spelt as Amazon does
}

// transfer passes on a contact that an agent has by one of the quick connects that he sees, and answers with the id of
// the contact that it goes on as.
func (s *Server) transfer(a *ask) (any, error) {
	var in transferForm
	if err := decode(a.body, &in); err != nil {
		return nil, err
	}
	if in.QuickConnectId == "" {
		return nil, acd.Errorf(acd.Invalid, "QuickConnectId is missing; give the id of a quick connect.")
	}
	id, err := s.options.Mind.Do(a.request.Context(), a.named.instance, acd.TransferByQuickConnect{
		UserID: a.named.user, ContactID: a.named.contact, QuickConnectID: acd.QuickConnectID(acd.IDOf(in.QuickConnectId)),
	})
	if err != nil {
		return nil, err
	}
	return struct{ ContactId string }{id}, nil
}
