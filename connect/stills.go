package connect

import (
	"strconv"
	"strings"
	"sync"

	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// How long the later pages of current metrics can be had (the SDK's text on NextToken), and of how many requests.
const (
	stillLife = 5 * acd.Minute
	stillsMax = 256
)

// still is the result of one request for current metrics. All its pages show the same instant.
type still struct {
	at      acd.Time
	results []types.CurrentMetricResult
}

// stills keeps results for those who turn pages.
type stills struct {
	mu    sync.Mutex // guards all below
	made  int
	kept  map[string]*still
	names []string // the oldest first
}

// keep remembers a result under a name.
func (s *stills) keep(one *still) (name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.kept == nil {
		s.kept = map[string]*still{}
	}
	for len(s.names) > 0 && (len(s.names) == stillsMax || one.at.Sub(s.kept[s.names[0]].at) > stillLife) {
		delete(s.kept, s.names[0])
		s.names = s.names[1:]
	}
	s.made++
	name = strconv.Itoa(s.made)
	s.kept[name] = one
	s.names = append(s.names, name)
	return name
}

// find returns a result that was kept.
func (s *stills) find(name string, now acd.Time) (*still, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	one, ok := s.kept[name]
	if !ok || now.Sub(one.at) > stillLife {
		return nil, false
	}
	return one, true
}

// turn cuts a page out of a result that stands behind a token.
func (h *handlers) turn(c *Call, ask pageAsk, now acd.Time) (one *still, page []types.CurrentMetricResult, next *string,
	err error,
) {
	last, err := readToken(*ask.Token, scopeOf(c, ask))
	if err != nil {
		return nil, nil, nil, err
	}
	name, place, _ := strings.Cut(last, ":")
	from, err := strconv.Atoi(place)
	one, ok := h.stills.find(name, now)
	if err != nil || !ok || from < 0 || from > len(one.results) {
		return nil, nil, nil, acd.Errorf(acd.Invalid, "NextToken is older than five minutes or was answered before the "+
			"server started; ask again without it")
	}
	page, next = h.cut(c, ask, one, name, from)
	return one, page, next, nil
}

// cut cuts a page out of a result. One that has a next page is kept.
func (h *handlers) cut(c *Call, ask pageAsk, one *still, name string, from int) (
	page []types.CurrentMetricResult, next *string,
) {
	size := pageDefault
	if ask.Max != nil {
		size = int(*ask.Max)
	}
	if len(one.results)-from <= size {
		return one.results[from:], nil
	}
	if name == "" {
		name = h.stills.keep(one)
	}
	token := makeToken(scopeOf(c, ask), name+":"+strconv.Itoa(from+size))
	return one.results[from : from+size], &token
}
