package workspace

import (
	"net/http"

	"github.com/prometheus/client_golang/prometheus/promhttp"

	"patchcord/account"
	"patchcord/acd"
	"patchcord/instance"
	"patchcord/realtime"
)

// showBoard answers with the numbers of an instance: as text for people, or as JSON where that is asked for.
func (s *Server) showBoard(a *ask) (any, error) {
	now := s.options.Clock.Now()
	var sheet *realtime.Sheet
	s.options.Mind.View(func(all *account.Account) {
		if i, ok := all.Instance(a.named.instance); ok {
			sheet = new(s.board(i).Sheet(i, max(now, i.Now())))
		}
	})
	if sheet == nil {
		return nil, acd.Errorf(acd.NotFound, "instance %s does not exist", a.named.instance)
	}
	if a.request.Header.Get("Accept") == "application/json" {
		return sheet, nil
	}
	text(a, "text/plain; charset=utf-8", []byte(sheet.String()))
	return streaming{}, nil
}

// board returns the board of an instance, counted anew where no tally is kept.
func (s *Server) board(i *instance.Instance) *realtime.Board {
	if s.options.Tally != nil {
		if b, ok := s.options.Tally.Board(i.ID()); ok {
			return b
		}
	}
	return realtime.Recount(i)
}

// text answers with something that is no JSON.
func text(a *ask, kind string, body []byte) {
	h := a.writer.Header()
	h.Set("Content-Type", kind)
	h.Set("Cache-Control", "no-store")
	h.Set("X-Amzn-RequestId", a.id)
	a.writer.WriteHeader(http.StatusOK)
	a.writer.Write(body) //nolint:errcheck // the client has gone away; there is nobody to tell
}

// showMetrics answers with the numbers of all instances in the text format of Prometheus.
func (s *Server) showMetrics(a *ask) (any, error) {
	s.prometheus().ServeHTTP(a.writer, a.request)
	return streaming{}, nil
}

func (s *Server) prometheus() http.Handler {
	return promhttp.HandlerFor(s.registry, promhttp.HandlerOpts{})
}

// Metrics answers GET /metrics to whoever asks. It is for a listener of its own, which only those reach who may read
// the numbers.
func (s *Server) Metrics() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", s.prometheus())
	return mux
}
