package workspace

import (
	"cmp"
	"math"
	"strconv"
	"strings"

	"patchcord/acd"
)

// position is where an event stands among all events of all instances: the journal's record, the event's place in it,
// and, where one event shows as several, which of those. It is what a reader sends back as Last-Event-ID.
type position struct {
	record int64
	index  int
	nth    int
}

// whole is the position after everything in a record.
func whole(record int64) position { return position{record, math.MaxInt, math.MaxInt} }

// compare orders positions: what happened first comes first.
func (p position) compare(other position) int {
	return cmp.Or(cmp.Compare(p.record, other.record), cmp.Compare(p.index, other.index), cmp.Compare(p.nth, other.nth))
}

// before says whether p comes before other.
func (p position) before(other position) bool { return p.compare(other) < 0 }

// String returns the position as an id of an event: "12.0.1", or "12" for all of a record.
func (p position) String() string {
	if p == whole(p.record) {
		return strconv.FormatInt(p.record, 10)
	}
	return strconv.FormatInt(p.record, 10) + "." + strconv.Itoa(p.index) + "." + strconv.Itoa(p.nth)
}

// parsePosition reads the id of an event. "0" stands before every event.
func parsePosition(text string) (position, error) {
	parts := strings.Split(text, ".")
	numbers := make([]int64, 0, 3)
	for _, part := range parts {
		n, err := strconv.ParseInt(part, 10, 64)
		if err != nil || n < 0 || strings.HasPrefix(part, "+") {
			break
		}
		numbers = append(numbers, n)
	}
	switch {
	case len(parts) == 1 && len(numbers) == 1:
		return whole(numbers[0]), nil
	case len(parts) == 3 && len(numbers) == 3:
		return position{numbers[0], int(numbers[1]), int(numbers[2])}, nil
	}
	return position{}, acd.Errorf(acd.Invalid, "The last event ID %.40q is none that was sent here; "+
		"give one like 12.0.1, or 0 for all that is kept.", text)
}
