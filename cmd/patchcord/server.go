package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"patchcord/workspace"
)

// The patience of the server. A stream of events sets its own.
const (
	headerTimeMax = 10 * time.Second
	readTimeMax   = 30 * time.Second
	writeTimeMax  = 60 * time.Second
	idleTimeMax   = 2 * time.Minute
	drainTimeMax  = 8 * time.Second  // for requests that are being answered when the server is told to stop
	silenceMax    = 30 * time.Second // for which a client may leave unacknowledged what it was sent
	headerBytes   = 64 << 10
)

// server listens from its first moment, but lets nobody in before its gate is opened.
type server struct {
	http   *http.Server
	gate   *workspace.Gate
	ended  chan error // told when it listens no more
	listen net.Listener
}

// startServer begins to listen. A certificate makes it speak TLS.
func startServer(address string, certificate *tls.Certificate, log *slog.Logger) (*server, error) {
	listener, err := (&net.ListenConfig{Control: limitSilence}).Listen(context.Background(), "tcp", address)
	if err != nil {
		return nil, err // which says it all
	}
	s := &server{gate: workspace.NewGate(), ended: make(chan error, 1), listen: listener}
	s.http = &http.Server{
		Handler:           s.gate,
		ReadHeaderTimeout: headerTimeMax,
		ReadTimeout:       readTimeMax,
		WriteTimeout:      writeTimeMax,
		IdleTimeout:       idleTimeMax,
		MaxHeaderBytes:    headerBytes,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelDebug),
	}
	if certificate != nil {
		s.http.TLSConfig = &tls.Config{Certificates: []tls.Certificate{*certificate}, MinVersion: tls.VersionTLS12}
	}
	go func() {
		if certificate != nil {
			s.ended <- s.http.ServeTLS(listener, "", "")
		} else {
			s.ended <- s.http.Serve(listener)
		}
	}()
	return s, nil
}

// address returns where the server can be reached from this machine.
func (s *server) address() string {
	at := s.listen.Addr().(*net.TCPAddr)
	if at.IP.IsUnspecified() {
		at = &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: at.Port}
	}
	return at.String()
}

// stop takes no more requests, answers those that are there, and closes what is left then.
func (s *server) stop() {
	s.gate.Close()
	ctx, cancel := context.WithTimeout(context.Background(), drainTimeMax)
	defer cancel()
	if err := s.http.Shutdown(ctx); err != nil {
		s.http.Close() //nolint:errcheck // it ends one way or the other
	}
}

// live opens the gate to a house, stays until it is told to stop or something fails, and clears away. It returns why it
// ended, nil if it was told to.
func (m *Main) live(ctx context.Context, s *server, h *house) error {
	s.gate.Open(h.doors)
	if m.Ready != nil {
		m.Ready(s.address())
	}
	var err error
	select {
	case <-ctx.Done():
	case <-h.engine.Done():
	case err = <-s.ended:
		err = fmt.Errorf("listen: %w", err)
	}
	s.gate.Close()
	h.side.Close()
	h.caller.Close()
	s.stop()
	if closed := h.engine.Close(context.WithoutCancel(ctx)); closed != nil {
		err = errors.Join(err, fmt.Errorf("the engine has stopped: %w", closed))
	}
	return err
}

// isLoopback says whether only this machine can reach an address.
func isLoopback(address string) (bool, error) {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return false, misuse("--listen %s is no address; give HOST:PORT", address)
	}
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback(), nil
}
