package directory

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"patchcord/acd"
)

// tagsMax is how many tags a resource may have (AG:tagging).
const tagsMax = 50

// resource is what tags hang on. The instance itself has no kind and no id.
type resource struct {
	kind acd.ResourceKind
	id   string
}

// Tags returns the tags of a resource; the instance itself has no kind. Amazon keeps the tags of what has been deleted
// (AG:tagging), so they are found here too.
func (d *Directory) Tags(kind acd.ResourceKind, id string) map[string]string {
	return d.tags[resourceOf(kind, id)]
}

// TagsInUse returns the tags, key and value, of all things of some kinds that the instance has now, each once, in
// order.
func (d *Directory) TagsInUse(kinds []acd.ResourceKind) []acd.Tag {
	var used []acd.Tag
	for r, tags := range d.tags { // order does not show: sorted below
		if !slices.Contains(kinds, r.kind) || d.taggable(r.kind, r.id) != nil {
			continue // what has been deleted keeps its tags, but uses none
		}
		for key, value := range tags { // order does not show: sorted below
			used = append(used, acd.Tag{Key: key, Value: value})
		}
	}
	slices.SortFunc(used, func(a, b acd.Tag) int {
		return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.Value, b.Value))
	})
	return slices.Compact(used)
}

// resourceOf returns the one name under which the tags of a resource are kept.
func resourceOf(kind acd.ResourceKind, id string) resource {
	if kind == "" {
		return resource{}
	}
	return resource{kind, id}
}

func (d *Directory) putTags(r resource, tags map[string]string) {
	if len(tags) == 0 {
		delete(d.tags, r)
		return
	}
	d.tags[r] = tags
}

func (d *Directory) tagResource(cmd acd.TagResource, c Chronicle) error {
	if err := d.taggable(cmd.Kind, cmd.ID); err != nil {
		return err
	}
	r := resourceOf(cmd.Kind, cmd.ID)
	tags := map[string]string{}
	maps.Copy(tags, d.tags[r])
	maps.Copy(tags, cmd.Tags)
	if err := checkTags(tags); err != nil {
		return err
	}
	c.Emit(acd.TagsChanged{Kind: r.kind, ID: r.id, Tags: tags})
	return nil
}

func (d *Directory) untagResource(cmd acd.UntagResource, c Chronicle) error {
	if err := d.taggable(cmd.Kind, cmd.ID); err != nil {
		return err
	}
	r := resourceOf(cmd.Kind, cmd.ID)
	tags := map[string]string{}
	maps.Copy(tags, d.tags[r])
	for _, key := range cmd.Keys {
		delete(tags, key)
	}
	c.Emit(acd.TagsChanged{Kind: r.kind, ID: r.id, Tags: tags})
	return nil
}

// taggable says why tags cannot be put on a resource after it was made: it does not exist, or its kind takes none. The
// table of kinds is AG:tagging's.
func (d *Directory) taggable(kind acd.ResourceKind, id string) error {
	switch kind {
	case "":
		return nil
	case acd.KindQueue:
		return d.queues.known(id)
	case acd.KindUser:
		return d.users.known(id)
	case acd.KindRoutingProfile:
		return d.routingProfiles.known(id)
	case acd.KindSecurityProfile:
		return d.securityProfiles.known(id)
	case acd.KindAgentStatus:
		return d.statuses.known(id)
	case acd.KindHours:
		return d.hours.known(id)
	case acd.KindFlow:
		return d.flows.known(id)
	case acd.KindQuickConnect:
		return d.quickConnects.known(id)
	case acd.KindFlowModule:
		return d.flowModules.known(id)
	case acd.KindTaskTemplate:
		return d.taskTemplates.known(id)
	case acd.KindPrompt:
		return d.prompts.known(id)
	case acd.KindPhoneNumber:
		return d.phoneNumbers.known(id)
	case acd.KindEmailAddress:
		return d.emailAddresses.known(id)
	case acd.KindHierarchyGroup:
		return d.groups.known(id)
	case acd.KindAgentQueue, acd.KindContact, acd.KindHierarchyLevel:
		return acd.Errorf(acd.Improper, "a resource of the kind %s takes no tags by TagResource", kind)
	}
	return acd.Errorf(acd.NotFound, "no resource of the kind %s has the id %q; give the ARN of one that exists", kind, id)
}

// checkTags checks the tags of a resource as they would be.
func checkTags(tags map[string]string) error {
	if len(tags) > tagsMax {
		return acd.Errorf(acd.Improper, "the resource would have %d tags; %d are allowed", len(tags), tagsMax)
	}
	for _, key := range slices.Sorted(maps.Keys(tags)) {
		if key == "" || strings.HasPrefix(key, "aws:") {
			return acd.Errorf(acd.Invalid, "the tag key %q is empty or begins with aws:, which is Amazon's own; "+
				"give another key", key)
		}
	}
	return nil
}
