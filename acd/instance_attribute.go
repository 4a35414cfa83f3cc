package acd

// InstanceAttribute names a switch of an instance, as Amazon spells it.
type InstanceAttribute string

// The switches that have an effect here. The others of InstanceAttributes are kept and shown (A0224).
const (
	InboundCalls  InstanceAttribute = "INBOUND_CALLS"
	OutboundCalls InstanceAttribute = "OUTBOUND_CALLS"
	FlowLogs      InstanceAttribute = "CONTACTFLOW_LOGS"
)

// InstanceAttributes returns all switches in Amazon's order.
func InstanceAttributes() []InstanceAttribute {
	return []InstanceAttribute{InboundCalls, OutboundCalls, FlowLogs, "CONTACT_LENS", "AUTO_RESOLVE_BEST_VOICES",
		"USE_CUSTOM_TTS_VOICES", "EARLY_MEDIA", "MULTI_PARTY_CONFERENCE", "HIGH_VOLUME_OUTBOUND",
		"ENHANCED_CONTACT_MONITORING", "ENHANCED_CHAT_MONITORING", "MULTI_PARTY_CHAT_CONFERENCE", "MESSAGE_STREAMING"}
}

// IsOnAtFirst says whether a switch is on in a new instance whose maker said nothing of it (A0224).
func (a InstanceAttribute) IsOnAtFirst() bool {
	switch a {
	case "CONTACT_LENS", "AUTO_RESOLVE_BEST_VOICES", "EARLY_MEDIA":
		return true
	}
	return false
}

// UpdateInstanceAttribute turns a switch of an instance on or off.
type UpdateInstanceAttribute struct {
	Attribute InstanceAttribute
	On        bool
	Token     ClientToken
}

func (UpdateInstanceAttribute) command() {}

// InstanceAttributeChanged turns a switch of an instance on or off.
type InstanceAttributeChanged struct {
	Attribute InstanceAttribute
	On        bool
}

// Nature says that it is a fact.
func (InstanceAttributeChanged) Nature() Nature { return Fact }
