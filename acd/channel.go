package acd

import "strings"

// Channel is the way a contact reaches the contact centre.
type Channel string

// The channels of Amazon Connect.
const (
	Voice Channel = "VOICE"
	Chat  Channel = "CHAT"
	Task  Channel = "TASK"
	Email Channel = "EMAIL"
)

// Channels lists every channel, in the order in which Amazon prints them.
func Channels() []Channel { return []Channel{Voice, Chat, Task, Email} }

// ParseChannel returns the channel of a name in any case, as flows write Voice.
func ParseChannel(name string) (Channel, bool) {
	for _, c := range Channels() {
		if strings.EqualFold(name, string(c)) {
			return c, true
		}
	}
	return "", false
}

// RingTime is how long an agent has to accept an offer: 20 seconds for voice and chat, 30 for tasks, not configurable
// (AG:configure-agents, AG:accept-task). Email is taken to be like a task (A0017).
func (c Channel) RingTime() Duration {
	if c == Voice || c == Chat {
		return 20 * Second
	}
	return 30 * Second
}

// MaxConcurrency is the most contacts of this channel that a routing profile may give an agent (AG:routing-profiles).
func (c Channel) MaxConcurrency() int {
	if c == Voice {
		return 1
	}
	return 10
}

// InitiationMethod says how a contact came to be, as Amazon spells it.
type InitiationMethod string

// The initiation methods that arise here so far.
const (
	Inbound  InitiationMethod = "INBOUND"
	Outbound InitiationMethod = "OUTBOUND"
	API      InitiationMethod = "API"
	WebRTC   InitiationMethod = "WEBRTC_API"

	// AgentReply is an agent's answer to an email, ByFlow an email that a flow sends.
	AgentReply InitiationMethod = "AGENT_REPLY"
	ByFlow     InitiationMethod = "FLOW"

	// Transfer is the next segment of a contact that an agent has passed on.
	Transfer InitiationMethod = "TRANSFER"
	// QueueTransfer is the next segment of a contact that was moved while it waited in a queue.
	QueueTransfer InitiationMethod = "QUEUE_TRANSFER"
	// CallbackMethod is a call to a customer who has asked to be called back.
	CallbackMethod InitiationMethod = "CALLBACK"
	// Disconnect is the next segment of a contact whose agent has left, for the customer who remains.
	Disconnect InitiationMethod = "DISCONNECT"
	// ExternalOutbound is the next segment of a call that an agent has passed on to a number outside.
	ExternalOutbound InitiationMethod = "EXTERNAL_OUTBOUND"
	// Monitor is a supervisor's contact, by which he listens to another.
	Monitor InitiationMethod = "MONITOR"
)

// CallCanBeStopped says whether StopContact ends calls that came to be in this way (StopContact in the API reference).
func (m InitiationMethod) CallCanBeStopped() bool {
	switch m {
	case Transfer, QueueTransfer, Disconnect, ExternalOutbound, Monitor:
		return false
	}
	return true
}

// IsMove says whether a contact is the next segment of one that went before.
func (m InitiationMethod) IsMove() bool { return m == Transfer || m == QueueTransfer }

// IsOutbound says whether an agent reached out to the customer.
func (m InitiationMethod) IsOutbound() bool { return m == Outbound || m == AgentReply }
