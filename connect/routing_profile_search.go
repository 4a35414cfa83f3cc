package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

func (h *handlers) searchRoutingProfiles(c *Call, in *sdk.SearchRoutingProfilesInput) (
	*sdk.SearchRoutingProfilesOutput, error,
) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.SearchRoutingProfilesOutput, error) {
		keep, err := keepTagged(value(in.SearchFilter).TagFilter, func(profile acd.RoutingProfile) map[string]string {
			return i.Directory().Tags(acd.KindRoutingProfile, string(profile.ID))
		})
		if err != nil {
			return nil, err
		}
		s := search[acd.RoutingProfile, types.RoutingProfileSearchCriteria]{
			things: i.Directory().RoutingProfiles(),
			key:    func(profile acd.RoutingProfile) string { return nameKey(profile.Name, profile.ID) },
			fields: routingProfileFields(),
			node:   routingProfileNode,
			keep:   keep,
		}
		found, err := s.find(c, p.searchAsk(in.NextToken, in.MaxResults, in.SearchCriteria, in.SearchFilter),
			in.SearchCriteria)
		if err != nil {
			return nil, err
		}
		return &sdk.SearchRoutingProfilesOutput{
			ApproximateTotalCount: found.total,
			NextToken:             found.next,
			RoutingProfiles: each(found.page, func(profile acd.RoutingProfile) types.RoutingProfile {
				return routingProfileFound(p, i, profile)
			}),
		}, nil
	})
}

func routingProfileFields() []searchField[acd.RoutingProfile] {
	return []searchField[acd.RoutingProfile]{
		searchIDs("associatedQueueIds", func(p acd.RoutingProfile) []acd.QueueID {
			return each(p.Queues, func(e acd.ProfileQueue) acd.QueueID { return e.QueueID })
		}),
		searchText("name", func(p acd.RoutingProfile) string { return p.Name }),
		searchText("description", func(p acd.RoutingProfile) string { return p.Description }),
		searchID("resourceID", func(p acd.RoutingProfile) acd.RoutingProfileID { return p.ID }),
	}
}

func routingProfileNode(k *types.RoutingProfileSearchCriteria) (
	searchNode[acd.RoutingProfile, types.RoutingProfileSearchCriteria], error,
) {
	return searchNode[acd.RoutingProfile, types.RoutingProfileSearchCriteria]{
		or: k.OrConditions, and: k.AndConditions, text: k.StringCondition,
	}, nil
}

// routingProfileFound shows a routing profile as a search does: without what only DescribeRoutingProfile
// tells (the API reference on SearchRoutingProfiles).
func routingProfileFound(p *place, i *instance.Instance, profile acd.RoutingProfile) types.RoutingProfile {
	shown := routingProfileOut(p, i, profile)
	shown.AgentAvailabilityTimer, shown.LastModifiedRegion, shown.LastModifiedTime = "", nil, nil
	for n := range shown.MediaConcurrencies {
		shown.MediaConcurrencies[n].CrossChannelBehavior = nil
	}
	return shown
}
