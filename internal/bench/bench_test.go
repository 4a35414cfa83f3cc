package bench_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"patchcord/internal/bench"
)

// TestRun runs every part of the bench for a moment and demands that each gives a figure; which, it does not ask.
func TestRun(t *testing.T) {
	report, err := bench.Run(context.Background(), bench.Options{Agents: 3, Waiting: 10, Connections: 4, Rounds: 1,
		Span: 50 * time.Millisecond, Archive: 100, History: 4000, Dir: t.TempDir(), Progress: t.Output()})
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	if err := report.Write(&text); err != nil {
		t.Fatal(err)
	}
	t.Log(text.String())
	for i := range report.Kinds {
		if k := &report.Kinds[i]; k.Ratio() <= 0 || k.ResponseBytes == 0 {
			t.Errorf("%s has no figures: %+v", k.Name, k)
		}
	}
	h := report.History
	if h.BytesEach <= 0 || h.Describe.P99 <= 0 || h.Newest.P99 <= 0 || h.Scan.P50 <= 0 || h.Found == 0 {
		t.Errorf("the history has no figures: %+v", h)
	}
	if len(report.Kinds) != 3 || report.Archive.BytesEach <= 0 {
		t.Errorf("the report is not whole: %+v", report)
	}
}
