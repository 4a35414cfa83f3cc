package flow

import (
	"fmt"
	"strings"
	"testing"
)

// TestActionsPage holds docs/FLOWS.md against the actions that run.
func TestActionsPage(t *testing.T) {
	var b strings.Builder
	b.WriteString(`# The actions that flows may have

Every action of Amazon's Flow language (2019-10-30) that runs here, written by: go test ./flow -run TestActionsPage
-rewrite. A branch in brackets may be left out. Blocks that only play something to a human pass along their branch of
success; what a human answers comes from the side door. Blocks that ask a service which does not run here (views,
customer profiles, cases, Voice ID, messages, numbers outside) take a branch of their errors. A flow with an action that
is not listed is refused when it is created, with the name of its block.

| Type | Conditions | Error branches |
| --- | --- | --- |
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
		for _, f := range k.failures {
			branches = append(branches, string(f))
		}
		for _, f := range k.may {
			branches = append(branches, "["+string(f)+"]")
		}
		if len(branches) == 0 {
			branches = []string{"none"}
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", k.name, conditions, strings.Join(branches, ", "))
	}
	compare(t, "../docs/FLOWS.md", b.String())
}
