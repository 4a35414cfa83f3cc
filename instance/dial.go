package instance

import (
	"strings"

	"patchcord/acd"
)

// britishMobiles is how the numbers begin that may not be dialled before Amazon has agreed (StartOutboundVoiceContact
// in the API reference).
const britishMobiles = "+447"

// aim gives a new contact the working queue that its command names, and checks that a call may be placed.
func (i *Instance) aim(c *acd.Contact, cmd acd.StartContact) error {
	if cmd.QueueID != "" {
		if _, ok := i.directory.Queue(cmd.QueueID); !ok {
			return acd.Errorf(acd.NotFound, "queue %s does not exist in this instance", cmd.QueueID)
		}
		c.Target = acd.QueueRef{Type: acd.StandardQueue, ID: cmd.QueueID}
	}
	if cmd.RingFor == 0 {
		return nil
	}
	if cmd.SystemEndpoint == nil && cmd.QueueID == "" {
		return acd.Errorf(acd.Improper, "neither SourcePhoneNumber nor QueueId is given; give one of them, so that the "+
			"customer sees who calls")
	}
	return i.checkDial(cmd)
}

// checkDial says whether a call may be placed from this instance (A0132), and to this number.
func (i *Instance) checkDial(cmd acd.StartContact) error {
	for _, e := range []*acd.Endpoint{cmd.CustomerEndpoint, cmd.SystemEndpoint} {
		if e != nil && e.Type == acd.TelephoneNumber && !acd.IsPhoneNumber(e.Address) {
			return acd.Errorf(acd.Invalid, "%.40q is not a phone number in E.164 form, such as +12065550100", e.Address)
		}
	}
	if !i.directory.Instance().OutboundCalls {
		return acd.Errorf(acd.Forbidden, "instance %s places no calls: its attribute %s, the OutboundCallsEnabled of "+
			"CreateInstance, is off", i.id, acd.OutboundCalls)
	}
	quotas := &i.options.Quotas
	if number := cmd.CustomerEndpoint.Address; strings.HasPrefix(number, britishMobiles) && i.britishMobilesExceeded() {
		return acd.Errorf(acd.Barred, "%s is a number of a British mobile, and the quota of such calls is reached; raise "+
			"it before you dial these numbers", number)
	}
	if cmd.CampaignCall {
		calls := i.router.Count(func(c *acd.Contact) bool { return c.CampaignID != "" })
		if acd.Exceeded(quotas.CampaignCalls, calls) {
			return acd.Errorf(acd.Forbidden, "TrafficType is CAMPAIGN, and the quota of campaign calls is reached; raise it, "+
				"or give GENERAL")
		}
	}
	return nil
}

// britishMobilesExceeded says whether no further British mobile may be dialled now.
func (i *Instance) britishMobilesExceeded() bool {
	return acd.Exceeded(i.options.Quotas.BritishMobileCalls, i.router.Count(func(c *acd.Contact) bool {
		return c.InitiationMethod != acd.Inbound && c.CustomerEndpoint != nil &&
			strings.HasPrefix(c.CustomerEndpoint.Address, britishMobiles)
	}))
}

// await says since when the customer of a new contact is connected, or until when he is expected. Who is called has to
// answer; who starts a chat or a web call has to connect where that is asked (A0014, A0131); a task has no customer,
// and a draft has not reached him.
func (i *Instance) await(c *acd.Contact, cmd acd.StartContact) {
	joins := cmd.Channel == acd.Chat && cmd.CustomerEndpoint == nil && cmd.InitiationMethod != acd.Inbound ||
		cmd.InitiationMethod == acd.WebRTC
	switch {
	case cmd.RingFor > 0:
		c.State, c.CustomerExpectedBy = acd.Dialling, i.now.Add(cmd.RingFor)
	case cmd.Channel == acd.Task, c.IsDraft():
	case joins && i.options.ChatConnect > 0:
		c.CustomerExpectedBy = i.now.Add(i.options.ChatConnect)
	default:
		c.ConnectedToSystemAt = i.now
	}
}

// tell passes on what the media's side tells of a contact. Where its customer was being called and has answered, its
// flow begins now.
func (i *Instance) tell(id acd.ContactID, cmd acd.Command, ended []acd.Contact) error {
	was, _ := i.router.Contact(id)
	if err := i.router.Do(cmd, ended); err != nil {
		return err
	}
	if c, lives := i.router.Contact(id); lives && was.State == acd.Dialling && c.State == acd.InFlow {
		i.answered(c)
	}
	if report, ok := cmd.(acd.ReportMedia); ok {
		i.told(report)
	}
	return nil
}
