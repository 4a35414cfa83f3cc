package acd

import "strings"

// Account is where instances live: an AWS account number and a region, the two that every ARN begins with.
type Account struct {
	Number string // twelve digits
	Region string
}

// ResourceKind is the part of an ARN that says what a thing is (AG:sample-agent-event-stream; A0034 on agent queues,
// A0035 on contacts).
type ResourceKind string

// The kinds of resources, as they stand in ARNs.
const (
	KindQueue           ResourceKind = "queue"
	KindAgentQueue      ResourceKind = "queue/agent"
	KindUser            ResourceKind = "agent"
	KindRoutingProfile  ResourceKind = "routing-profile"
	KindSecurityProfile ResourceKind = "security-profile"
	KindAgentStatus     ResourceKind = "agent-state"
	KindHours           ResourceKind = "operating-hours"
	KindFlow            ResourceKind = "contact-flow"
	KindContact         ResourceKind = "contact"
	KindQuickConnect    ResourceKind = "transfer-destination"
	KindFlowModule      ResourceKind = "flow-module"
	KindPrompt          ResourceKind = "prompt"
	KindTaskTemplate    ResourceKind = "task-template"
	KindPhoneNumber     ResourceKind = "phone-number" // above the instances
	KindEmailAddress    ResourceKind = "email-address"
	KindHierarchyGroup  ResourceKind = "agent-group"
	KindHierarchyLevel  ResourceKind = "agent-group-level"
)

// Tag is one tag of a resource.
type Tag struct{ Key, Value string }

// InstanceARN returns the ARN of an instance.
func (a Account) InstanceARN(id InstanceID) string {
	return "arn:aws:connect:" + a.Region + ":" + a.Number + ":instance/" + string(id)
}

// ARN returns the ARN of a thing inside an instance.
func (a Account) ARN(instance InstanceID, kind ResourceKind, id string) string {
	return a.InstanceARN(instance) + "/" + string(kind) + "/" + id
}

// QueueARN returns the ARN of a queue, which for an agent's own names the user (A0034).
func (a Account) QueueARN(instance InstanceID, q QueueRef) string {
	if q.Type == AgentQueue {
		return a.ARN(instance, KindAgentQueue, string(q.ID))
	}
	return a.ARN(instance, KindQueue, string(q.ID))
}

// PhoneNumberARN returns the ARN of a phone number, which lies above the instances.
func (a Account) PhoneNumberARN(id PhoneNumberID) string {
	return "arn:aws:connect:" + a.Region + ":" + a.Number + ":" + string(KindPhoneNumber) + "/" + string(id)
}

// ResourceRef is an ARN taken apart. Kind and ID are empty for the ARN of an instance itself, Instance for that of a
// phone number, which lies above.
type ResourceRef struct {
	Instance InstanceID
	Kind     ResourceKind
	ID       string
}

// ParseARN takes apart the ARN of an instance, of a thing inside one, or of a phone number. It says no to an ARN of
// another service, account or region.
func (a Account) ParseARN(arn string) (ResourceRef, bool) {
	above, ok := strings.CutPrefix(arn, "arn:aws:connect:"+a.Region+":"+a.Number+":")
	if number, is := strings.CutPrefix(above, string(KindPhoneNumber)+"/"); ok && is {
		return ResourceRef{Kind: KindPhoneNumber, ID: number}, number != ""
	}
	rest, ok := strings.CutPrefix(above, "instance/")
	if !ok {
		return ResourceRef{}, false
	}
	instance, path, inside := strings.Cut(rest, "/")
	if !inside {
		return ResourceRef{Instance: InstanceID(instance)}, instance != ""
	}
	cut := strings.LastIndexByte(path, '/')
	if cut < 0 || instance == "" || cut == len(path)-1 {
		return ResourceRef{}, false
	}
	return ResourceRef{Instance: InstanceID(instance), Kind: ResourceKind(path[:cut]), ID: path[cut+1:]}, true
}

// IDOf returns the id in a text that is an id or an ARN that ends in one. ARNs are accepted everywhere where an id is
// asked (A0003). A version suffix of a flow (":$SAVED", ":3") is not part of the id.
func IDOf(idOrARN string) string {
	if !strings.HasPrefix(idOrARN, "arn:") {
		return idOrARN
	}
	id := idOrARN[strings.LastIndexByte(idOrARN, '/')+1:]
	id, _, _ = strings.Cut(id, ":")
	return id
}
