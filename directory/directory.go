package directory

import (
	"fmt"
	"time"

	"patchcord/acd"
)

// Chronicle is where the directory writes what it has decided.
type Chronicle interface {
	// Emit numbers and stamps an event and replays it: when it returns, the directory has changed.
	Emit(acd.Body)
	// NewID returns the nth id, from 0, that belongs to the next event to be emitted.
	NewID(nth int) string
	// Now returns the instant of the command.
	Now() acd.Time
}

// Directory holds the settings of one instance. Values that it returns are copies, but for their inner slices, maps and
// pointers: those are shared, and nobody changes them. Settings change by being replaced.
type Directory struct {
	instance         acd.Instance
	hours            register[acd.HoursOfOperation]
	overrides        map[acd.HoursID][]acd.HoursOverride // by name; no list is ever changed, but replaced
	zones            map[string]*time.Location           // by the names that hours have used; nil where nobody knows one
	queues           register[acd.Queue]
	routingProfiles  register[acd.RoutingProfile]
	securityProfiles register[acd.SecurityProfile]
	users            register[acd.User]
	formerUsers      map[acd.UserID]bool
	statuses         register[acd.AgentStatus]
	attributes       register[acd.PredefinedAttribute]
	flows            register[acd.ContactFlow]
	flowVersions     map[acd.FlowID][]acd.ContactFlowVersion // the oldest first
	flowModules      register[acd.ContactFlowModule]
	prompts          register[acd.Prompt]
	taskTemplates    register[acd.TaskTemplate]
	lambdas          map[string]bool // by ARN
	shares           map[share]acd.DataShare
	quickConnects    register[acd.QuickConnect]
	phoneNumbers     register[acd.PhoneNumber]
	emailAddresses   register[acd.EmailAddress]
	storage          register[acd.StorageConfig]
	switched         map[acd.InstanceAttribute]bool // those that are not as at first
	levels           []acd.HierarchyLevel
	groups           register[acd.HierarchyGroup]
	tags             map[resource]map[string]string
}

// New returns the directory of an instance to which nothing has happened yet. Its first command is CreateInstance.
func New() *Directory {
	return &Directory{
		hours:            newRegister("hours of operation", hoursKey),
		overrides:        map[acd.HoursID][]acd.HoursOverride{},
		zones:            map[string]*time.Location{},
		queues:           newRegister("queue", queueKey),
		routingProfiles:  newRegister("routing profile", routingProfileKey),
		securityProfiles: newRegister("security profile", securityProfileKey),
		users:            newRegister("user", userKey),
		formerUsers:      map[acd.UserID]bool{},
		statuses:         newRegister("agent status", statusKey),
		attributes:       newRegister("predefined attribute", attributeKey),
		flows:            newRegister("flow", flowKey),
		flowVersions:     map[acd.FlowID][]acd.ContactFlowVersion{},
		flowModules:      newRegister("flow module", flowModuleKey),
		prompts:          newRegister("prompt", promptKey),
		taskTemplates:    newRegister("task template", taskTemplateKey),
		lambdas:          map[string]bool{},
		shares:           map[share]acd.DataShare{},
		quickConnects:    newRegister("quick connect", quickConnectKey),
		phoneNumbers:     newRegister("phone number", phoneNumberKey),
		emailAddresses:   newRegister("email address", emailAddressKey),
		storage:          newRegister("storage config", storageKey),
		switched:         map[acd.InstanceAttribute]bool{},
		groups:           newRegister("hierarchy group", hierarchyKey),
		tags:             map[resource]map[string]string{},
	}
}

// Do decides a command about settings and returns the id of what it created, for an attribute its name. A refusal is an
// *acd.Error and has changed nothing; it names bad values first, then references to what does not exist, then a name
// that is taken, then a quota. The command's slices and maps pass into the events and belong to them afterwards.
func (d *Directory) Do(cmd acd.Command, q acd.Quotas, c Chronicle) (created string, err error) {
	switch cmd := cmd.(type) {
	case acd.CreateInstance:
		return d.createInstance(cmd, c)
	case acd.CreateQueue:
		return d.createQueue(cmd, q, c)
	case acd.CreateRoutingProfile:
		return d.createRoutingProfile(cmd, q, c)
	case acd.CreateSecurityProfile:
		return d.createSecurityProfile(cmd, q, c)
	case acd.CreateUser:
		return d.createUser(cmd, q, c)
	case acd.DeleteUser:
		return "", d.deleteUser(cmd, c)
	case acd.CreatePredefinedAttribute:
		return d.createAttribute(cmd, q, c)
	case acd.UpdatePredefinedAttribute:
		return "", d.updateAttribute(cmd, c)
	case acd.DeletePredefinedAttribute:
		return "", d.deleteAttribute(cmd, c)
	case acd.AssociateUserProficiencies:
		return "", d.associateProficiencies(cmd, q, c)
	case acd.UpdateUserProficiencies:
		return "", d.updateProficiencies(cmd, c)
	case acd.DisassociateUserProficiencies:
		return "", d.disassociateProficiencies(cmd, c)
	case acd.CreateAgentStatus:
		return d.createStatus(cmd, q, c)
	case acd.UpdateAgentStatus:
		return "", d.updateStatus(cmd, c)
	case acd.TagResource:
		return "", d.tagResource(cmd, c)
	case acd.UntagResource:
		return "", d.untagResource(cmd, c)
	}
	if created, was, err := d.doReach(cmd, q, c); was {
		return created, err
	}
	if created, was, err := d.doQuickConnect(cmd, q, c); was {
		return created, err
	}
	if created, was, err := d.doHours(cmd, q, c); was {
		return created, err
	}
	if created, was, err := d.doHierarchy(cmd, q, c); was {
		return created, err
	}
	if was, err := d.doSecurityProfile(cmd, c); was {
		return "", err
	}
	if was, err := d.doUserChange(cmd, c); was {
		return "", err
	}
	if was, err := d.doQueue(cmd, q, c); was {
		return "", err
	}
	if was, err := d.doProfile(cmd, q, c); was {
		return "", err
	}
	if created, was, err := d.doScript(cmd, q, c); was {
		return created, err
	}
	panic(fmt.Sprintf("%T is no command about settings; the desk must not bring it here", cmd))
}

// Replay lets an event that has happened take effect. Events about other things than settings leave no trace.
func (d *Directory) Replay(e acd.Event) {
	switch b := e.Body.(type) {
	case acd.InstanceCreated:
		d.instance = b.Instance
	case acd.QueueCreated:
		d.queues.put(b.Queue)
	case acd.QueueChanged:
		d.queues.put(b.Queue)
	case acd.QueueDeleted:
		d.queues.remove(string(b.QueueID))
	case acd.RoutingProfileCreated:
		d.routingProfiles.put(b.Profile)
	case acd.RoutingProfileChanged:
		d.routingProfiles.put(b.Profile)
	case acd.RoutingProfileDeleted:
		d.routingProfiles.remove(string(b.ProfileID))
	case acd.SecurityProfileCreated:
		d.securityProfiles.put(b.Profile)
	case acd.UserCreated:
		d.users.put(b.User)
	case acd.UserChanged:
		d.users.put(b.User)
	case acd.UserDeleted:
		d.users.remove(string(b.UserID))
		d.formerUsers[b.UserID] = true
	case acd.PredefinedAttributeCreated:
		d.attributes.put(b.Attribute)
	case acd.PredefinedAttributeChanged:
		d.attributes.put(b.Attribute)
	case acd.PredefinedAttributeDeleted:
		d.attributes.remove(b.Name)
	case acd.AgentStatusCreated:
		d.statuses.put(b.Status)
	case acd.AgentStatusUpdated:
		d.statuses.put(b.Status)
	case acd.QuickConnectCreated:
		d.quickConnects.put(b.QuickConnect)
	case acd.QuickConnectChanged:
		d.quickConnects.put(b.QuickConnect)
	case acd.QuickConnectDeleted:
		d.quickConnects.remove(string(b.ID))
	case acd.TagsChanged:
		if b.Kind != acd.KindContact { // contacts carry their own
			d.putTags(resource{b.Kind, b.ID}, b.Tags)
		}
	}
	d.replayHours(e.Body)
	d.replayReach(e.Body)
	d.replayHierarchy(e.Body)
	d.replayScript(e.Body)
	d.replaySecurityProfile(e.Body)
}

// Instance returns the instance itself; its ID is empty before it has been created.
func (d *Directory) Instance() acd.Instance { return d.instance }

// create emits the event that brings something into being, with its tags, and returns its id.
func create(c Chronicle, kind acd.ResourceKind, tags map[string]string, created func(id string) acd.Body) string {
	id := c.NewID(0)
	c.Emit(created(id))
	if len(tags) > 0 {
		c.Emit(acd.TagsChanged{Kind: kind, ID: id, Tags: tags})
	}
	return id
}

// firstOf returns the first refusal in a list of answers, nil where there is none.
func firstOf(answers ...error) error {
	for _, err := range answers {
		if err != nil {
			return err
		}
	}
	return nil
}
