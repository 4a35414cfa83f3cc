package connect

import (
	"strings"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// batchPutContact makes contacts of the dial requests of outbound campaigns. Amazon lets nobody but its own service of
// campaigns ask for it; here whoever places calls may (A0237).
func (h *handlers) batchPutContact(c *Call, in *sdk.BatchPutContactInput) (*sdk.BatchPutContactOutput, error) {
	p := c.place(in.InstanceId)
	made, err := h.do(c, p, acd.PutContacts{
		Operation: c.Operation,
		Requests: each(in.ContactDataRequestList, func(r types.ContactDataRequest) acd.PutContact {
			return putRequest(p, r)
		}),
		Token: clientToken(in),
	})
	if err != nil {
		return nil, err
	}
	out := &sdk.BatchPutContactOutput{}
	for n, one := range strings.Split(made, ",") {
		id := in.ContactDataRequestList[n].RequestIdentifier
		if why, failed := putFailures()[acd.PutFailure(one)]; failed {
			out.FailedRequestList = append(out.FailedRequestList, types.FailedRequest{RequestIdentifier: id,
				FailureReasonCode: types.FailureReasonCode(one), FailureReasonMessage: &why})
			continue
		}
		out.SuccessfulRequestList = append(out.SuccessfulRequestList, types.SuccessfulRequest{RequestIdentifier: id,
			ContactId: &one})
	}
	return out, nil
}

func putRequest(p *place, r types.ContactDataRequest) acd.PutContact {
	put := acd.PutContact{
		RequestID: value(r.RequestIdentifier), Customer: endpoint(r.CustomerEndpoint), System: endpoint(r.SystemEndpoint),
		Attributes: r.Attributes, CampaignID: value(value(r.Campaign).CampaignId),
	}
	of := place{account: p.account, instance: p.instance} // a queue elsewhere is a fault of this request alone
	if put.QueueID = idAt[acd.QueueID](&of, acd.KindQueue, r.QueueId); of.err != nil {
		put.Failure = acd.PutBadQueue
	}
	if checkAttributeKeys(r.Attributes) != nil {
		put.Failure = acd.PutBadAttribute
	}
	if s := r.OutboundStrategy; s != nil {
		preview := value(value(value(s.Config).AgentFirst).Preview)
		put.Strategy = &acd.OutboundStrategy{
			PreviewFor: acd.Seconds(value(value(preview.PostAcceptTimeoutConfig).DurationInSeconds)),
			Actions: each(preview.AllowedUserActions, func(a types.AllowedUserAction) acd.UserAction {
				return acd.UserAction(a)
			}),
		}
	}
	return put
}

// putFailures tells why no contact was made of a request, and what would be right.
func putFailures() map[acd.PutFailure]string {
	return map[acd.PutFailure]string{
		acd.PutBadAttribute:  "Attributes are not right; give keys of letters, digits, - and _ only, and 32 KB at most",
		acd.PutBadCustomer:   "CustomerEndpoint is no TELEPHONE_NUMBER in E.164 form, such as +12065550100",
		acd.PutBadSystem:     "SystemEndpoint is no TELEPHONE_NUMBER in E.164 form, such as +12065550199",
		acd.PutBadQueue:      "QueueId names no queue of this instance",
		acd.PutBadStrategy:   "OutboundStrategy is not right; give a QueueId, and a Preview with its AllowedUserActions",
		acd.PutNoCampaign:    "Campaign is not given; name the campaign by its CampaignId",
		acd.PutNoCustomer:    "CustomerEndpoint is not given; say whom to call",
		acd.PutNoCaller:      "neither QueueId nor SystemEndpoint is given; give one of them",
		acd.PutTooMany:       "a quota of calls is reached; ask again when some have ended",
		acd.PutSameRequestID: "another request of the batch has the same RequestIdentifier; give each its own",
	}
}

// strategyOut shows how an agent previews a contact.
func strategyOut(s *acd.OutboundStrategy) *types.OutboundStrategy {
	if s == nil {
		return nil
	}
	return &types.OutboundStrategy{
		Type: types.OutboundStrategyTypeAgentFirst,
		Config: &types.OutboundStrategyConfig{AgentFirst: &types.AgentFirst{Preview: &types.Preview{
			PostAcceptTimeoutConfig: &types.PostAcceptTimeoutConfig{DurationInSeconds: wholeSeconds(s.PreviewFor)},
			AllowedUserActions: each(s.Actions, func(a acd.UserAction) types.AllowedUserAction {
				return types.AllowedUserAction(a)
			}),
		}}},
	}
}
