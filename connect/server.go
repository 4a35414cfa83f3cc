package connect

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"reflect"
	"runtime/debug"
	"strings"

	"patchcord/realtime"
)

// bodyMax is how large a body may be, in bytes, besides a text that the table of inputs allows to be large.
const bodyMax = 1 << 20

// answerRoom is how large an answer may be before its buffer grows, in bytes. DescribeContact mostly fits.
const answerRoom = 2 << 10

// Options is what a Server is made of.
type Options struct {
	Account       string          // twelve digits
	Region        string          // "us-east-1"
	Engine        Engine          // decides and remembers
	Records       Records         // finds contacts by more than their id
	Past          Past            // what reports are made of
	Tally         *realtime.Tally // kept by Watch, of the same engine; nil: counted anew each time
	Clock         Clock           // nil: it is as late as the latest event
	Authenticator *Authenticator  // nil: Unsigned
	Authorizer    Authorizer      // nil: ByRole
	Trouble       *Trouble        // nil: none is made
	Log           *slog.Logger    // where faults of ours go; nil: nowhere
	NewRequestID  func() string   // nil: NewRequestID
}

// Server answers Amazon Connect's API over HTTP.
type Server struct {
	options    Options
	handlers   *handlers
	router     router
	operations []*Operation
}

// New makes a Server.
func New(o Options) *Server {
	h := &handlers{engine: o.Engine, records: o.Records, past: o.Past, tally: o.Tally, clock: o.Clock}
	s := newServer(o, h.rows())
	s.handlers = h
	return s
}

// Renew forgets what was asked since the start and is not the engine's: searches for phone numbers begin with the first
// one again (A0220).
func (s *Server) Renew() { s.handlers.shown.Store(0) }

// newServer makes a Server of the given rows. Only rows count that are served or, in tests, echo.
func newServer(o Options, rows []row) *Server {
	if o.Authenticator == nil {
		o.Authenticator = Unsigned()
	}
	if o.Authorizer == nil {
		o.Authorizer = ByRole{}
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.NewRequestID == nil {
		o.NewRequestID = NewRequestID
	}
	s := &Server{options: o, operations: readOperations()}
	byName := make(map[string]row, len(rows))
	for _, r := range rows {
		byName[r.operation] = r
	}
	build := newBuilder()
	for _, operation := range s.operations {
		t := &route{Operation: operation}
		if r, ok := byName[operation.Name]; ok {
			build.serve(t, r)
			delete(byName, operation.Name)
		}
		s.router.add(t)
	}
	for name := range byName {
		panic("connect: a row serves " + name + ", which is not among Amazon's operations")
	}
	return s
}

// Operations lists all that Amazon Connect can be asked, with what this server answers of it.
func (s *Server) Operations() []Operation {
	all := make([]Operation, len(s.operations))
	for i, o := range s.operations {
		all[i] = *o
	}
	return all
}

// ServeHTTP answers one request: route, body, signature, role, bounds, handler, answer. Whatever goes wrong is answered
// as JSON under one of Amazon's names.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	id := s.options.NewRequestID()
	t, labels, ok := s.router.find(r.Method, sentPath(r))
	if !ok {
		common(unknownOperation, fmt.Sprintf("Amazon Connect has no operation %s %s.", shorten([]byte(r.Method)),
			shorten([]byte(sentPath(r))))).write(w, id)
		return
	}
	if t.handle == nil {
		notImplemented(t.Name).write(w, id)
		return
	}
	body, err := s.ask(w, r, t, labels, id)
	if err != nil {
		e, known := exceptionFor(t.Operation, err)
		if !known {
			s.options.Log.Error("answer request", "operation", t.Name, "request_id", id, "error", err)
		}
		e.write(w, id)
		return
	}
	answer(w, id, http.StatusOK, body)
}

// sentPath returns a request's path as it was sent, with its percent-encoding.
func sentPath(r *http.Request) string {
	path, _, _ := strings.Cut(r.RequestURI, "?")
	if !strings.HasPrefix(path, "/") {
		return r.URL.EscapedPath()
	}
	return path
}

// ask takes a request through every check to its handler and returns the body of the answer.
func (s *Server) ask(w http.ResponseWriter, r *http.Request, t *route, labels Labels, id string) ([]byte, error) {
	body, err := readBody(w, r, t.bodyMax)
	if err != nil {
		return nil, err
	}
	key, err := s.options.Authenticator.Authenticate(r, body)
	if err != nil {
		return nil, err
	}
	if err := s.options.Authorizer.Allow(key, t.Name, labels); err != nil {
		return nil, err
	}
	after, err := s.options.Trouble.before(r.Context(), t.Name)
	if err != nil {
		return nil, err
	}
	in, err := t.decode(labels, r.URL.RawQuery, body)
	if err != nil {
		return nil, err
	}
	answer, err := t.call(&Call{
		Context:   r.Context(),
		Operation: t.Name,
		RequestID: id,
		Account:   s.options.Account,
		Region:    s.options.Region,
		Caller:    key,
	}, in)
	if after != nil && err == nil {
		return nil, after
	}
	return answer, err
}

// ReadBody reads a request's body, of 1 MiB at most. A larger one is an error that answers RequestEntityTooLarge.
func ReadBody(w http.ResponseWriter, r *http.Request) ([]byte, error) { return readBody(w, r, bodyMax) }

func readBody(w http.ResponseWriter, r *http.Request, most int64) ([]byte, error) {
	if r.ContentLength > most {
		return nil, &http.MaxBytesError{Limit: most}
	}
	limited := http.MaxBytesReader(w, r.Body, most)
	if r.ContentLength < 0 {
		return readAll(io.ReadAll(limited))
	}
	body := make([]byte, r.ContentLength)
	_, err := io.ReadFull(limited, body)
	return readAll(body, err)
}

func readAll(body []byte, err error) ([]byte, error) {
	var large *http.MaxBytesError
	switch {
	case err == nil, errors.As(err, &large):
		return body, err
	default:
		return nil, &syntaxError{sentence: "the body breaks off", offset: len(body)}
	}
}

// call runs the handler and encodes what it returns; nothing counts as an output with nothing set. A panic in either is
// a fault of ours; it ends this request only.
func (t *route) call(c *Call, in any) (body []byte, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("handle %s: panic: %v\n%s", t.Name, fault, debug.Stack())
		}
	}()
	out, err := t.handle(c, in)
	if err != nil {
		return nil, err
	}
	value := reflect.New(t.out)
	if out != nil {
		value = reflect.ValueOf(out)
	}
	return t.write.write(make([]byte, 0, answerRoom), value.Elem()), nil
}
