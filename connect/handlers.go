package connect

import (
	"sync/atomic"

	"patchcord/realtime"
)

// handlers answers the operations: one method each, named after the operation, which stands in a file of its noun.
type handlers struct {
	engine  Engine
	records Records
	past    Past
	tally   *realtime.Tally
	clock   Clock
	stills  stills
	shown   atomic.Uint64 // available phone numbers that searches have shown
}
