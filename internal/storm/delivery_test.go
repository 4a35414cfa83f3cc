package storm

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"patchcord/acd"
)

// A ledger is what one way out has brought. Which events are the same is told by their ids.
type ledger struct {
	texts    map[string]string   // by the event's id
	lives    map[string][]string // the types of a contact's events, in the order in which they came first
	repeated int
}

func newLedger() *ledger { return &ledger{texts: map[string]string{}, lives: map[string][]string{}} }

// note takes one event and returns what is wrong with it.
func (l *ledger) note(text []byte) error {
	var e struct {
		ID, EventID string
		DetailType  string `json:"detail-type"`
		Detail      struct{ EventType, ContactID string }
	}
	if err := json.Unmarshal(text, &e); err != nil {
		return fmt.Errorf("%.200q is no event: %w", text, err)
	}
	id := e.ID + e.EventID
	was, again := l.texts[id]
	if l.texts[id] = string(text); again {
		l.repeated++
		if was != string(text) {
			return fmt.Errorf("event %s was\n%s\nand is\n%s", id, was, text)
		}
		return nil
	}
	if e.DetailType != "" && isPart(e.Detail.EventType) {
		l.lives[e.Detail.ContactID] = append(l.lives[e.Detail.ContactID], e.Detail.EventType)
	}
	return nil
}

// isPart says whether events of a type are counted: those for which there is one event in the journal each.
func isPart(kind string) bool {
	return slices.Contains([]string{"INITIATED", "QUEUED", "CONNECTED_TO_AGENT", "DISCONNECTED", "COMPLETED",
		"PAUSED", "RESUMED"}, kind)
}

// partOf returns the contact that an event of the journal is about, and the type under which it is delivered.
func partOf(body acd.Body) (id acd.ContactID, kind string) {
	switch b := body.(type) {
	case acd.ContactInitiated:
		return b.Contact.ID, "INITIATED"
	case acd.ContactQueued:
		return b.ContactID, "QUEUED"
	case acd.ContactAccepted:
		return b.ContactID, "CONNECTED_TO_AGENT"
	case acd.ContactPaused:
		return b.ContactID, "PAUSED"
	case acd.ContactResumed:
		return b.ContactID, "RESUMED"
	case acd.ContactDisconnected:
		return b.ContactID, "DISCONNECTED"
	case acd.ContactCompleted:
		return b.ContactID, "COMPLETED"
	}
	return "", ""
}

// A post is where the events of a server go over all of its lives: a file, and an endpoint of moods.
type post struct {
	path   string
	offset int64 // up to which the file was read
	file   *ledger
	server *httptest.Server

	mu       sync.Mutex
	endpoint *ledger
	moods    *rand.Rand // nil: it takes everything
	faults   []string
}

func newPost(t *testing.T) *post {
	p := &post{path: filepath.Join(t.TempDir(), "events.jsonl"), file: newLedger(), endpoint: newLedger(),
		moods: rand.New(rand.NewPCG(*seed, 1<<40))}
	p.server = httptest.NewServer(http.HandlerFunc(p.take))
	t.Cleanup(p.server.Close)
	return p
}

// flags let a server deliver here.
func (p *post) flags() []string {
	return []string{"--events-file", p.path, "--events-url", p.server.URL, "--events-delay", "10ms", "--events-batch",
		"50"}
}

// take is the endpoint. Now and then it refuses, breaks off, or takes a batch and does not say so.
func (p *post) take(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	p.mu.Lock()
	defer p.mu.Unlock()
	mood := 99
	if p.moods != nil {
		mood = p.moods.IntN(40)
	}
	var events []json.RawMessage
	if err == nil {
		err = json.Unmarshal(body, &events)
	}
	if err != nil || mood == 0 { // of a server that is killed half a body comes
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	for _, e := range events {
		if err := p.endpoint.note(e); err != nil {
			p.faults = append(p.faults, "posted: "+err.Error())
		}
	}
	if mood == 1 {
		panic(http.ErrAbortHandler)
	}
}

// calm lets the endpoint take everything from now on.
func (p *post) calm() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.moods = nil
}

// read reads on in the file, up to its last whole line.
func (p *post) read() error {
	file, err := os.Open(p.path)
	if err != nil {
		return err
	}
	defer file.Close()
	if _, err := file.Seek(p.offset, io.SeekStart); err != nil {
		return err
	}
	text, err := io.ReadAll(file)
	if err != nil {
		return err
	}
	text = text[:bytes.LastIndexByte(text, '\n')+1]
	p.offset += int64(len(text))
	for line := range bytes.Lines(text) {
		if err := p.file.note(bytes.TrimSuffix(line, []byte("\n"))); err != nil {
			return fmt.Errorf("in the file: %w", err)
		}
	}
	return nil
}

// lacks says what the ways out have not brought of what the journal has seen, or have brought besides. Both are asked
// for a prefix only when more may come.
func (p *post) lacks(lived map[string][]string) (missing string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for name, l := range map[string]*ledger{"the file": p.file, "the endpoint": p.endpoint} {
		for id, want := range lived {
			got := l.lives[id]
			if len(got) < len(want) || !slices.Equal(got[:len(want)], want) {
				return fmt.Sprintf("%s has of contact %s: %v, and the journal: %v", name, id, got, want)
			}
		}
	}
	return ""
}

// delivered demands that everything which the journal has seen leaves the house, in its order, and that an event which
// comes twice is the same.
func (s *storm) delivered(exactly bool) {
	s.Helper()
	if s.post == nil {
		return
	}
	s.readJournal()
	often, late := time.NewTicker(asksEvery), time.NewTimer(bornWithin)
	defer often.Stop()
	defer late.Stop()
	for {
		if err := s.post.read(); err != nil {
			s.Fatal(err)
		}
		missing := s.post.lacks(s.lived)
		if missing == "" {
			break
		}
		select {
		case <-often.C:
		case <-late.C:
			s.Fatalf("not all is delivered: %s", missing)
		}
	}
	s.post.mu.Lock()
	defer s.post.mu.Unlock()
	if len(s.post.faults) > 0 {
		s.Fatal(strings.Join(s.post.faults, "\n"))
	}
	for name, l := range map[string]*ledger{"file": s.post.file, "endpoint": s.post.endpoint} {
		for id, got := range l.lives {
			if exactly && !slices.Equal(got, s.lived[id]) {
				s.Errorf("the %s has of contact %s: %v, and the journal: %v", name, id, got, s.lived[id])
			}
		}
		if exactly {
			s.Logf("the %s has %d events, %d of them again", name, len(l.texts), l.repeated)
		}
	}
}
