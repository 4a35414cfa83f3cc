package workspace

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"patchcord/acd"
	"patchcord/keys"
)

// How a stream is sent.
const (
	commentEvery = 15 * time.Second // a silent stream shows that it lives, to proxies among others
	writeTimeMax = 30 * time.Second // a client who takes nothing for so long is gone
	entriesMax   = 64               // events in one write
)

// The events of a stream that are Patchcord's own.
const (
	resetEvent = "reset" // what was sent before is void: the stage was reset or rewound
	gapEvent   = "gap"   // events are missing here
)

// feed sends one stream to one client, as server-sent events:
//
//	: patchcord            a comment, now and then
//	id: 12.0.1             where the stream is now, for Last-Event-ID
//	event: QUEUED
//	data: {...}            one line
type feed struct {
	server *Server
	reader *reader
	key    keys.Key
	client *http.ResponseController
	out    http.ResponseWriter
	text   bytes.Buffer // what is to be sent next
	room   [entriesMax]entry

	instance acd.InstanceID
	user     acd.UserID // empty: the stream of contacts
	heard    acd.Time   // when the agent's stream last spoke, by the engine's clock
}

// send sends a stream until its client or the server goes away. An error before the first byte is for the caller to
// answer.
func (s *Server) send(a *ask, user acd.UserID) error {
	id := a.named.instance
	after, err := lastEventID(a.request)
	if err != nil {
		return err
	}
	if err := s.exists(id, user); err != nil {
		return err
	}
	r, err := s.options.Streams.open(id, user, after)
	if err != nil {
		return err
	}
	defer s.options.Streams.leave(r)
	defer s.options.Attendance.come(id, user)()
	f := &feed{server: s, reader: r, key: a.key, out: a.writer, client: http.NewResponseController(a.writer), instance: id,
		user: user, heard: s.options.Clock.Now()}
	f.begin(a.id, after == nil)
	f.run(a.request.Context())
	return nil
}

// lastEventID returns where a client wants to go on, nil if he does not say. A browser that reconnects says it in the
// header, whatever stood in the address at first.
func lastEventID(r *http.Request) (*position, error) {
	text := r.Header.Get("Last-Event-ID")
	if text == "" {
		text = r.URL.Query().Get("lastEventId")
	}
	if text == "" {
		return nil, nil
	}
	at, err := parsePosition(text)
	return &at, err
}

// begin answers the request. A reader who starts now is told where he is and, of an agent, how the agent is.
func (f *feed) begin(requestID string, now bool) {
	h := f.out.Header()
	h.Set("Content-Type", "text/event-stream")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Accel-Buffering", "no") // else a proxy may wait for more
	h.Set("X-Amzn-RequestId", requestID)
	f.out.WriteHeader(http.StatusOK)
	f.text.WriteString(": patchcord\n")
	if now {
		fmt.Fprintf(&f.text, "id: %s\n", f.reader.at)
	}
	f.text.WriteString("\n")
	if now && f.user != "" {
		f.beat()
	}
	f.client.SetReadDeadline(time.Time{}) //nolint:errcheck // a recorder in a test has none
}

// run sends what there is, then waits for more.
func (f *feed) run(ctx context.Context) {
	timer := time.NewTimer(commentEvery)
	defer timer.Stop()
	for f.fill() && f.flush() {
		timer.Reset(commentEvery)
		select {
		case <-ctx.Done():
			return
		case <-f.server.closing:
			return
		case <-f.reader.wake:
		case <-timer.C:
			f.text.WriteString(":\n\n")
		}
	}
}

// fill takes what is on the tape, and sends it in writes of bounded size but for the last. It says whether the stream
// goes on.
func (f *feed) fill() bool {
	for {
		p := f.server.options.Streams.read(f.reader, f.room[:])
		if p.reset != nil {
			f.event(p.reset, resetEvent, []byte("{}"))
		}
		if p.missed != nil {
			f.gap(*p.missed)
		}
		for i := range p.entries {
			name, data := p.entries[i].body.show()
			f.event(&p.entries[i].at, name, data)
			f.hear(p.entries[i].body)
		}
		clear(f.room[:len(p.entries)])
		if p.ended {
			f.flush()
			return false
		}
		if len(p.entries) < len(f.room) {
			f.beatIfDue()
			return true
		}
		if !f.flush() {
			return false
		}
	}
}

// gap tells which events are lost: those after one, through another. Of what was before the server's start it is not
// known whether there were any.
func (f *feed) gap(g gap) {
	lost, err := json.Marshal(map[string]string{"After": g.after.String(), "Through": g.through.String()},
		json.Deterministic(true))
	if err != nil {
		panic("two ids have no JSON: " + err.Error())
	}
	f.event(&g.through, gapEvent, lost)
}

func (f *feed) event(at *position, name string, data jsontext.Value) {
	if at != nil {
		fmt.Fprintf(&f.text, "id: %s\n", at)
	}
	fmt.Fprintf(&f.text, "event: %s\ndata: %s\n\n", name, data)
}

// hear notes when an agent's stream spoke.
func (f *feed) hear(body shown) {
	if agent, ok := body.(*agentShown); ok {
		f.heard = max(f.heard, agent.at)
	}
}

// beatIfDue sends a heart beat when an agent's stream has been silent for long enough.
func (f *feed) beatIfDue() {
	if f.user != "" && f.server.options.Clock.Now().Sub(f.heard) >= heartBeatEvery {
		f.beat()
	}
}

// beat sends how the agent is. It has no id of its own: who resumes, resumes after the last change.
func (f *feed) beat() {
	f.heard = f.server.options.Clock.Now()
	if again := f.server.options.Streams.present(f.instance, f.user).beat(f.heard); again != nil {
		name, data := again.show()
		f.event(nil, name, data)
	}
}

// flush sends what was written, unless the key of the client has been revoked meanwhile. It says whether the stream
// goes on.
func (f *feed) flush() bool {
	if f.server.options.Holds != nil && !f.server.options.Holds(f.key) {
		return false
	}
	if f.text.Len() == 0 {
		return true
	}
	f.client.SetWriteDeadline(f.server.options.Now().Add(writeTimeMax)) //nolint:errcheck // see begin
	if _, err := f.out.Write(f.text.Bytes()); err != nil {
		return false
	}
	f.text.Reset()
	return f.client.Flush() == nil
}
