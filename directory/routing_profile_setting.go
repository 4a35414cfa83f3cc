package directory

import (
	"slices"

	"patchcord/acd"
)

// entriesPerCall is how many entries one call may take from a routing profile, of each of its two lists
// (DisassociateRoutingProfileQueues in the API reference, A0188).
const entriesPerCall = 10

// doProfile decides a command about a routing profile that exists, and says whether it was one.
func (d *Directory) doProfile(cmd acd.Command, q acd.Quotas, c Chronicle) (was bool, err error) {
	switch cmd := cmd.(type) {
	case acd.AssociateRoutingProfileQueues:
		err = d.changeProfile(cmd.ProfileID, c, func(p *acd.RoutingProfile) error {
			return d.associateEntries(p, cmd, q)
		})
	case acd.DisassociateRoutingProfileQueues:
		err = d.changeProfile(cmd.ProfileID, c, func(p *acd.RoutingProfile) error {
			return d.disassociateEntries(p, cmd)
		})
	case acd.UpdateRoutingProfileQueues:
		err = d.changeProfile(cmd.ProfileID, c, func(p *acd.RoutingProfile) error {
			return d.updateEntries(p, cmd.Queues)
		})
	case acd.UpdateRoutingProfileName:
		err = d.changeProfile(cmd.ProfileID, c, func(p *acd.RoutingProfile) error {
			return redescribe(&d.routingProfiles, &p.Name, &p.Description, cmd.Name, cmd.Description)
		})
	case acd.UpdateRoutingProfileConcurrency: // the whole list: a channel that is left out is gone (A0187)
		err = d.changeProfile(cmd.ProfileID, c, func(p *acd.RoutingProfile) error {
			p.Concurrency = cmd.Concurrency
			*p = withDefaults(*p)
			return checkConcurrency(p.Concurrency)
		})
	case acd.UpdateRoutingProfileAgentAvailabilityTimer:
		err = d.changeProfile(cmd.ProfileID, c, func(p *acd.RoutingProfile) error {
			p.AvailabilityTimer = cmd.Timer
			return checkTimer(cmd.Timer)
		})
	case acd.UpdateRoutingProfileDefaultOutboundQueue:
		err = d.changeProfile(cmd.ProfileID, c, func(p *acd.RoutingProfile) error {
			p.DefaultOutboundQueueID = cmd.QueueID
			return d.queues.known(string(cmd.QueueID))
		})
	case acd.DeleteRoutingProfile:
		err = d.deleteProfile(cmd, c)
	default:
		return false, nil
	}
	return true, err
}

// changeProfile lets change set a profile's members, and emits it as it is afterwards if change does not refuse. The
// lists that it has now belong to others; change puts new ones in their place.
func (d *Directory) changeProfile(id acd.RoutingProfileID, c Chronicle, change func(*acd.RoutingProfile) error) error {
	profile, err := d.routingProfiles.find(string(id))
	if err != nil {
		return err
	}
	if err := change(&profile); err != nil {
		return err
	}
	profile.LastModifiedAt = c.Now()
	c.Emit(acd.RoutingProfileChanged{Profile: profile})
	return nil
}

func (d *Directory) associateEntries(p *acd.RoutingProfile, cmd acd.AssociateRoutingProfileQueues, q acd.Quotas) error {
	if len(cmd.Queues) == 0 && len(cmd.Manual) == 0 {
		return acd.Errorf(acd.Improper, "nothing to associate; give QueueConfigs or ManualAssignmentQueueConfigs")
	}
	p.Queues = slices.Concat(p.Queues, cmd.Queues)
	p.ManualQueues = slices.Concat(p.ManualQueues, cmd.Manual)
	return firstOf(
		d.checkEntries(p.Queues, p.ManualQueues),
		roomForEntries(p, q.QueuesPerProfile),
	)
}

// disassociateEntries takes entries out. One that is not there is passed over (A0188).
func (d *Directory) disassociateEntries(p *acd.RoutingProfile, cmd acd.DisassociateRoutingProfileQueues) error {
	if len(cmd.Queues) == 0 && len(cmd.Manual) == 0 {
		return acd.Errorf(acd.Improper, "nothing to disassociate; give QueueReferences or ManualAssignmentQueueReferences")
	}
	if n := max(len(cmd.Queues), len(cmd.Manual)); n > entriesPerCall {
		return acd.Errorf(acd.Invalid, "%d queue references are given; give up to %d of QueueReferences and of "+
			"ManualAssignmentQueueReferences", n, entriesPerCall)
	}
	for _, pair := range slices.Concat(cmd.Queues, cmd.Manual) {
		if err := firstOf(checkChannel(pair.Channel), d.queues.known(string(pair.QueueID))); err != nil {
			return err
		}
	}
	p.Queues = slices.DeleteFunc(slices.Clone(p.Queues), func(e acd.ProfileQueue) bool {
		return slices.Contains(cmd.Queues, e.QueueChannel)
	})
	p.ManualQueues = slices.DeleteFunc(slices.Clone(p.ManualQueues), func(e acd.QueueChannel) bool {
		return slices.Contains(cmd.Manual, e)
	})
	return nil
}

// updateEntries gives entries another priority and delay. They must be there (UpdateRoutingProfileQueues in the API
// reference), each named once (A0188).
func (d *Directory) updateEntries(p *acd.RoutingProfile, next []acd.ProfileQueue) error {
	if err := d.checkEntries(next, nil); err != nil {
		return err
	}
	p.Queues = slices.Clone(p.Queues)
	for _, e := range next {
		at := slices.IndexFunc(p.Queues, func(known acd.ProfileQueue) bool { return known.QueueChannel == e.QueueChannel })
		if at < 0 {
			return acd.Errorf(acd.Improper, "the routing profile does not list queue %q with %s; associate it first",
				e.QueueID, e.Channel)
		}
		p.Queues[at] = e
	}
	return nil
}

// deleteProfile removes a routing profile that no user has (A0186).
func (d *Directory) deleteProfile(cmd acd.DeleteRoutingProfile, c Chronicle) error {
	if err := d.routingProfiles.known(string(cmd.ProfileID)); err != nil {
		return err
	}
	for _, u := range d.Users() {
		if u.RoutingProfileID == cmd.ProfileID {
			return inUse("USER", string(u.ID), "user %q (%s) has the routing profile %s; give him another first", u.Username,
				u.ID, cmd.ProfileID)
		}
	}
	c.Emit(acd.RoutingProfileDeleted(cmd))
	return nil
}
