package workspace

import (
	"net/http"
	"strconv"
	"sync/atomic"
)

// Gate stands before both doors while contacts cannot be routed: at the start, when the mind is being brought back, and
// at the end. It answers /health itself, to anybody.
type Gate struct {
	inside atomic.Pointer[http.Handler]
}

// NewGate makes a gate that is closed.
func NewGate() *Gate { return &Gate{} }

// Open lets requests in to a handler.
func (g *Gate) Open(inside http.Handler) { g.inside.Store(&inside) }

// Close keeps further requests out. Those inside go on.
func (g *Gate) Close() { g.inside.Store(nil) }

// ServeHTTP answers one request.
func (g *Gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	inside := g.inside.Load()
	switch {
	case r.URL.Path == "/health" && inside != nil:
		reply(w, "", http.StatusOK, []byte(`{"Status":"ok"}`))
	case r.URL.Path == "/health":
		retryLater(w)
		reply(w, "", http.StatusServiceUnavailable, []byte(`{"Status":"unavailable"}`))
	case inside != nil:
		(*inside).ServeHTTP(w, r)
	default:
		refuseForNow(w, "", "The server is starting or stopping; try again in a moment.")
	}
}

// refuseForNow answers that it may be otherwise in a moment. Clients of AWS try again by themselves.
func refuseForNow(w http.ResponseWriter, requestID, message string) {
	retryLater(w)
	w.Header().Set("X-Amzn-ErrorType", "ServiceUnavailableException")
	reply(w, requestID, http.StatusServiceUnavailable, line(struct {
		Type    string `json:"__type"`
		Message string `json:"Message"`
	}{"ServiceUnavailableException", message}))
}

func retryLater(w http.ResponseWriter) { w.Header().Set("Retry-After", "1") }

// reply sends an answer of JSON, under a request's id if there is one.
func reply(w http.ResponseWriter, requestID string, status int, body []byte) {
	h := w.Header()
	h.Set("Content-Type", "application/json")
	h.Set("Content-Length", strconv.Itoa(len(body)))
	if requestID != "" {
		h.Set("X-Amzn-RequestId", requestID)
	}
	w.WriteHeader(status)
	w.Write(body) //nolint:errcheck // the client has gone away; there is nobody to tell
}
