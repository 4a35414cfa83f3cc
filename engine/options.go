package engine

import (
	"crypto/rand"
	"encoding/binary"
	"fmt"
	"log/slog"

	"patchcord/acd"
	"patchcord/instance"
)

// Options are the settings of an engine. Each has a default, which zero stands for, and a range.
type Options struct {
	Account acd.Account // where the instances live
	Quotas  acd.Quotas  // zero: no limits

	// ChatConnect is how long the customer of a chat has to connect; zero: he counts as connected at once (A0014).
	ChatConnect acd.Duration

	// Input is what every caller enters whom a flow asks for keys; empty: somebody says what he enters (A0261).
	Input string

	// Manual is where a manual clock starts, which AdvanceClock moves. It never starts before the last record. Zero:
	// the machine's clock.
	Manual acd.Time

	// Seed gives the seed of an instance that is created without one; nth counts such instances from 0. Nil: by chance.
	Seed func(nth int) acd.Seed

	// Observers are told of everything from the state of the latest snapshot on; see Observe.
	Observers []func(Sighting)

	// Settle is asked before a snapshot of the state after a record is saved, beside the loop: the next start shows the
	// observers only what came later. An error leaves the snapshot unsaved. Nil: nobody minds.
	Settle func(sequence int64) error

	// Stage allows Save, Load and Reset. What has ended is then kept with the stage and not in the journal, which must
	// be one that ends with the process.
	Stage bool

	Log *slog.Logger // nil: silent

	AsksMax    int // asks that one commit answers: 1 to 4,096; 0: 256
	WaitingMax int // asks that wait in the mailbox, further callers wait before it: 1 to 65,536; 0: 4,096

	// GapMin is for how long a deadline must have been overlooked, or an offer left alone, to prove that nobody was there:
	// 100 ms to 1 h; 0: 2 s.
	GapMin acd.Duration

	// SnapshotRecords is how many records lie between two snapshots: 1 and up; 0: 10,000; -1: one at Close only.
	SnapshotRecords int64

	// RecordsKept is how many records stay below the older of the two snapshots that are kept: 1 and up; 0: all of
	// them, so that a replay from the first is always possible; -1: none.
	RecordsKept int64

	// RetentionMonths is how long ended contacts can be found, from when they began: 1 to 1,200; 0: 24.
	RetentionMonths int
}

// mind returns what the mind is given of the options.
func (o *Options) mind() instance.Options {
	return instance.Options{Account: o.Account, Quotas: o.Quotas, ChatConnect: o.ChatConnect, Input: o.Input}
}

// withDefaults puts the defaults in place and checks the ranges.
func (o Options) withDefaults() (Options, error) {
	if o.Account.Number == "" || o.Account.Region == "" {
		return o, fmt.Errorf("engine: Account is %q in region %q; give both", o.Account.Number, o.Account.Region)
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Seed == nil {
		o.Seed = func(int) acd.Seed { return seedByChance() }
	}
	gap, months := int64(o.GapMin), int64(o.RetentionMonths)
	asks, waiting := int64(o.AsksMax), int64(o.WaitingMax)
	for _, r := range []struct {
		name      string
		value     *int64
		preset    int64
		low, high int64
		none      bool // -1 is allowed
	}{
		{"AsksMax", &asks, 256, 1, 4096, false},
		{"WaitingMax", &waiting, 4096, 1, 65536, false},
		{"GapMin", &gap, int64(2 * acd.Second), 100, int64(acd.Hour), false},
		{"SnapshotRecords", &o.SnapshotRecords, 10_000, 1, 1 << 62, true},
		{"RecordsKept", &o.RecordsKept, 0, 0, 1 << 62, true},
		{"RetentionMonths", &months, 24, 1, 1200, false},
	} {
		if *r.value == 0 {
			*r.value = r.preset
		}
		if (*r.value < r.low || *r.value > r.high) && !(r.none && *r.value == -1) {
			return o, fmt.Errorf("engine: %s is %d; give %d to %d", r.name, *r.value, r.low, r.high)
		}
	}
	o.AsksMax, o.WaitingMax = int(asks), int(waiting)
	o.GapMin, o.RetentionMonths = acd.Duration(gap), int(months)
	return o, nil
}

// seedByChance draws a seed from the machine's source of chance.
func seedByChance() acd.Seed {
	var b [8]byte
	rand.Read(b[:]) // never fails: the program ends instead
	return acd.Seed(binary.LittleEndian.Uint64(b[:]))
}
