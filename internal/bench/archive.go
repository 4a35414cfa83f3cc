package bench

import (
	"context"
	"fmt"
	"runtime"
	"time"

	"patchcord/acd"
	"patchcord/engine"
)

// Archive is what many queued contacts cost.
type Archive struct {
	Contacts     int
	BytesEach    float64       // of memory, for the mind and its follower together
	FromSnapshot time.Duration // to open the engine after it was closed
	FromJournal  time.Duration // to replay every event from the first record
}

// measureArchive queues many contacts and starts anew with them.
func measureArchive(ctx context.Context, o Options, dir string) (Archive, error) {
	fmt.Fprintf(o.Progress, "queueing %d contacts\n", o.Archive)
	a := Archive{Contacts: o.Archive}
	h, err := open(dir)
	if err != nil {
		return a, err
	}
	s, err := setUp(ctx, h.Engine, o.Agents, 1)
	if err != nil {
		return a, err
	}
	before := heap()
	if _, err := s.start(ctx, o.Archive); err != nil {
		return a, err
	}
	a.BytesEach = float64(heap()-before) / float64(o.Archive)
	if err := h.close(); err != nil {
		return a, err
	}
	start := time.Now()
	if h, err = open(dir); err != nil {
		return a, err
	}
	a.FromSnapshot = time.Since(start)
	start = time.Now()
	self := acd.Account{Number: "123456789012", Region: region}
	if _, _, err := engine.Replay(h.journal, self); err != nil {
		return a, fmt.Errorf("replay journal: %w", err)
	}
	a.FromJournal = time.Since(start)
	return a, h.close()
}

// heap returns how many bytes live after a full collection.
func heap() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
