package connect

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// contactAt finds a contact that a request names, living or ended.
func (h *handlers) contactAt(p *place, given *string) (acd.Contact, error) {
	id := idAt[acd.ContactID](p, acd.KindContact, given)
	if p.err != nil {
		return acd.Contact{}, p.err
	}
	c, ok, err := h.engine.Contact(p.instance, id)
	if err == nil && !ok {
		err = acd.Errorf(acd.NotFound, "instance %s has no contact with the id %q", p.instance, id)
	}
	return c, err
}

// updateContact changes what is known of a contact. Its queue and its user are what routing has made of it (A0122).
func (h *handlers) updateContact(c *Call, in *sdk.UpdateContactInput) (*sdk.UpdateContactOutput, error) {
	if in.QueueInfo != nil || in.UserInfo != nil {
		return nil, acd.Errorf(acd.Improper, "QueueInfo or UserInfo is given, but queue and user of a contact are those to "+
			"which it was routed; leave it out")
	}
	life, err := acd.LifeGiven(mapEach(in.SegmentAttributes, segmentAttribute))
	if err := firstOf(checkReferences(in.References, withEmail), err); err != nil {
		return nil, err
	}
	p := c.place(in.InstanceId)
	_, err = h.do(c, p, acd.UpdateContact{
		ContactID:         idAt[acd.ContactID](p, acd.KindContact, in.ContactId),
		Name:              in.Name,
		Description:       in.Description,
		References:        mapEach(in.References, reference),
		SegmentAttributes: mapEach(in.SegmentAttributes, segmentAttribute),
		Life:              life,
		CustomerEndpoint:  endpoint(in.CustomerEndpoint),
		SystemEndpoint:    endpoint(in.SystemEndpoint),
	})
	return nil, err
}

// updateContactAttributes sets attributes of a contact. InitialContactId may be any contact of the chain (A0123).
func (h *handlers) updateContactAttributes(c *Call, in *sdk.UpdateContactAttributesInput) (
	*sdk.UpdateContactAttributesOutput, error,
) {
	if err := checkAttributeKeys(in.Attributes); err != nil {
		return nil, err
	}
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.UpdateContactAttributes{
		ContactID: idAt[acd.ContactID](p, acd.KindContact, in.InitialContactId), Attributes: in.Attributes,
	})
	return nil, err
}

func (h *handlers) getContactAttributes(c *Call, in *sdk.GetContactAttributesInput) (
	*sdk.GetContactAttributesOutput, error,
) {
	contact, err := h.contactAt(c.place(in.InstanceId), in.InitialContactId)
	if err != nil {
		return nil, err
	}
	return &sdk.GetContactAttributesOutput{Attributes: acd.Merged(contact.Attributes, nil)}, nil
}

func (h *handlers) tagContact(c *Call, in *sdk.TagContactInput) (*sdk.TagContactOutput, error) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.TagContact{ContactID: idAt[acd.ContactID](p, acd.KindContact, in.ContactId), Tags: in.Tags})
	return nil, err
}

func (h *handlers) untagContact(c *Call, in *sdk.UntagContactInput) (*sdk.UntagContactOutput, error) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.UntagContact{
		ContactID: idAt[acd.ContactID](p, acd.KindContact, in.ContactId), Keys: in.TagKeys,
	})
	return nil, err
}

// listContactReferences lists the references of some types by name, all at once: the token of the next page is always
// null (ListContactReferences in the API reference).
func (h *handlers) listContactReferences(c *Call, in *sdk.ListContactReferencesInput) (
	*sdk.ListContactReferencesOutput, error,
) {
	p := c.place(in.InstanceId)
	contact, err := h.contactAt(p, in.ContactId)
	if err != nil {
		return nil, err
	}
	ask := p.ask(in.NextToken, new(int32(math.MaxInt32)), string(contact.ID), fmt.Sprint(in.ReferenceTypes))
	names, next, err := page(c, ask, slices.Sorted(maps.Keys(contact.References)), strings.Clone)
	if err != nil {
		return nil, err
	}
	list := []types.ReferenceSummary{}
	for _, name := range names {
		r := contact.References[name]
		if slices.Contains(in.ReferenceTypes, types.ReferenceType(r.Type)) {
			list = append(list, referenceSummary(name, r))
		}
	}
	return &sdk.ListContactReferencesOutput{ReferenceSummaryList: list, NextToken: next}, nil
}

// referenceSummary shows a reference of one of the types that users may give.
func referenceSummary(name string, r acd.Reference) types.ReferenceSummary {
	switch types.ReferenceType(r.Type) {
	case types.ReferenceTypeNumber:
		return &types.ReferenceSummaryMemberNumber{Value: types.NumberReference{Name: &name, Value: &r.Value}}
	case types.ReferenceTypeString:
		return &types.ReferenceSummaryMemberString{Value: types.StringReference{Name: &name, Value: &r.Value}}
	case types.ReferenceTypeDate:
		return &types.ReferenceSummaryMemberDate{Value: types.DateReference{Name: &name, Value: &r.Value}}
	case types.ReferenceTypeEmail:
		return &types.ReferenceSummaryMemberEmail{Value: types.EmailReference{Name: &name, Value: &r.Value}}
	default:
		return &types.ReferenceSummaryMemberUrl{Value: types.UrlReference{Name: &name, Value: &r.Value}}
	}
}

// listAssociatedContacts lists all contacts of the tree that a contact belongs to, in the order in which they began,
// and those of one instant by their distance from the root (A0124).
func (h *handlers) listAssociatedContacts(c *Call, in *sdk.ListAssociatedContactsInput) (
	*sdk.ListAssociatedContactsOutput, error,
) {
	p := c.place(in.InstanceId)
	contact, err := h.contactAt(p, in.ContactId)
	if err != nil {
		return nil, err
	}
	tree, err := h.records.Tree(p.instance, contact.AssociationID)
	if err != nil {
		return nil, err
	}
	depths := depthsOf(tree)
	order := func(c acd.Contact) string { return fmt.Sprintf("%020d %06d %s", c.InitiatedAt, depths[c.ID], c.ID) }
	slices.SortFunc(tree, func(a, b acd.Contact) int { return cmp.Compare(order(a), order(b)) })
	tree, next, err := page(c, p.ask(in.NextToken, in.MaxResults, string(contact.AssociationID)), tree, order)
	if err != nil {
		return nil, err
	}
	return &sdk.ListAssociatedContactsOutput{NextToken: next,
		ContactSummaryList: each(tree, func(c acd.Contact) types.AssociatedContactSummary {
			return types.AssociatedContactSummary{
				Channel:             types.Channel(c.Channel),
				ContactArn:          p.arn(acd.KindContact, string(c.ID)),
				ContactId:           new(string(c.ID)),
				DisconnectTimestamp: stamp(c.DisconnectedAt),
				InitialContactId:    word(c.InitialID),
				InitiationMethod:    types.ContactInitiationMethod(c.InitiationMethod),
				InitiationTimestamp: stamp(c.InitiatedAt),
				PreviousContactId:   word(c.PreviousID),
				RelatedContactId:    word(c.RelatedID),
			}
		}),
	}, nil
}

// depthsOf says of each contact of a tree how many others of it came before on the way from the root. Contacts may
// begin at one instant: a callback begins while the call that asks for it is still there.
func depthsOf(tree []acd.Contact) map[acd.ContactID]int {
	before := map[acd.ContactID]acd.ContactID{}
	for _, c := range tree {
		before[c.ID] = cmp.Or(c.PreviousID, c.RelatedID)
	}
	depths := map[acd.ContactID]int{}
	for _, c := range tree {
		for id := before[c.ID]; id != "" && depths[c.ID] < len(tree); id = before[id] {
			depths[c.ID]++
		}
	}
	return depths
}
