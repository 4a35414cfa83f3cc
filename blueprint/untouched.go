package blueprint

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/directory"
)

// untouched says whether a flow or a prompt is as a new instance brings it (A0272).
func (s *Site) untouched(entry any) bool {
	switch of := entry.(type) {
	case Flow:
		return s.untouchedFlow(of)
	case Prompt:
		return untouchedPrompt(of)
	}
	return false
}

func (s *Site) untouchedFlow(f Flow) bool {
	for _, fresh := range directory.FreshFlows() {
		if fresh.Name == f.Name {
			return len(f.Tags) == 0 && !f.draft() && aws.ToString(f.State) == string(types.ContactFlowStateActive) &&
				aws.ToString(f.Description) == fresh.Description && s.canonical(f.Content.Text) == s.canonical(fresh.Content)
		}
	}
	return false
}

// untouchedPrompt goes by what is said of a prompt: its recording cannot be read.
func untouchedPrompt(p Prompt) bool {
	return slices.Contains(directory.FreshPrompts(), p.Name) && aws.ToString(p.Description) == "" && len(p.Tags) == 0
}
