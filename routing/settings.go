package routing

import (
	"slices"

	"patchcord/acd"
)

// replaySettings takes from an event about settings what routing needs.
func (r *Router) replaySettings(e acd.Event) {
	switch b := e.Body.(type) {
	case acd.QueueCreated:
		r.queues[b.Queue.ID] = b.Queue
	case acd.QueueChanged:
		r.queues[b.Queue.ID] = b.Queue
	case acd.QueueDeleted:
		delete(r.queues, b.QueueID)
	case acd.RoutingProfileCreated:
		r.setProfile(b.Profile)
		r.rescheduleWaiting()
	case acd.RoutingProfileChanged:
		r.setProfile(b.Profile)
		r.rescheduleWaiting()
	case acd.RoutingProfileDeleted:
		delete(r.profiles, b.ProfileID)
		r.delays = r.delaysOfProfiles()
		r.rescheduleWaiting()
	case acd.UserCreated:
		r.setUser(b.User)
	case acd.UserChanged:
		r.setUser(b.User)
	case acd.UserDeleted:
		r.endSpell(r.users[b.UserID], e.At)
		r.forgetUser(b.UserID)
	case acd.AgentStatusCreated:
		r.statuses[b.Status.ID] = b.Status.Type
	}
}

func (r *Router) setProfile(p acd.RoutingProfile) {
	if known, ok := r.profiles[p.ID]; ok {
		*known = p // users hold the pointer
		for _, a := range r.present {
			r.reckon(a)
		}
	} else {
		r.profiles[p.ID] = &p
	}
	r.delays = r.delaysOfProfiles()
}

// delaysOfProfiles lists, for each queue and channel, the delays after which agents of some profile may see a contact.
func (r *Router) delaysOfProfiles() map[acd.QueueChannel][]acd.Duration {
	delays := map[acd.QueueChannel][]acd.Duration{}
	for _, p := range r.profiles { // order does not show: each list is sorted where it grows
		for _, entry := range p.Queues {
			d := acd.Seconds(entry.Delay)
			list := delays[entry.QueueChannel]
			if at, known := slices.BinarySearch(list, d); d > 0 && !known {
				delays[entry.QueueChannel] = slices.Insert(list, at, d)
			}
		}
	}
	return delays
}

// rescheduleWaiting puts the contacts that wait in their new places among the timers: a profile may open their queue
// after a delay that no profile had before.
func (r *Router) rescheduleWaiting() {
	for _, c := range r.waiting {
		r.schedule(c)
	}
}

func (r *Router) setUser(u acd.User) {
	a, ok := r.users[u.ID]
	if !ok {
		a = &agent{Agent: acd.Agent{UserID: u.ID}}
		r.users[u.ID] = a
	}
	a.user, a.profile = u, r.profiles[u.RoutingProfileID]
	r.reckon(a)
}

func (r *Router) forgetUser(id acd.UserID) {
	a := r.users[id]
	delete(r.users, id)
	a.present = false
	r.reckon(a)
	r.present = slices.DeleteFunc(r.present, func(b *agent) bool { return b == a })
}

// arrive notes that a user has set a status for the first time.
func (r *Router) arrive(a *agent) {
	if !a.present {
		a.present = true
		r.present = append(r.present, a)
	}
}
