package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"

	"patchcord/acd"
	"patchcord/instance"
)

func (h *handlers) tagResource(c *Call, in *sdk.TagResourceInput) (*sdk.TagResourceOutput, error) {
	p, ref := c.resource(in.ResourceArn)
	_, err := h.do(c, p, acd.TagResource{Kind: ref.Kind, ID: ref.ID, Tags: in.Tags})
	return nil, err
}

func (h *handlers) untagResource(c *Call, in *sdk.UntagResourceInput) (*sdk.UntagResourceOutput, error) {
	p, ref := c.resource(in.ResourceArn)
	_, err := h.do(c, p, acd.UntagResource{Kind: ref.Kind, ID: ref.ID, Keys: in.TagKeys})
	return nil, err
}

func (h *handlers) listTagsForResource(c *Call, in *sdk.ListTagsForResourceInput) (
	*sdk.ListTagsForResourceOutput, error,
) {
	p, ref := c.resource(in.ResourceArn)
	if ref.Kind == acd.KindPhoneNumber && ref.Instance == "" {
		found, err := h.number(p, acd.PhoneNumberID(ref.ID))
		return &sdk.ListTagsForResourceOutput{Tags: found.tags}, err
	}
	return look(h, p, func(i *instance.Instance) (*sdk.ListTagsForResourceOutput, error) {
		tags := i.Directory().Tags(ref.Kind, ref.ID)
		if len(tags) == 0 && !exists(i, ref) { // the tags of what was deleted stay (AG:tagging)
			return nil, acd.Errorf(acd.NotFound, "no resource has the ARN %s; give that of an instance or of something in it",
				value(in.ResourceArn))
		}
		return &sdk.ListTagsForResourceOutput{Tags: tags}, nil
	})
}

// resource takes the ARN of a resource apart.
func (c *Call) resource(arn *string) (*place, acd.ResourceRef) {
	p := &place{account: c.account()}
	ref, ok := p.account.ParseARN(value(arn))
	if !ok {
		p.err = acd.Errorf(acd.NotFound, "%s is not the ARN of a resource of account %s in %s", value(arn),
			p.account.Number, p.account.Region)
	}
	p.instance = ref.Instance
	return p, ref
}

// exists says whether an instance holds a resource that can have tags. The instance itself has no kind.
func exists(i *instance.Instance, ref acd.ResourceRef) bool {
	d, ok := i.Directory(), false
	switch ref.Kind {
	case "":
		ok = true
	case acd.KindQueue:
		_, ok = d.Queue(acd.QueueID(ref.ID))
	case acd.KindUser, acd.KindAgentQueue:
		_, ok = d.User(acd.UserID(ref.ID))
	case acd.KindRoutingProfile:
		_, ok = d.RoutingProfile(acd.RoutingProfileID(ref.ID))
	case acd.KindSecurityProfile:
		_, ok = d.SecurityProfile(acd.SecurityProfileID(ref.ID))
	case acd.KindAgentStatus:
		_, ok = d.AgentStatus(acd.AgentStatusID(ref.ID))
	case acd.KindHours:
		_, ok = d.Hours(acd.HoursID(ref.ID))
	case acd.KindFlow:
		_, ok = d.Flow(acd.FlowID(ref.ID))
	case acd.KindEmailAddress:
		_, ok = d.EmailAddress(acd.EmailAddressID(ref.ID))
	case acd.KindHierarchyGroup:
		_, ok = d.HierarchyGroup(acd.HierarchyGroupID(ref.ID))
	case acd.KindQuickConnect:
		_, ok = d.QuickConnect(acd.QuickConnectID(ref.ID))
	case acd.KindFlowModule:
		_, ok = d.FlowModule(acd.FlowModuleID(ref.ID))
	case acd.KindTaskTemplate:
		_, ok = d.TaskTemplate(acd.TaskTemplateID(ref.ID))
	case acd.KindPrompt:
		_, ok = d.Prompt(acd.PromptID(ref.ID))
	}
	return ok
}
