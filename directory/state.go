package directory

import (
	"cmp"
	"maps"
	"slices"

	"patchcord/acd"
)

// State is all that a directory knows, in lists with a fixed order, so that equal directories have equal states and
// equal bytes.
type State struct {
	Instance         acd.Instance
	Hours            []acd.HoursOfOperation
	Queues           []acd.Queue
	RoutingProfiles  []acd.RoutingProfile
	SecurityProfiles []acd.SecurityProfile
	Users            []acd.User
	FormerUsers      []acd.UserID // deleted, in the order of their ids
	AgentStatuses    []acd.AgentStatus
	Attributes       []acd.PredefinedAttribute
	Flows            []acd.ContactFlow
	Tags             []Tagged
	QuickConnects    []acd.QuickConnect
	HoursOverrides   []acd.HoursOverride
	FlowVersions     []acd.ContactFlowVersion // by flow, the oldest first
	FlowModules      []acd.ContactFlowModule
	Prompts          []acd.Prompt
	LambdaFunctions  []string
	DataShares       []acd.DataShare
	PhoneNumbers     []acd.PhoneNumber
	EmailAddresses   []acd.EmailAddress
	StorageConfigs   []acd.StorageConfig
	Switched         []acd.InstanceAttribute // those that are not as at first
	HierarchyLevels  []acd.HierarchyLevel
	HierarchyGroups  []acd.HierarchyGroup
	TaskTemplates    []acd.TaskTemplate
}

// Tagged is a resource with its tags. The instance itself has no kind and no id.
type Tagged struct {
	Kind acd.ResourceKind
	ID   string
	Tags map[string]string
}

// Snapshot returns all that the directory knows.
func (d *Directory) Snapshot() State {
	s := State{
		Instance:         d.instance,
		Hours:            d.hours.list(),
		Queues:           d.queues.list(),
		RoutingProfiles:  d.routingProfiles.list(),
		SecurityProfiles: d.securityProfiles.list(),
		Users:            d.users.list(),
		FormerUsers:      slices.Sorted(maps.Keys(d.formerUsers)),
		AgentStatuses:    d.statuses.list(),
		Attributes:       d.attributes.list(),
		Flows:            d.flows.list(),
		QuickConnects:    d.quickConnects.list(),
		HoursOverrides:   d.allOverrides(),
		PhoneNumbers:     d.phoneNumbers.list(),
		EmailAddresses:   d.emailAddresses.list(),
		StorageConfigs:   d.storage.list(),
		Switched:         d.switchedAttributes(),
		FlowModules:      d.flowModules.list(),
		Prompts:          d.prompts.list(),
		LambdaFunctions:  d.LambdaFunctions(),
		DataShares:       d.DataShares(),
		HierarchyLevels:  d.levels,
		HierarchyGroups:  d.HierarchyGroups(),
		TaskTemplates:    d.taskTemplates.list(),
	}
	for _, id := range slices.Sorted(maps.Keys(d.flowVersions)) {
		s.FlowVersions = append(s.FlowVersions, d.flowVersions[id]...)
	}
	tagged := slices.SortedFunc(maps.Keys(d.tags), func(a, b resource) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.id, b.id))
	})
	for _, r := range tagged {
		s.Tags = append(s.Tags, Tagged{Kind: r.kind, ID: r.id, Tags: d.tags[r]})
	}
	return s
}

// Restore returns the directory that a snapshot was taken of.
func Restore(s State) *Directory {
	d := New()
	d.instance = s.Instance
	for _, h := range s.Hours {
		d.putHours(h)
	}
	putAll(&d.queues, s.Queues)
	putAll(&d.routingProfiles, s.RoutingProfiles)
	putAll(&d.securityProfiles, s.SecurityProfiles)
	putAll(&d.users, s.Users)
	putAll(&d.statuses, s.AgentStatuses)
	putAll(&d.attributes, s.Attributes)
	putAll(&d.flows, s.Flows)
	putAll(&d.quickConnects, s.QuickConnects)
	for _, o := range s.HoursOverrides {
		d.putOverride(o)
	}
	putAll(&d.flowModules, s.FlowModules)
	putAll(&d.prompts, s.Prompts)
	putAll(&d.taskTemplates, s.TaskTemplates)
	for _, v := range s.FlowVersions {
		d.putFlowVersion(v)
	}
	for _, arn := range s.LambdaFunctions {
		d.lambdas[arn] = true
	}
	for _, shared := range s.DataShares {
		d.shares[share{shared.DataSetID, shared.AccountID}] = shared
	}
	putAll(&d.phoneNumbers, s.PhoneNumbers)
	putAll(&d.emailAddresses, s.EmailAddresses)
	putAll(&d.storage, s.StorageConfigs)
	for _, a := range s.Switched {
		d.switched[a] = true
	}
	d.levels = s.HierarchyLevels
	putAll(&d.groups, s.HierarchyGroups)
	for _, id := range s.FormerUsers {
		d.formerUsers[id] = true
	}
	for _, t := range s.Tags {
		d.putTags(resource{t.Kind, t.ID}, t.Tags)
	}
	return d
}

func putAll[T any](r *register[T], things []T) {
	for _, t := range things {
		r.put(t)
	}
}
