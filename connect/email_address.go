package connect

import (
	"slices"
	"time"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

func (h *handlers) createEmailAddress(c *Call, in *sdk.CreateEmailAddressInput) (
	*sdk.CreateEmailAddressOutput, error,
) {
	p := c.place(in.InstanceId)
	id, err := h.do(c, p, acd.CreateEmailAddress{
		Address: acd.EmailAddress{Address: value(in.EmailAddress), DisplayName: value(in.DisplayName),
			Description: value(in.Description)},
		Tags:  in.Tags,
		Token: clientToken(in),
	})
	if err != nil {
		return nil, err
	}
	return &sdk.CreateEmailAddressOutput{EmailAddressId: &id, EmailAddressArn: p.arn(acd.KindEmailAddress, id)}, nil
}

func (h *handlers) describeEmailAddress(c *Call, in *sdk.DescribeEmailAddressInput) (
	*sdk.DescribeEmailAddressOutput, error,
) {
	p := c.place(in.InstanceId)
	id := idAt[acd.EmailAddressID](p, acd.KindEmailAddress, in.EmailAddressId)
	return look(h, p, func(i *instance.Instance) (*sdk.DescribeEmailAddressOutput, error) {
		e, ok := i.Directory().EmailAddress(id)
		if !ok {
			return nil, unknown("email address", id)
		}
		return &sdk.DescribeEmailAddressOutput{
			CreateTimestamp:   isoTime(e.CreatedAt),
			Description:       word(e.Description),
			DisplayName:       word(e.DisplayName),
			EmailAddress:      &e.Address,
			EmailAddressArn:   p.arn(acd.KindEmailAddress, string(id)),
			EmailAddressId:    new(string(id)),
			ModifiedTimestamp: isoTime(e.LastModifiedAt),
			Tags:              i.Directory().Tags(acd.KindEmailAddress, string(id)),
		}, nil
	})
}

// isoTime writes an instant as the few members of answers have it that are texts.
func isoTime(at acd.Time) *string {
	return new(at.Std().UTC().Format(time.RFC3339Nano))
}

// searchEmailAddresses looks through email addresses, by what an answer shows of them (A0227).
func (h *handlers) searchEmailAddresses(c *Call, in *sdk.SearchEmailAddressesInput) (
	*sdk.SearchEmailAddressesOutput, error,
) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.SearchEmailAddressesOutput, error) {
		keep, err := keepTagged(value(in.SearchFilter).TagFilter, func(e acd.EmailAddress) map[string]string {
			return i.Directory().Tags(acd.KindEmailAddress, string(e.ID))
		})
		if err != nil {
			return nil, err
		}
		s := search[acd.EmailAddress, types.EmailAddressSearchCriteria]{
			things: i.Directory().EmailAddresses(),
			key:    emailAddressOrder,
			fields: []searchField[acd.EmailAddress]{
				searchText("emailAddress", func(e acd.EmailAddress) string { return e.Address }),
				searchText("displayName", func(e acd.EmailAddress) string { return e.DisplayName }),
				searchText("description", func(e acd.EmailAddress) string { return e.Description }),
				searchID("emailAddressId", func(e acd.EmailAddress) acd.EmailAddressID { return e.ID }),
			},
			node: emailAddressNode,
			keep: keep,
		}
		found, err := s.find(c, p.searchAsk(in.NextToken, in.MaxResults, in.SearchCriteria, in.SearchFilter),
			in.SearchCriteria)
		if err != nil {
			return nil, err
		}
		return &sdk.SearchEmailAddressesOutput{
			ApproximateTotalCount: found.total,
			NextToken:             found.next,
			EmailAddresses: each(found.page, func(e acd.EmailAddress) types.EmailAddressMetadata {
				return types.EmailAddressMetadata{
					Description: word(e.Description), DisplayName: word(e.DisplayName), EmailAddress: &e.Address,
					EmailAddressArn: p.arn(acd.KindEmailAddress, string(e.ID)), EmailAddressId: new(string(e.ID)),
				}
			}),
		}, nil
	})
}

func emailAddressOrder(e acd.EmailAddress) string { return nameKey(e.Address, e.ID) }

func emailAddressNode(k *types.EmailAddressSearchCriteria) (
	searchNode[acd.EmailAddress, types.EmailAddressSearchCriteria], error,
) {
	return searchNode[acd.EmailAddress, types.EmailAddressSearchCriteria]{
		or: k.OrConditions, and: k.AndConditions, text: k.StringCondition,
	}, nil
}

func (h *handlers) associateQueueEmailAddresses(c *Call, in *sdk.AssociateQueueEmailAddressesInput) (
	*sdk.AssociateQueueEmailAddressesOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.AssociateQueueEmailAddresses{
		QueueID: idAt[acd.QueueID](p, acd.KindQueue, in.QueueId),
		IDs:     emailAddressIDs(p, in.EmailAddressesConfig),
		Token:   clientToken(in),
	})
	return nil, err
}

func emailAddressIDs(p *place, given []types.EmailAddressConfig) []acd.EmailAddressID {
	return each(given, func(config types.EmailAddressConfig) acd.EmailAddressID {
		return idAt[acd.EmailAddressID](p, acd.KindEmailAddress, config.EmailAddressId)
	})
}

// listQueueEmailAddresses lists the addresses from which the agents of a queue write, the default one among them
// (A0226).
func (h *handlers) listQueueEmailAddresses(c *Call, in *sdk.ListQueueEmailAddressesInput) (
	*sdk.ListQueueEmailAddressesOutput, error,
) {
	p := c.place(in.InstanceId)
	id := idAt[acd.QueueID](p, acd.KindQueue, in.QueueId)
	return look(h, p, func(i *instance.Instance) (*sdk.ListQueueEmailAddressesOutput, error) {
		queue, ok := i.Directory().Queue(id)
		if !ok {
			return nil, unknown("queue", id)
		}
		all := slices.DeleteFunc(i.Directory().EmailAddresses(), func(e acd.EmailAddress) bool {
			return string(e.ID) != queue.OutboundEmailAddressID && !slices.Contains(queue.EmailAddressIDs, string(e.ID))
		})
		found, next, err := page(c, p.ask(in.NextToken, in.MaxResults, string(id)), all, emailAddressOrder)
		if err != nil {
			return nil, err
		}
		return &sdk.ListQueueEmailAddressesOutput{
			LastModifiedRegion: p.region(), LastModifiedTime: stamp(queue.LastModifiedAt), NextToken: next,
			EmailAddressMetadataList: each(found, func(e acd.EmailAddress) types.EmailAddressSummary {
				return types.EmailAddressSummary{
					Arn: p.arn(acd.KindEmailAddress, string(e.ID)), Id: new(string(e.ID)),
					IsDefaultOutboundEmail: string(e.ID) == queue.OutboundEmailAddressID,
				}
			}),
		}, nil
	})
}
