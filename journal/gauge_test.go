package journal

import (
	"errors"
	"testing"
	"time"
)

// TestGauge asks the disk anew when there is little room, when some time has passed, when the clock has gone back, and
// after an error.
func TestGauge(t *testing.T) {
	var room int64
	var failure error
	now, asked := time.Unix(1767225600, 0), 0
	g := &gauge{
		ask: func() (int64, error) { asked++; return room, failure },
		now: func() time.Time { return now },
	}
	for n, step := range []struct {
		room  int64
		pass  time.Duration
		fails error
		want  int64
		asks  int
	}{
		{room: 2 << 30, want: 2 << 30, asks: 1},
		{room: 0, want: 2 << 30, asks: 1},
		{room: 0, pass: gaugeAgeMax - 1, want: 2 << 30, asks: 1},
		{room: gaugeBytesMin - 1, pass: 1, want: gaugeBytesMin - 1, asks: 2},
		{room: gaugeBytesMin, want: gaugeBytesMin, asks: 3},
		{room: 5, want: gaugeBytesMin, asks: 3},
		{room: 5, pass: -1, want: 5, asks: 4},
		{room: 2 << 30, want: 2 << 30, asks: 5},
		{pass: time.Hour, fails: errors.New("no disk"), asks: 6},
		{room: 7, want: 7, asks: 7},
	} {
		room, failure, now = step.room, step.fails, now.Add(step.pass)
		got, err := g.read()
		if got != step.want || asked != step.asks || !errors.Is(err, step.fails) {
			t.Errorf("step %d: %d after %d questions, error %v; want %d after %d", n, got, asked, err, step.want, step.asks)
		}
	}
}
