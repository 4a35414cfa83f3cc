package main

import (
	"flag"
	"log/slog"
)

// metricsFlag adds the flag for a listener that shows numbers to Prometheus, which cannot sign its requests (A0155).
func metricsFlag(flags *flag.FlagSet) *string {
	return flags.String("metrics-listen", "", "`ADDRESS` at which GET /metrics is answered to whoever asks, HOST:PORT")
}

// serveMetrics answers GET /metrics at an address of its own. An empty one is none.
func serveMetrics(address string, h *house, log *slog.Logger) (stop func(), err error) {
	if address == "" {
		return func() {}, nil
	}
	local, err := isLoopback(address)
	if err != nil {
		return nil, err
	}
	if !local {
		log.Warn("whoever reaches this address can read the metrics", "metrics-listen", address)
	}
	s, err := startServer(address, nil, log)
	if err != nil {
		return nil, err
	}
	s.gate.Open(h.side.Metrics())
	log.Info("metrics", "address", s.address())
	return s.stop, nil
}
