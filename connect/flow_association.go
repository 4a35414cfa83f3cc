package connect

import (
	"slices"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

// flowAssociationRows are not about routing: they say and tell which flows lead who writes to an email address, and
// tell those of phone numbers.
func (h *handlers) flowAssociationRows() []row {
	return []row{
		operation("AssociateFlow", h.associateFlow),
		operation("DisassociateFlow", h.disassociateFlow),
		operation("GetFlowAssociation", h.getFlowAssociation),
		operation("BatchGetFlowAssociation", h.batchGetFlowAssociation),
		operation("ListFlowAssociations", h.listFlowAssociations),
	}
}

// flowAssociation is a thing of an instance that leads to a flow.
type flowAssociation struct {
	kind     types.ListFlowAssociationResourceType
	resource string // its ARN
	id       string
	key      string // by which they are listed
	flow     acd.FlowID
}

func (p *place) summary(a flowAssociation) types.FlowAssociationSummary {
	return types.FlowAssociationSummary{FlowId: p.arn(acd.KindFlow, string(a.flow)), ResourceId: &a.resource,
		ResourceType: a.kind}
}

// associated returns the things of a type that lead to flows, of every type where none is given: the phone numbers, in
// the order of their digits, then the email addresses, in that of the alphabet (A0267, A0286).
func (p *place) associated(i *instance.Instance, kind types.ListFlowAssociationResourceType) []flowAssociation {
	const calls, emails = types.ListFlowAssociationResourceTypeVoicePhoneNumber,
		types.ListFlowAssociationResourceTypeInboundEmail
	var all []flowAssociation
	for _, n := range i.Directory().PhoneNumbers() {
		all = append(all, flowAssociation{calls, p.account.PhoneNumberARN(n.ID), string(n.ID), "1" + n.Number, n.FlowID})
	}
	for _, e := range i.Directory().EmailAddresses() {
		all = append(all, flowAssociation{emails, *p.arn(acd.KindEmailAddress, string(e.ID)), string(e.ID),
			"2" + emailAddressOrder(e), e.FlowID})
	}
	return slices.DeleteFunc(all, func(a flowAssociation) bool { return a.flow == "" || kind != "" && a.kind != kind })
}

// led returns the email address that is named as a resource, and says why there is none. What else could lead to a flow
// is not here (A0267).
func (p *place) led(kind types.FlowAssociationResourceType, resource *string) acd.EmailAddressID {
	switch {
	case p.err != nil:
	case kind == types.FlowAssociationResourceTypeInboundEmail:
		return idAt[acd.EmailAddressID](p, acd.KindEmailAddress, resource)
	case kind == types.FlowAssociationResourceTypeOutboundEmail:
		p.err = acd.Errorf(acd.Improper, "ResourceType is %s; no flow leads emails that go out. Give %s", kind,
			types.FlowAssociationResourceTypeInboundEmail)
	default:
		p.err = acd.Errorf(acd.NotFound, "%s does not exist: there is nothing of the type %s here", value(resource), kind)
	}
	return ""
}

func (h *handlers) associateFlow(c *Call, in *sdk.AssociateFlowInput) (*sdk.AssociateFlowOutput, error) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.AssociateEmailAddressFlow{ID: p.led(in.ResourceType, in.ResourceId),
		FlowID: idAt[acd.FlowID](p, acd.KindFlow, in.FlowId)})
	return &sdk.AssociateFlowOutput{}, err
}

func (h *handlers) disassociateFlow(c *Call, in *sdk.DisassociateFlowInput) (*sdk.DisassociateFlowOutput, error) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.AssociateEmailAddressFlow{ID: p.led(in.ResourceType, in.ResourceId)})
	return &sdk.DisassociateFlowOutput{}, err
}

func (h *handlers) getFlowAssociation(c *Call, in *sdk.GetFlowAssociationInput) (
	*sdk.GetFlowAssociationOutput, error,
) {
	p := c.place(in.InstanceId)
	id := p.led(in.ResourceType, in.ResourceId)
	return look(h, p, func(i *instance.Instance) (*sdk.GetFlowAssociationOutput, error) {
		address, ok := i.Directory().EmailAddress(id)
		switch {
		case !ok:
			return nil, unknown("email address", id)
		case address.FlowID == "":
			return nil, acd.Errorf(acd.NotFound, "the email address %s has no flow", id)
		}
		return &sdk.GetFlowAssociationOutput{ResourceType: in.ResourceType,
			FlowId: p.arn(acd.KindFlow, string(address.FlowID)), ResourceId: p.arn(acd.KindEmailAddress, string(id))}, nil
	})
}

// batchGetFlowAssociation tells the flows of those that are named and have one, by ARN or id.
func (h *handlers) batchGetFlowAssociation(c *Call, in *sdk.BatchGetFlowAssociationInput) (
	*sdk.BatchGetFlowAssociationOutput, error,
) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.BatchGetFlowAssociationOutput, error) {
		found := slices.DeleteFunc(p.associated(i, in.ResourceType), func(a flowAssociation) bool {
			return !slices.Contains(in.ResourceIds, a.resource) && !slices.Contains(in.ResourceIds, a.id)
		})
		return &sdk.BatchGetFlowAssociationOutput{FlowAssociationSummaryList: each(found, p.summary)}, nil
	})
}

func (h *handlers) listFlowAssociations(c *Call, in *sdk.ListFlowAssociationsInput) (
	*sdk.ListFlowAssociationsOutput, error,
) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.ListFlowAssociationsOutput, error) {
		found, next, err := page(c, p.ask(in.NextToken, in.MaxResults, string(in.ResourceType)),
			p.associated(i, in.ResourceType), func(a flowAssociation) string { return a.key })
		if err != nil {
			return nil, err
		}
		return &sdk.ListFlowAssociationsOutput{FlowAssociationSummaryList: each(found, p.summary), NextToken: next}, nil
	})
}
