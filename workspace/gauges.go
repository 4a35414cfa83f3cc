package workspace

import (
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"

	"patchcord/account"
	"patchcord/acd"
	"patchcord/instance"
	"patchcord/realtime"
)

// gauges shows the tally to Prometheus. Things go by their names there, as people read them.
type gauges struct {
	server *Server

	waiting, oldest, wait *prometheus.Desc // by instance, queue and channel
	agents                *prometheus.Desc // by instance, routing profile and what they are
	slots                 *prometheus.Desc // by instance, routing profile and what they are
	contacts              *prometheus.Desc // by instance, queue, channel and what happened
	answers               *prometheus.Desc // by instance, queue and channel
	ringing               *prometheus.Desc // by instance
}

// newRegistry makes what is gathered for Prometheus: the tally, and how the process fares.
func newRegistry(s *Server) *prometheus.Registry {
	line := []string{"connect_instance", "queue", "channel"}
	desc := func(name, help string, labels ...string) *prometheus.Desc {
		return prometheus.NewDesc("patchcord_"+name, help, labels, nil)
	}
	r := prometheus.NewRegistry()
	r.MustRegister(collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		&gauges{
			server:  s,
			waiting: desc("contacts_in_queue", "Contacts in queue that ring at nobody.", line...),
			oldest:  desc("oldest_contact_age_seconds", "Age of the contact that has been in queue the longest.", line...),
			wait:    desc("estimated_wait_seconds", "Wait that a contact may expect which enters the queue now.", line...),
			agents: desc("agents", "Agents, by what they are: online, staffed, available, on_contact, non_productive, "+
				"error.", "connect_instance", "routing_profile", "state"),
			slots: desc("slots", "Contacts that agents can have: configured, active, available.", "connect_instance",
				"routing_profile", "state"),
			contacts: desc("contacts_total", "What has happened to contacts since the server started.",
				"connect_instance", "queue", "channel", "event"),
			answers: desc("queue_answer_seconds", "Time in queue until an agent accepted.", line...),
			ringing: desc("contacts_ringing", "Contacts that are being offered to an agent.", "connect_instance"),
		})
	if s.options.Ways != nil {
		r.MustRegister(newWays(s.options.Ways))
	}
	return r
}

// Describe is part of prometheus.Collector.
func (g *gauges) Describe(to chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{
		g.waiting, g.oldest, g.wait, g.agents, g.slots, g.contacts, g.answers, g.ringing,
	} {
		to <- d
	}
}

// Collect is part of prometheus.Collector. What is to be sent is made while the state is looked at, and sent later.
func (g *gauges) Collect(to chan<- prometheus.Metric) {
	now := g.server.options.Clock.Now()
	var all []prometheus.Metric
	g.server.options.Mind.View(func(a *account.Account) {
		for _, i := range a.Instances() {
			all = g.of(all, i, max(now, i.Now()))
		}
	})
	for _, m := range all {
		to <- m
	}
}

// of adds the metrics of an instance.
func (g *gauges) of(to []prometheus.Metric, i *instance.Instance, now acd.Time) []prometheus.Metric {
	board, name := g.server.board(i), i.Directory().Instance().Alias
	if name == "" {
		name = string(i.ID())
	}
	gauge := func(d *prometheus.Desc, v float64, labels ...string) {
		to = append(to, prometheus.MustNewConstMetric(d, prometheus.GaugeValue, v, append([]string{name}, labels...)...))
	}
	gauge(g.ringing, float64(i.Ringing()))
	sheet, still := board.Sheet(i, now), board.Still(now)
	for _, q := range sheet.Queues {
		channel, age := string(q.Channel), 0.0
		if !q.OldestSince.IsZero() {
			age = now.Sub(q.OldestSince).Std().Seconds()
		}
		gauge(g.waiting, float64(q.InQueue), q.Queue, channel)
		gauge(g.oldest, age, q.Queue, channel)
		if q.Knows {
			gauge(g.wait, q.Wait.Std().Seconds(), q.Queue, channel)
		}
	}
	for _, p := range i.Directory().RoutingProfiles() {
		n := still.Count(realtime.Ask{Profiles: []acd.RoutingProfileID{p.ID}})
		for _, one := range []struct {
			of    *prometheus.Desc
			state string
			value int
		}{
			{g.agents, "online", n.Online}, {g.agents, "staffed", n.Staffed}, {g.agents, "available", n.Available},
			{g.agents, "on_contact", n.OnContact}, {g.agents, "non_productive", n.NonProductive}, {g.agents, "error", n.Error},
			{g.slots, "configured", n.SlotsMax}, {g.slots, "active", n.SlotsActive},
			{g.slots, "available", n.SlotsAvailable},
		} {
			gauge(one.of, float64(one.value), p.Name, one.state)
		}
	}
	return append(to, g.past(board, i, name)...)
}

// past returns what has happened in an instance.
func (g *gauges) past(board *realtime.Board, i *instance.Instance, name string) (to []prometheus.Metric) {
	for _, c := range board.Counters() {
		to = append(to, prometheus.MustNewConstMetric(g.contacts, prometheus.CounterValue, float64(c.Value), name,
			queueName(i, c.Queue), string(c.Channel), c.What))
	}
	for _, a := range board.Answers() {
		buckets := map[float64]uint64{}
		for n, bound := range realtime.AnswerBounds() {
			buckets[float64(bound)] = uint64(a.Within[n])
		}
		to = append(to, prometheus.MustNewConstHistogram(g.answers, uint64(a.Count), a.Total.Std().Seconds(), buckets,
			name, queueName(i, a.Queue), string(a.Channel)))
	}
	return to
}

// queueName returns what a queue is called: an agent queue goes by its agent, one that is gone by its id.
func queueName(i *instance.Instance, q acd.QueueRef) string {
	if q.Type == acd.AgentQueue {
		if u, ok := i.Directory().User(acd.UserID(q.ID)); ok {
			return "agent:" + u.Username
		}
		return "agent:" + string(q.ID)
	}
	if queue, ok := i.Directory().Queue(q.ID); ok {
		return queue.Name
	}
	return string(q.ID)
}
