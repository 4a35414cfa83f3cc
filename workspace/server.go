package workspace

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"patchcord/account"
	"patchcord/acd"
	"patchcord/connect"
	"patchcord/courier"
	"patchcord/engine"
	"patchcord/keys"
	"patchcord/realtime"
)

// Mind is what the side door asks of the engine.
type Mind interface {
	Do(ctx context.Context, instance acd.InstanceID, cmd acd.Command) (created string, err error)
	View(fn func(*account.Account))
}

// Clock is the engine's.
type Clock interface {
	Now() acd.Time
	IsManual() bool
	AdvanceClock(ctx context.Context, d acd.Duration) (now acd.Time, err error)
}

// Stage is an engine that can be rewound.
type Stage interface {
	Save(ctx context.Context) (state []byte, err error)
	Load(ctx context.Context, state []byte) error
	Reset(ctx context.Context) error
}

// Door is what both doors have in common: who asks, how long a body may be, how a refusal looks.
type Door interface {
	Authenticate(r *http.Request, body []byte) (keys.Key, error)
	ReadBody(w http.ResponseWriter, r *http.Request) ([]byte, error)
	WriteError(w http.ResponseWriter, requestID string, err error) (ours bool) // true: a fault of ours, to be logged
}

// Operation is one of Amazon Connect's operations, as a list of them shows it.
type Operation struct {
	Operation string
	Method    string
	Uri       string // Amazon's word, in Amazon's spelling
	Tier      string `json:",omitzero"` // how near to routing it is, A to C; empty: beyond what Patchcord is for
	Served    bool
	Limits    string `json:",omitzero"` // what is not as at Amazon
}

// Options is what a Server is made of. All but those that say so are required.
type Options struct {
	Mind         Mind
	Clock        Clock
	Streams      *Streams // which has watched the engine from its first moment
	Door         Door
	NewRequestID func() string
	Now          func() time.Time // the wall's clock, for deadlines of connections
	Operations   []Operation

	Ways       func() []courier.Count // how the events fare that leave the house; nil: none do
	Attendance *Attendance            // which has watched the engine from its first moment; nil: agents may be silent

	Tally   *realtime.Tally                 // kept by an observer of the same engine; nil: counted anew each time
	Holds   func(keys.Key) bool             // whether a key still holds, asked while a stream is read; nil: always
	Stage   Stage                           // nil: nothing can be reset or rewound here
	Furnish func(ctx context.Context) error // makes what a fresh stage holds; nil: nothing
	Log     *slog.Logger                    // where faults of ours go; nil: nowhere
	Trouble *connect.Trouble                // that the front door makes; nil: none
}

// Server answers everything under /patchcord/.
type Server struct {
	options   Options
	mux       *http.ServeMux
	snapshots snapshots
	registry  *prometheus.Registry
	closing   chan struct{}
	once      sync.Once // closes closing
}

// New makes a Server.
func New(o Options) *Server {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	s := &Server{options: o, mux: http.NewServeMux(), snapshots: newSnapshots(), closing: make(chan struct{})}
	s.registry = newRegistry(s)
	const instances = "/patchcord/v1/instances/{instance}"
	s.on("POST "+instances+"/users/{user}/contacts/{contact}/{action}", s.act)
	s.on("POST "+instances+"/contacts", s.bringContact)
	s.on("POST "+instances+"/users/{user}/contacts/{contact}/transfer", s.transfer)
	s.on("POST "+instances+"/contacts/{contact}/media", s.reportMedia)
	s.on("POST "+instances+"/contacts/{contact}/input", s.giveInput)
	s.on("GET "+instances+"/users/{user}/events", s.agentEvents)
	s.on("GET "+instances+"/events", s.contactEvents)
	s.on("GET "+instances+"/board", s.showBoard)
	s.on("GET /metrics", s.showMetrics)
	s.on("GET /patchcord/v1/clock", s.showClock)
	s.on("POST /patchcord/v1/clock", s.advanceClock)
	s.on("GET /patchcord/v1/operations", s.listOperations)
	if o.Trouble != nil {
		s.on("GET /patchcord/v1/faults", s.showTrouble)
		s.on("PUT /patchcord/v1/faults", s.setTrouble)
	}
	s.on("POST /patchcord/v1/reset", s.reset)
	s.on("POST /patchcord/v1/snapshots/{name}", s.save)
	s.on("POST /patchcord/v1/snapshots/{name}/restore", s.restore)
	if o.Attendance != nil {
		o.Attendance.begin(o.Mind, o.Clock)
		go o.Attendance.run(s.closing)
	}
	return s
}

// Close ends all streams. Requests that are being answered end by themselves.
func (s *Server) Close() { s.once.Do(func() { close(s.closing) }) }

// ask is one request whose sender is known.
type ask struct {
	writer  http.ResponseWriter
	request *http.Request
	id      string // of the request
	key     keys.Key
	body    []byte
	named   named
}

// streaming is the answer of a handler that has answered already.
type streaming struct{}

// on lets a handler answer a route. What it returns is sent as JSON, nil as an empty object.
func (s *Server) on(pattern string, handle func(*ask) (any, error)) {
	s.mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
		a := &ask{writer: w, request: r, id: s.options.NewRequestID()}
		answer, err := s.answer(a, handle)
		if _, done := answer.(streaming); done && err == nil {
			return
		}
		if err != nil {
			s.refuse(a, err)
			return
		}
		if answer == nil {
			answer = struct{}{}
		}
		reply(w, a.id, http.StatusOK, line(answer))
	})
}

// answer takes a request through the checks to its handler.
func (s *Server) answer(a *ask, handle func(*ask) (any, error)) (_ any, err error) {
	if a.body, err = s.options.Door.ReadBody(a.writer, a.request); err != nil {
		return nil, err
	}
	if a.key, err = s.options.Door.Authenticate(a.request, a.body); err != nil {
		return nil, err
	}
	a.named = namedBy(a.request, s.options.Streams.account)
	if err := allow(a); err != nil {
		return nil, err
	}
	return handle(a)
}

// refuse answers with an error. That the engine cannot do it now is no fault in the request, and worth another try.
func (s *Server) refuse(a *ask, err error) {
	for _, reason := range []error{engine.ErrFull, engine.ErrClosed, engine.ErrStopped} {
		if errors.Is(err, reason) {
			refuseForNow(a.writer, a.id, "The engine does not answer: "+err.Error()+".")
			return
		}
	}
	if a.request.Context().Err() != nil {
		return // the client has gone away; there is nobody to tell
	}
	if ours := s.options.Door.WriteError(a.writer, a.id, err); ours {
		s.options.Log.Error("answer request", "path", a.request.URL.Path, "request_id", a.id, "error", err)
	}
}

// allow lets an admin do everything, a reader read everything, and an agent whatever is about himself.
func allow(a *ask) error {
	k, r := a.key, a.request
	switch {
	case k.Role == keys.Admin:
		return nil
	case k.Role == keys.ReadOnly && r.Method == http.MethodGet:
		return nil
	case k.Role == keys.Agent && k.InstanceID != "" && k.UserID != "" && string(a.named.instance) == k.InstanceID &&
		string(a.named.user) == k.UserID:
		return nil
	}
	return acd.Errorf(acd.Denied, "The key %s, whose role is %s, may not do %s %s.", k.ID, k.Role, r.Method, r.URL.Path)
}

// ServeHTTP answers one request. Whatever goes wrong is answered as JSON.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if _, pattern := s.mux.Handler(r); pattern == "" || r.Method == http.MethodHead {
		s.refuse(&ask{writer: w, request: r, id: s.options.NewRequestID()},
			acd.Errorf(acd.NotFound, "The side door has no %s %s.", r.Method, r.URL.Path))
		return
	}
	s.mux.ServeHTTP(w, r)
}

func (s *Server) exists(id acd.InstanceID, user acd.UserID) (err error) {
	s.options.Mind.View(func(a *account.Account) { err = exists(a, id, user) })
	return err
}

func (s *Server) agentEvents(a *ask) (any, error) {
	return streaming{}, s.send(a, a.named.user)
}

func (s *Server) contactEvents(a *ask) (any, error) { return streaming{}, s.send(a, "") }

func (s *Server) listOperations(*ask) (any, error) {
	return struct{ Operations []Operation }{s.options.Operations}, nil
}
