package connect

import (
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// endpointOut shows where one side of a contact is reached.
func endpointOut(e *acd.Endpoint) *types.EndpointInfo {
	if e == nil {
		return nil
	}
	return &types.EndpointInfo{
		Type: types.EndpointType(e.Type), Address: word(e.Address), DisplayName: word(e.DisplayName),
	}
}

// recipientsOut shows to whom else an email has gone.
func recipientsOut(r *acd.EmailRecipients) *types.AdditionalEmailRecipients {
	if r == nil {
		return nil
	}
	return &types.AdditionalEmailRecipients{ToList: each(r.To, recipientOut), CcList: each(r.Cc, recipientOut)}
}

func recipientOut(r acd.EmailRecipient) types.EmailRecipient {
	return types.EmailRecipient{Address: word(r.Address), DisplayName: word(r.DisplayName)}
}
