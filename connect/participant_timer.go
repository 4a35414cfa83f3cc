package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// updateParticipantRoleConfig sets how long the participants of a chat may be silent (AG:setup-chat-timeouts).
func (h *handlers) updateParticipantRoleConfig(c *Call, in *sdk.UpdateParticipantRoleConfigInput) (
	*sdk.UpdateParticipantRoleConfigOutput, error,
) {
	p := c.place(in.InstanceId)
	cmd := acd.UpdateParticipantRoleConfig{ContactID: idAt[acd.ContactID](p, acd.KindContact, in.ContactId)}
	chat := in.ChannelConfiguration.(*types.UpdateParticipantRoleConfigChannelInfoMemberChat).Value
	for _, timer := range chat.ParticipantTimerConfigList {
		one := acd.ParticipantTimer{Role: string(timer.ParticipantRole), Type: acd.TimerType(timer.TimerType)}
		if v, ok := timer.TimerValue.(*types.ParticipantTimerValueMemberParticipantTimerDurationInMinutes); ok {
			one.For = acd.Duration(v.Value) * acd.Minute // otherwise it is to be unset
		}
		cmd.Timers = append(cmd.Timers, one)
	}
	_, err := h.do(c, p, cmd)
	return &sdk.UpdateParticipantRoleConfigOutput{}, err
}
