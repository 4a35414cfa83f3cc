package flow

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"patchcord/acd"
)

// TestActionsPage holds docs/FLOWS.md against the actions that run.
func TestActionsPage(t *testing.T) {
	var b strings.Builder
	b.WriteString(`# The actions that flows may have

Every action of Amazon's Flow language (2019-10-30) that runs here, written by: go test ./flow -run TestActionsPage
-rewrite. A branch in brackets may be left out. Blocks that only play something to a human pass along their branch of
success; what a human answers comes from the side door. Blocks that ask a service which does not run here (views,
customer profiles, cases, data tables, Voice ID, emails, numbers outside) take a branch of their errors.

A flow with an action that is not listed is refused when it is created, with the name of its block; and so is one with
an action that may not stand in flows of its type, by the pages that flow/place.go cites. Flows of campaigns may have
all but the action of modules; modules have what inbound flows have. A contact of a channel that an action is not for
takes the branch of its errors; a message to an email takes that of success.

| Type | Flows | Channels | Conditions | Error branches |
| --- | --- | --- | --- | --- |
`)
	for _, k := range kinds() {
		conditions := "none"
		if k.results != nil {
			conditions = strings.Join(k.results.operators, ", ")
			if len(k.results.operands) > 0 {
				conditions = strings.Join(k.results.operands, ", ")
			}
		}
		var branches []string
		for _, f := range slices.Concat(k.failures, k.service) {
			branches = append(branches, string(f))
		}
		for _, f := range k.may {
			branches = append(branches, "["+string(f)+"]")
		}
		if len(branches) == 0 {
			branches = []string{"none"}
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %s |\n", k.name, placesInWords(k.name), channelsInWords(k.name), conditions,
			strings.Join(branches, ", "))
	}
	compare(t, "../docs/FLOWS.md", b.String())
}

// placesInWords says in which flows an action may stand.
func placesInWords(action string) string {
	if action == returnName {
		return "modules"
	}
	allowed := placesByAction[action]
	if allowed == nil {
		return "all"
	}
	var words []string
	for _, one := range allowed.types {
		if one == acd.FlowInbound {
			one = "inbound"
		}
		words = append(words, strings.ReplaceAll(strings.ToLower(one), "_", " "))
	}
	return strings.Join(words, ", ")
}

// channelsInWords says which channels an action is for, whatever its parameters are.
func channelsInWords(action string) string {
	k, _ := kindOf(action)
	switch {
	case slices.Contains([]string{getInputName, streamName, toAgentName, outsideName}, action):
		k.channels = calls() // (their own pages)
	case len(k.channels) == 0:
		return "all"
	}
	var words []string
	for _, one := range k.channels {
		words = append(words, strings.ToLower(string(one)))
	}
	return strings.Join(words, ", ")
}
