package report

import "patchcord/acd"

// An offer is one try to give a contact to an agent.
type offer struct {
	contact   *acd.Contact
	worker    worker
	at        acd.Time // when it began
	rang      acd.Duration
	answered  bool
	abandoned bool // by the customer while it rang
}

// byOffer are the groupings of offers.
var byOffer = []Dimension{Queue, Channel, RoutingProfile, Agent}

func wasMissed(o *offer) bool { return !o.answered }

func wasMissedByAgent(o *offer) bool { return !o.answered && !o.abandoned }

func wasAnswered(o *offer) bool { return o.answered }

// tries is the list of the metrics of offers, each by its definition in AG:metrics-definitions.
var tries = map[string]measure{
	"AGENT_ANSWER_RATE":                            {how: percent, try: wasAnswered, by: byOffer},
	"AGENT_NON_RESPONSE":                           {try: wasMissed, by: byOffer},
	"AGENT_NON_RESPONSE_WITHOUT_CUSTOMER_ABANDONS": {try: wasMissedByAgent, by: byOffer},
	"AVG_AGENT_CONNECTING_TIME": {how: average, try: wasTried, rang: true, by: byOffer,
		filters: method},
	"SUM_CONNECTING_TIME_AGENT": {try: wasTried, rang: true, by: byOffer, filters: method},
}

func wasTried(*offer) bool { return true }

// offersOf lists the offers of a contact in their order.
func offersOf(c *acd.Contact) []offer {
	var list []offer
	for _, u := range c.Unanswered {
		list = append(list, offer{contact: c, worker: worker{u.UserID, u.RoutingProfileID, u.HierarchyPath},
			at: u.OfferedAt, rang: u.EndedAt.Sub(u.OfferedAt), abandoned: u.Abandoned})
	}
	if wasHandled(c) && !c.Agent.OfferedAt.IsZero() {
		a := c.Agent
		list = append(list, offer{contact: c, worker: worker{a.UserID, a.RoutingProfileID, a.HierarchyPath},
			at: c.Agent.OfferedAt, rang: c.Agent.ConnectedAt.Sub(c.Agent.OfferedAt), answered: true})
	}
	return list
}

// takeOffers counts the offers of a contact, each when it began.
func (q *Question) takeOffers(groups map[string]*group, c *acd.Contact) {
	for _, o := range offersOf(c) {
		what := counted{contact: c, step: -1, offer: &o}
		interval := q.intervalOf(o.at)
		dimensions, ok := q.dimensionsOf(what)
		if interval < 0 || !ok {
			continue
		}
		for i := range q.Metrics {
			m := measureOf(q.Metrics[i].Name)
			if m.try == nil || !q.Metrics[i].passes(q, what) {
				continue
			}
			t := &q.group(groups, interval, dimensions).tallies[i]
			t.base++
			switch {
			case m.try(&o) && m.rang:
				t.add(seconds(o.rang))
			case m.try(&o):
				t.add(1)
			}
		}
	}
}

// asksForOffers says whether a metric is made of offers.
func (q *Question) asksForOffers() bool {
	for i := range q.Metrics {
		if measureOf(q.Metrics[i].Name).try != nil {
			return true
		}
	}
	return false
}
