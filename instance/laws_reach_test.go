package instance_test

import (
	"fmt"

	"patchcord/acd"
)

// changeReach changes how the instance is reached, or what it says of its data.
func (l *life) changeReach() {
	d := l.inst.Directory()
	switch l.rng.IntN(7) {
	case 0:
		l.ask(acd.UpdateInstanceAttribute{Attribute: anyOf(l, acd.InstanceAttributes()[2:]), On: l.oneIn(2)})
	case 1:
		l.ask(acd.CreateEmailAddress{Address: acd.EmailAddress{Address: fmt.Sprintf("a%d@example.com", l.rng.IntN(9))}})
	case 2:
		if addresses := d.EmailAddresses(); len(addresses) > 0 {
			l.ask(acd.AssociateQueueEmailAddresses{QueueID: anyOf(l, l.queues),
				IDs: []acd.EmailAddressID{anyOf(l, addresses).ID}})
		}
	case 3:
		l.ask(acd.AssociateStorageConfig{Config: acd.StorageConfig{ResourceType: "CHAT_TRANSCRIPTS", Type: acd.StorageS3,
			Bucket: "b", Prefix: "p"}})
	case 4:
		if addresses := d.EmailAddresses(); len(addresses) > 0 {
			l.ask(acd.AssociateEmailAddressFlow{ID: anyOf(l, addresses).ID, FlowID: anyOf(l, append(l.flows, ""))})
		}
	case 5:
		if addresses := d.EmailAddresses(); len(addresses) > 0 {
			l.ask(acd.UpdateEmailAddressMetadata{ID: anyOf(l, addresses).ID, DisplayName: new("Help")})
			l.ask(acd.DisassociateQueueEmailAddresses{QueueID: anyOf(l, l.queues),
				IDs: []acd.EmailAddressID{anyOf(l, addresses).ID}})
		}
	default:
		for _, s := range d.StorageConfigs("CHAT_TRANSCRIPTS") {
			l.ask(acd.DisassociateStorageConfig{ID: s.ID, ResourceType: s.ResourceType})
		}
	}
}
