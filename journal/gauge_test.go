package journal

import (
	"errors"
	"testing"
)

// TestGauge asks the disk anew when there is little room, now and then when there is plenty, and after an error.
func TestGauge(t *testing.T) {
	broken := errors.New("no disk")
	var room int64
	var failure error
	asked := 0
	g := &gauge{ask: func() (int64, error) { asked++; return room, failure }}
	read := func(now int64, fails error, want int64, asks int) {
		t.Helper()
		room, failure = now, fails
		got, err := g.read()
		if got != want || asked != asks || !errors.Is(err, fails) {
			t.Errorf("%d after %d questions, error %v; want %d after %d, error %v", got, asked, err, want, asks, fails)
		}
	}
	read(2<<30, nil, 2<<30, 1)
	for range gaugeReadsMax - 1 {
		read(0, nil, 2<<30, 1)
	}
	read(gaugeBytesMin-1, nil, gaugeBytesMin-1, 2)
	read(gaugeBytesMin, nil, gaugeBytesMin, 3)
	read(5, nil, gaugeBytesMin, 3)
	for range gaugeReadsMax - 2 {
		read(5, nil, gaugeBytesMin, 3)
	}
	read(5, broken, 0, 4)
	read(2<<30, nil, 2<<30, 5)
}
