package connect

import (
	"slices"
	"strings"
	"testing"
)

// TestLimits demands that limits are told in order, of operations that are served, in whole sentences.
func TestLimits(t *testing.T) {
	var names []string
	for _, cells := range readTable(limitsTable, 2) {
		names = append(names, cells[0])
		if !strings.HasSuffix(cells[1], ".") || len(cells[1]) > 200 {
			t.Errorf("the limit of %s is no short sentence: %s", cells[0], cells[1])
		}
	}
	if !slices.IsSorted(names) {
		t.Error("the limits do not stand in order")
	}
	all := New(Options{}).Operations()
	for _, name := range names {
		if !slices.ContainsFunc(all, func(o Operation) bool { return o.Name == name && o.Served }) {
			t.Errorf("%s has a limit and is not served", name)
		}
	}
}
