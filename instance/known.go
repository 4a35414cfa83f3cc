package instance

import (
	"patchcord/acd"
)

// knowledge is what an instance tells the flow of a contact.
type knowledge struct {
	*Instance
	contact *acd.Contact
}

// Know returns what a reference leads to that is neither the contact's nor the run's (AG:connect-attrib-list).
func (k knowledge) Know(path string) (text string, ok bool) {
	switch path {
	case "InstanceARN":
		return k.options.Account.InstanceARN(k.id), true
	case "AwsRegion":
		return k.options.Account.Region, true
	case "CustomerCallbackNumber":
		return k.callbackNumber(), true
	}
	if text, ok := k.ofQueue(path); ok {
		return text, true
	}
	if text, ok := k.ofMedia(path); ok {
		return text, true
	}
	return k.ofAgent(path)
}

// ofQueue returns what a reference says of the working queue.
func (k knowledge) ofQueue(path string) (text string, ok bool) {
	target := k.contact.Target
	queue, known := k.directory.Queue(target.ID)
	switch path {
	case "Queue.Name":
		return queue.Name, known
	case "Queue.ARN":
		return k.options.Account.QueueARN(k.id, target), !target.IsZero()
	}
	number, has := k.directory.PhoneNumber(acd.PhoneNumberID(queue.OutboundCallerIDNumber))
	if !has {
		return "", false
	}
	switch path {
	case "Queue.OutboundCallerId.Address":
		return number.Number, true
	case "Queue.OutboundCallerId.Type":
		return string(acd.TelephoneNumber), true
	}
	return "", false
}

// ofMedia returns what the media's side has told.
func (k knowledge) ofMedia(path string) (text string, ok bool) {
	media, customer, agent := k.contact.Media, acd.Capabilities{}, acd.Capabilities{}
	if media != nil && media.Customer != nil && media.Customer.Capabilities != nil {
		customer = *media.Customer.Capabilities
	}
	if media != nil && media.AgentInfo != nil && media.AgentInfo.Capabilities != nil {
		agent = *media.AgentInfo.Capabilities
	}
	switch path {
	case "Capabilities.Customer.Video":
		return customer.Video, true
	case "Capabilities.Customer.ScreenShare":
		return customer.ScreenShare, true
	case "Capabilities.Agent.Video":
		return agent.Video, true
	case "Capabilities.Agent.ScreenShare":
		return agent.ScreenShare, true
	case "Wisdom.SessionArn":
		if media != nil && media.WisdomInfo != nil {
			text = media.WisdomInfo.SessionArn
		}
		return text, true
	}
	return "", false
}

// callbackNumber returns at which number the customer is called back: the one that was set, or the one he calls from.
func (k knowledge) callbackNumber() string {
	e := k.contact.CustomerEndpoint
	if k.contact.CallbackNumber != "" || e == nil || e.Type != acd.TelephoneNumber {
		return k.contact.CallbackNumber
	}
	return e.Address
}

// ofAgent returns what a reference says of the agent who has a contact, or had it before its customer remained; in a
// flow that transfers to an agent, of that one.
func (k knowledge) ofAgent(path string) (text string, ok bool) {
	id := k.contact.FormerAgent
	switch leader, _ := k.directory.Flow(k.contact.FlowID); {
	case k.contact.Agent != nil:
		id = k.contact.Agent.UserID
	case leader.Type == acd.FlowAgentTransfer && k.contact.Target.Type == acd.AgentQueue:
		id = acd.UserID(k.contact.Target.ID)
	}
	user, known := k.directory.User(id)
	switch path {
	case "Agent.ARN":
		if known {
			text = k.options.Account.ARN(k.id, acd.KindUser, string(id))
		}
	case "Agent.UserName":
		text = user.Username
	case "Agent.FirstName":
		text = user.FirstName
	case "Agent.LastName":
		text = user.LastName
	default:
		return "", false
	}
	return text, true
}
