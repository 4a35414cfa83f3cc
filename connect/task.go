package connect

import (
	"time"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// pauseContact lets a task rest; whether it can, is for the mind to say (A0100).
func (h *handlers) pauseContact(c *Call, in *sdk.PauseContactInput) (*sdk.PauseContactOutput, error) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.PauseContact{
		ContactID: idAt[acd.ContactID](p, acd.KindContact, in.ContactId),
		FlowID:    idAt[acd.FlowID](p, acd.KindFlow, in.ContactFlowId),
	})
	return nil, err
}

func (h *handlers) resumeContact(c *Call, in *sdk.ResumeContactInput) (*sdk.ResumeContactOutput, error) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.ResumeContact{
		ContactID: idAt[acd.ContactID](p, acd.KindContact, in.ContactId),
		FlowID:    idAt[acd.FlowID](p, acd.KindFlow, in.ContactFlowId),
	})
	return nil, err
}

func (h *handlers) updateContactSchedule(c *Call, in *sdk.UpdateContactScheduleInput) (
	*sdk.UpdateContactScheduleOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.UpdateContactSchedule{
		ContactID:   idAt[acd.ContactID](p, acd.KindContact, in.ContactId),
		ScheduledAt: scheduled(in.ScheduledTime),
	})
	return nil, err
}

// scheduled returns the instant that a request names, "never" where it names none. Whatever lies before 1970 is as far
// in the past as the first instant of it, which is not "never".
func scheduled(at *time.Time) acd.Time {
	if at == nil {
		return 0
	}
	return max(1, acd.TimeOf(*at))
}

// showPauses shows how often a task has rested, and for how long once its life is complete
// (AG:concepts-pause-and-resume-tasks).
func showPauses(shown *types.Contact, c acd.Contact) {
	if c.PauseCount == 0 {
		return
	}
	shown.TotalPauseCount = &c.PauseCount
	if c.State == acd.CompletedLife {
		shown.TotalPauseDurationInSeconds = wholeSeconds(c.PauseTotal)
	}
	if c.Agent != nil {
		shown.AgentInfo.AgentPauseDurationInSeconds = wholeSeconds(c.Agent.PauseTotal)
	}
}
