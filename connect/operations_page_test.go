package connect

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// operationsPage is where the page of operations lies.
const operationsPage = "../docs/OPERATIONS.md"

// TestOperationsPage compares docs/OPERATIONS.md with what is served. With -rewrite it writes the page.
func TestOperationsPage(t *testing.T) {
	want := pageOfOperations(New(Options{}).Operations())
	if *rewrite {
		if err := os.WriteFile(operationsPage, []byte(want), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	is, err := os.ReadFile(operationsPage)
	if err != nil {
		t.Fatal(err)
	}
	if string(is) != want {
		t.Errorf("docs/OPERATIONS.md does not tell what is served; run go test ./connect -run OperationsPage -rewrite\n%s",
			firstChange([]byte(want), is))
	}
}

// pageOfOperations writes the page.
func pageOfOperations(all []Operation) string {
	var b strings.Builder
	b.WriteString(`# Which operations are served

Written by a test from what the server says of itself at ` + "`GET /patchcord/v1/operations`" + `; change
connect/limits.tsv and run ` + "`go test ./connect -run OperationsPage -rewrite`" + `.

Amazon Connect has 380 operations. Patchcord is for those that routing needs: without those of tier A there would be
none, those of tier B its users expect, those of tier C are good to have. Every other operation, but for a few at the
end, answers NotImplemented (501) and its name. Each operation that is served keeps the bounds, the exceptions and the
paging of Amazon's model; what it does is Amazon's documented behaviour, but for its limits here and for the beliefs in
[assume](../assume).

| tier | operations | served |
| --- | --- | --- |
`)
	for _, tier := range []string{"A", "B", "C", ""} {
		of := slices.DeleteFunc(slices.Clone(all), func(o Operation) bool { return o.Tier != tier })
		served := slices.DeleteFunc(slices.Clone(of), func(o Operation) bool { return !o.Served })
		if tier == "" {
			tier = "none"
		}
		fmt.Fprintf(&b, "| %s | %d | %d |\n", tier, len(of), len(served))
	}
	for _, tier := range []string{"A", "B", "C"} {
		fmt.Fprintf(&b, "\n## Tier %s\n\n| operation | served | limits |\n| --- | --- | --- |\n", tier)
		for _, o := range all {
			if o.Tier == tier {
				fmt.Fprintf(&b, "| %s | %s | %s |\n", o.Name, yes(o.Served), o.Limits)
			}
		}
	}
	b.WriteString("\n## Beside routing\n\nThese read back or change in place what others have set, and let flows " +
		"lead who writes to an email address.\n\n| operation | limits |\n| --- | --- |\n")
	for _, o := range all {
		if o.Tier == "" && o.Served {
			fmt.Fprintf(&b, "| %s | %s |\n", o.Name, o.Limits)
		}
	}
	return b.String()
}

func yes(served bool) string {
	if served {
		return "yes"
	}
	return "no"
}
