package blueprint

import (
	"regexp"
	"slices"
	"strings"

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
				aws.ToString(f.Description) == fresh.Description &&
				sameButGone(s.canonical(f.Content.Text), s.canonical(fresh.Content))
		}
	}
	return false
}

// reference is what a flow names by its name, or, where that is gone, by an id or ARN.
var reference = regexp.MustCompile(`\{\{instance\.arn\}\}/[a-z/-]+/[0-9a-f-]{36}|\{\{[^{}"]+\}\}|` +
	`[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`)

// sameButGone says whether two contents are equal but for what the first names and is deleted: that is an id there.
func sameButGone(have, fresh string) bool {
	if reference.ReplaceAllString(have, "?") != reference.ReplaceAllString(fresh, "?") {
		return false
	}
	before := reference.FindAllString(fresh, -1)
	for i, name := range reference.FindAllString(have, -1) {
		isThere := strings.HasPrefix(name, "{{") && !strings.HasPrefix(name, "{{instance.arn}}/")
		if isThere && (i >= len(before) || before[i] != name) {
			return false
		}
	}
	return true
}

// untouchedPrompt goes by what is said of a prompt: its recording cannot be read.
func untouchedPrompt(p Prompt) bool {
	return slices.Contains(directory.FreshPrompts(), p.Name) && aws.ToString(p.Description) == "" && len(p.Tags) == 0
}
