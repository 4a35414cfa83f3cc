package workspace

import (
	"math"
	"net/http"
	"strconv"
	"time"

	"github.com/go-json-experiment/json/jsontext"

	"patchcord/acd"
)

// advanceSecondsMax is how far a clock may be turned at once, ten years.
const advanceSecondsMax = 10 * 365 * 24 * 60 * 60

// clockForm says what time it is.
type clockForm struct {
	Now  string // ISO 8601, with milliseconds
	Mode string // manual or real
}

func (s *Server) showClock(*ask) (any, error) { return s.clockForm(s.options.Clock.Now()), nil }

func (s *Server) clockForm(now acd.Time) clockForm {
	if s.options.Clock.IsManual() {
		return clockForm{stamp(now), "manual"}
	}
	return clockForm{stamp(now), "real"}
}

// advanceClock turns a manual clock. When it answers, every deadline on the way has been met.
func (s *Server) advanceClock(a *ask) (any, error) {
	var in struct{ AdvanceSeconds jsontext.Value }
	if err := decode(a.body, &in); err != nil {
		return nil, err
	}
	d, err := spanOf(in.AdvanceSeconds)
	if err != nil {
		return nil, err
	}
	if !s.options.Clock.IsManual() {
		return nil, acd.Errorf(acd.Conflict, "The clock is the machine's and cannot be turned; start with "+
			"patchcord dev --clock manual.")
	}
	// However long it takes: a connection that was cut would leave the caller without the time.
	http.NewResponseController(a.writer).SetWriteDeadline(time.Time{}) //nolint:errcheck // a recorder has none
	now, err := s.options.Clock.AdvanceClock(a.request.Context(), d)
	if err != nil {
		return nil, err
	}
	s.options.Attendance.meet(a.request.Context())
	s.options.Streams.Wake()
	return s.clockForm(now), nil
}

// spanOf reads a number of seconds with milliseconds.
func spanOf(value jsontext.Value) (acd.Duration, error) {
	seconds, err := strconv.ParseFloat(string(value), 64)
	switch {
	case value.Kind() != '0' || err != nil:
		return 0, acd.Errorf(acd.Invalid, "AdvanceSeconds must be given as a number of seconds.")
	case seconds < 0 || seconds > advanceSecondsMax:
		return 0, acd.Errorf(acd.Invalid, "AdvanceSeconds is %s; give 0 to %d.", value, advanceSecondsMax)
	}
	exact := seconds * 1000
	rounded := math.Round(exact)
	if math.Abs(exact-rounded) > 1e-4 {
		return 0, acd.Errorf(acd.Invalid, "AdvanceSeconds is %s; give milliseconds at the finest.", value)
	}
	return acd.Duration(rounded), nil
}
