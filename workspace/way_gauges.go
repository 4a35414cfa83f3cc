package workspace

import (
	"github.com/prometheus/client_golang/prometheus"

	"patchcord/courier"
)

// ways shows to Prometheus how the events fare that leave the house.
type ways struct {
	counts func() []courier.Count

	delivered, givenUp, faults, waiting, since *prometheus.Desc // by way
}

func newWays(counts func() []courier.Count) *ways {
	desc := func(name, help string) *prometheus.Desc {
		return prometheus.NewDesc("patchcord_events_"+name, help, []string{"to"}, nil)
	}
	return &ways{
		counts:    counts,
		delivered: desc("delivered_total", "Events that were taken since the server started."),
		givenUp:   desc("given_up_total", "Events that were put aside since the server started."),
		faults:    desc("faults_total", "Attempts to deliver that came to nothing since the server started."),
		waiting:   desc("waiting_bytes", "What waits in the outbox."),
		since:     desc("waiting_since_seconds", "When the oldest event came that was refused and waits; 0: none."),
	}
}

// Describe is part of prometheus.Collector.
func (w *ways) Describe(to chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{w.delivered, w.givenUp, w.faults, w.waiting, w.since} {
		to <- d
	}
}

// Collect is part of prometheus.Collector.
func (w *ways) Collect(to chan<- prometheus.Metric) {
	for _, c := range w.counts() {
		since := 0.0
		if !c.WaitingSince.IsZero() {
			since = float64(c.WaitingSince.UnixMilli()) / 1000
		}
		for _, m := range []struct {
			of    *prometheus.Desc
			kind  prometheus.ValueType
			value float64
		}{
			{w.delivered, prometheus.CounterValue, float64(c.Delivered)},
			{w.givenUp, prometheus.CounterValue, float64(c.GivenUp)},
			{w.faults, prometheus.CounterValue, float64(c.Faults)},
			{w.waiting, prometheus.GaugeValue, float64(c.WaitingBytes)},
			{w.since, prometheus.GaugeValue, since},
		} {
			to <- prometheus.MustNewConstMetric(m.of, m.kind, m.value, c.Name)
		}
	}
}
