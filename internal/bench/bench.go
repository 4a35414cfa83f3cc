package bench

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"slices"
	"strings"
	"time"

	"patchcord/acd"
	"patchcord/connect"
	"patchcord/engine"
	"patchcord/journal"
	"patchcord/realtime"
	"patchcord/scribe"
	"patchcord/workspace"
)

// Options say what is measured and for how long.
type Options struct {
	Agents      int           // at work
	Waiting     int           // contacts in the queue
	Connections int           // that ask at the same time
	Rounds      int           // of which the median is shown; 0: no requests are measured
	Only        string        // measure only kinds of requests whose name holds this
	Span        time.Duration // of one run of one kind of request
	Archive     int           // contacts queued to measure memory and starting; 0: not measured
	History     int           // ended contacts in an archive that is searched; 0: not measured
	Dir         string        // where the journals of the bench live, on the disk that is to be measured; empty: temporary
	Progress    io.Writer     // told which run is going on
}

// Report is what a bench has shown.
type Report struct {
	Options Options
	Kinds   []Kind
	Archive Archive
	History History
}

// Kind is one kind of request with its figures, by round, beside the bare handler's of the same round.
type Kind struct {
	Name          string
	RequestBytes  int // of the body
	ResponseBytes int // of the body
	Ours, Bare    []Figure
}

// Ratio returns the median over the rounds of ours by bare, in requests a second.
func (k *Kind) Ratio() float64 {
	ratios := make([]float64, len(k.Ours))
	for i := range ratios {
		ratios[i] = k.Ours[i].PerSecond / k.Bare[i].PerSecond
	}
	return median(ratios)
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}

// Run measures. It listens on loopback, leaves nothing behind and stops by itself, or when ctx ends.
func Run(ctx context.Context, o Options) (*Report, error) {
	dir, err := os.MkdirTemp(o.Dir, "patchcord-bench-")
	if err != nil {
		return nil, fmt.Errorf("make directory of the bench: %w", err)
	}
	defer os.RemoveAll(dir)
	report := &Report{Options: o}
	if o.Rounds > 0 {
		if err := measureRequests(ctx, o, dir+"/requests", report); err != nil {
			return nil, err
		}
	}
	if o.Archive > 0 {
		if report.Archive, err = measureArchive(ctx, o, dir+"/archive"); err != nil {
			return nil, err
		}
	}
	if o.History > 0 {
		if report.History, err = measureHistory(ctx, o, dir+"/history"); err != nil {
			return nil, err
		}
	}
	return report, nil
}

// house is an engine on its journal, with those who watch it in serve: the streams and the tally.
type house struct {
	journal *journal.SQLite
	tally   *realtime.Tally
	*engine.Engine
}

func open(dir string) (*house, error) {
	id, dictionary := scribe.Dictionary()
	j, err := journal.Open(dir, journal.Options{Dictionary: dictionary, DictionaryID: id, Renew: engine.Renew})
	if err != nil {
		return nil, err
	}
	self, tally := acd.Account{Number: "123456789012", Region: region}, realtime.New()
	streams := workspace.NewStreams(self, workspace.StreamOptions{})
	e, err := engine.Open(j, engine.Options{Account: self,
		Observers: []func(engine.Sighting){streams.See, connect.Watch(tally)}})
	if err != nil {
		return nil, fmt.Errorf("open engine: %w", err)
	}
	return &house{j, tally, e}, nil
}

func (h *house) close() error {
	if err := h.Close(context.Background()); err != nil {
		return fmt.Errorf("close engine: %w", err)
	}
	return h.journal.Close()
}

// oneKey knows the key of the bench.
type oneKey struct{}

// Find returns the key of the bench.
func (oneKey) Find(id string) (connect.Key, bool) {
	return connect.Key{ID: keyID, Secret: secret, Role: connect.Admin}, id == keyID
}

// listen serves a handler on a loopback port of its own until stop is called.
func listen(h http.Handler) (address string, stop func(), err error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, fmt.Errorf("listen: %w", err)
	}
	server := &http.Server{Handler: h, ReadHeaderTimeout: time.Minute}
	go server.Serve(l) // ends with Close
	return l.Addr().String(), func() { server.Close() }, nil
}

func measureRequests(ctx context.Context, o Options, dir string, report *Report) error {
	h, err := open(dir)
	if err != nil {
		return err
	}
	s, err := setUp(ctx, h.Engine, o.Agents, o.Waiting)
	if err != nil {
		return err
	}
	authenticator := connect.NewAuthenticator(oneKey{}, region, time.Now)
	ours, stop, err := listen(connect.New(connect.Options{Account: "123456789012", Region: region, Engine: h.Engine,
		Records: h.Engine, Past: h.Engine, Tally: h.tally, Clock: h.Engine, Authenticator: authenticator}))
	if err != nil {
		return err
	}
	defer stop()
	for _, k := range kinds(s) {
		if !strings.Contains(k.name, o.Only) {
			continue
		}
		kind, err := measureKind(ctx, o, k, ours, authenticator)
		if err != nil {
			return fmt.Errorf("measure %s: %w", k.name, err)
		}
		report.Kinds = append(report.Kinds, kind)
	}
	return h.close()
}

// measureKind lets the rounds of ours and of the bare handler take turns.
func measureKind(ctx context.Context, o Options, k asks, ours string, a *connect.Authenticator) (Kind, error) {
	kind := Kind{Name: k.name, RequestBytes: len(k.body)}
	probe, err := signed(ours, k.method, k.path(k.contacts[0]), k.body)
	if err != nil {
		return kind, err
	}
	if kind.ResponseBytes, err = once(ours, probe); err != nil {
		return kind, err
	}
	bare, stop, err := listen(bareHandler(a, kind.ResponseBytes))
	if err != nil {
		return kind, err
	}
	defer stop()
	for round := range o.Rounds {
		if err := ctx.Err(); err != nil {
			return kind, err
		}
		fmt.Fprintf(o.Progress, "%s, round %d of %d\n", k.name, round+1, o.Rounds)
		for _, side := range []struct {
			address string
			figures *[]Figure
		}{{bare, &kind.Bare}, {ours, &kind.Ours}} {
			requests, err := k.signed(side.address)
			if err != nil {
				return kind, err
			}
			figure, err := load(side.address, o.Connections, o.Span, requests)
			if err != nil {
				return kind, err
			}
			*side.figures = append(*side.figures, figure)
		}
	}
	return kind, nil
}

// bareHandler is what Patchcord is measured against: it reads the body, checks the signature and answers as many bytes,
// those of the headers included, and does nothing else.
func bareHandler(a *connect.Authenticator, answerBytes int) http.Handler {
	answer := make([]byte, answerBytes)
	for i := range answer {
		answer[i] = ' '
	}
	sameID := []string{connect.NewRequestID()} // Patchcord draws one for each request
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := connect.ReadBody(w, r)
		if err == nil {
			_, err = a.Authenticate(r, body)
		}
		if err != nil {
			http.Error(w, err.Error(), http.StatusForbidden)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		w.Header()["X-Amzn-Requestid"] = sameID
		w.Write(answer)
	})
}
