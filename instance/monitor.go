package instance

import "patchcord/acd"

// monitor lets a supervisor listen to a contact by a contact of his own, which he has at once. It belongs to the other
// one's tree, and is no segment of its chain (A0230).
func (i *Instance) monitor(cmd acd.MonitorContact, ended []acd.Contact) (string, error) {
	if created, ok, err := i.tokens.Find(i.now, cmd.Operation, cmd.Token); ok || err != nil {
		return created, err
	}
	if err := i.router.MayMonitor(cmd.UserID, cmd.ContactID, ended); err != nil {
		return "", err
	}
	about, _ := i.router.Contact(cmd.ContactID)
	c := acd.Contact{
		ID: acd.ContactID(i.NewID(0)), Channel: about.Channel, InitiationMethod: acd.Monitor, State: acd.InFlow,
		InitiatedAt: i.now, RelatedID: about.ID, AssociationID: about.AssociationID,
		CustomerEndpoint: about.CustomerEndpoint, CustomerID: about.CustomerID, Tags: i.systemTags(nil),
		Monitors: &acd.Monitoring{ContactID: about.ID, MayBarge: cmd.MayBarge},
	}
	if subtype, ok := about.SegmentAttributes[acd.SubtypeAttribute]; ok {
		c.SegmentAttributes = map[string]acd.SegmentAttribute{acd.SubtypeAttribute: subtype}
	}
	i.Emit(acd.ContactInitiated{Contact: c})
	i.remember(cmd.Operation, cmd.Token, string(c.ID))
	i.Emit(acd.ContactTaken{ContactID: c.ID, UserID: cmd.UserID})
	return string(c.ID), nil
}
