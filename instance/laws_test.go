package instance_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"patchcord/acd"
	"patchcord/instance"
)

// The laws, on random lives. A life is a contact centre with random settings and a list of random things that are asked
// of it; every one can be led again from its seed.
var (
	seedCount = flag.Int("seeds", 0, "how many random lives are led; 0: as many as suit the build")
	oneSeed   = flag.Uint64("seed", 0, "the one life to lead, and to tell of")
)

const (
	seedsShort   = 300
	lifeStepsMax = 80
	lawWorkers   = 8
)

// TestLaws leads random lives and demands of each that the laws hold:
//
//	nobody who fits is left waiting beside an agent with room for him
//	what is matched in one instant is the stable matching
//	no contact is offered twice at once, no agent holds more than he may
//	a pause of the machine makes nobody miss
//	an error changes nothing
//	nothing happens between deadlines, and no deadline lies in the past
//	what was handed out never changes
//	replay equals live, from the first event and from a snapshot
//	time may be told in any slices
//	the numbers kept event by event are those of a naive recount
func TestLaws(t *testing.T) {
	if *oneSeed != 0 {
		for _, line := range tryLife(*oneSeed) {
			t.Error(line)
		}
		t.Log(strings.Join(leadLife(*oneSeed).tale, "\n"))
		return
	}
	count := *seedCount
	switch {
	case count > 0:
	case testing.Short():
		count = seedsShort
	default:
		count = seedsDefault
	}
	for worker := range lawWorkers {
		t.Run(fmt.Sprint(worker), func(t *testing.T) {
			t.Parallel()
			for seed := 1 + worker; seed <= count; seed += lawWorkers {
				if faults := tryLife(uint64(seed)); len(faults) > 0 {
					t.Fatalf("seed %d: %s\nrun it again: go test ./instance -run TestLaws -v -seed %d", seed,
						strings.Join(faults, "\n"), seed)
				}
			}
		})
	}
}

// faultsMax is how many faults of a life are told.
const faultsMax = 5

// tryLife leads a life once and replays it in every way that must make no difference.
func tryLife(seed uint64) (faults []string) {
	defer func() {
		if r := recover(); r != nil && *oneSeed == 0 {
			faults = append(faults, fmt.Sprint("panic: ", r))
		} else if r != nil {
			panic(r)
		}
	}()
	l := leadLife(seed)
	if len(l.faults) > 0 {
		return l.faults[:min(len(l.faults), faultsMax)]
	}
	for _, law := range []func(*life) error{replayEqualsLive, snapshotsCarryOn, slicesMakeNoDifference} {
		if err := law(l); err != nil {
			return []string{err.Error()}
		}
	}
	return nil
}

// replayEqualsLive replays the events of a life into an instance that has seen nothing.
func replayEqualsLive(l *life) error {
	again := instance.New(l.options)
	for _, e := range l.events {
		again.Replay(e)
	}
	if got, want := again.Snapshot(), l.inst.Snapshot(); !reflect.DeepEqual(got, want) {
		return fmt.Errorf("replay differs from live: %s", firstDifference("", reflect.ValueOf(got), reflect.ValueOf(want)))
	}
	return nil
}

// snapshotsCarryOn restores a snapshot from the middle of a life, after it has been on paper, and leads the rest of the
// life there.
func snapshotsCarryOn(l *life) error {
	text, err := json.Marshal(l.middle)
	if err != nil {
		return fmt.Errorf("write snapshot: %w", err)
	}
	var read instance.State
	if err := json.Unmarshal(text, &read); err != nil {
		return fmt.Errorf("read snapshot: %w", err)
	}
	again := instance.Restore(l.options, read)
	if got := again.Snapshot(); !reflect.DeepEqual(got, l.middle) {
		return fmt.Errorf("restored state differs: %s", firstDifference("", reflect.ValueOf(got), reflect.ValueOf(l.middle)))
	}
	again.TakeEnded()
	events := again.Advance(l.middleAt)
	for _, d := range l.deeds[l.middleDeed:] {
		events = append(events, d.do(again)...)
	}
	if err := sameEvents(events, l.events[l.middleEvents:]); err != nil {
		return fmt.Errorf("after a snapshot: %w", err)
	}
	if got, want := again.Snapshot(), l.inst.Snapshot(); !reflect.DeepEqual(got, want) {
		return fmt.Errorf("after a snapshot: %s", firstDifference("", reflect.ValueOf(got), reflect.ValueOf(want)))
	}
	return nil
}

// slicesMakeNoDifference leads the life again and tells it the time in other pieces: at every deadline, and at instants
// of no meaning between them.
func slicesMakeNoDifference(l *life) error {
	rng := rand.New(rand.NewPCG(l.seed, 2))
	again := instance.New(l.options)
	var events []acd.Event
	for _, d := range l.deeds {
		for again.Now() < d.at && rng.IntN(3) > 0 {
			to := min(d.at, again.Now()+acd.Time(rng.IntN(int(d.at-again.Now())+1)))
			if due, ok := again.Deadline(); ok && due <= d.at && rng.IntN(2) == 0 {
				to = due
			}
			events = append(events, again.Advance(to)...)
		}
		events = append(events, d.do(again)...)
	}
	if err := sameEvents(events, l.events); err != nil {
		return fmt.Errorf("time in other slices: %w", err)
	}
	return nil
}

// sameEvents says where two lists of events part.
func sameEvents(got, want []acd.Event) error {
	for i := range min(len(got), len(want)) {
		if !reflect.DeepEqual(got[i], want[i]) {
			return fmt.Errorf("event %d is %+v, was %+v", i, got[i], want[i])
		}
	}
	if len(got) != len(want) {
		return fmt.Errorf("%d events, were %d", len(got), len(want))
	}
	return nil
}

// firstDifference names the first place in which two values differ.
func firstDifference(path string, got, want reflect.Value) string {
	if got.IsValid() && want.IsValid() && got.Type() == want.Type() {
		switch got.Kind() {
		case reflect.Struct:
			for i := range got.NumField() {
				if !reflect.DeepEqual(got.Field(i).Interface(), want.Field(i).Interface()) {
					return firstDifference(path+"."+got.Type().Field(i).Name, got.Field(i), want.Field(i))
				}
			}
		case reflect.Slice:
			for i := range min(got.Len(), want.Len()) {
				if !reflect.DeepEqual(got.Index(i).Interface(), want.Index(i).Interface()) {
					return firstDifference(fmt.Sprintf("%s[%d]", path, i), got.Index(i), want.Index(i))
				}
			}
		case reflect.Pointer:
			if !got.IsNil() && !want.IsNil() {
				return firstDifference(path, got.Elem(), want.Elem())
			}
		}
	}
	return fmt.Sprintf("%s is %#v, was %#v", path, got, want)
}

// A deed is something that was asked in a life, with the instant up to which time had passed.
type deed struct {
	at    acd.Time
	cmd   acd.Command // nil: time passed, nothing more
	ended []acd.Contact
}

// do tells an instance the time of the deed and asks what was asked.
func (d deed) do(i *instance.Instance) []acd.Event {
	events := slices.Clone(i.Advance(d.at))
	if d.cmd != nil {
		_, more, err := i.Do(d.cmd, d.ended...)
		if err == nil {
			events = append(events, more...)
		}
	}
	i.TakeEnded()
	return events
}
