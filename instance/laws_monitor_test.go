package instance_test

import (
	"patchcord/acd"
)

// This file lets supervisors listen to what agents have, and judges that they do so no longer than there is something
// to listen to.

// monitor lets somebody listen to a contact that an agent has, or whoever listens do something else, mostly.
func (l *life) monitor() {
	for _, a := range l.inst.Agents() {
		for _, h := range a.Hands {
			if h.Method == acd.Monitor && !l.oneIn(3) {
				l.listen(a.UserID, h.ContactID)
				return
			}
		}
	}
	cmd := acd.MonitorContact{Operation: "Monitor", ContactID: l.livingContact(), UserID: anyOf(l, l.users),
		MayBarge: !l.oneIn(3)}
	for _, c := range l.inst.Contacts() {
		if c.State == acd.ConnectedTo && (c.Channel == acd.Voice || c.Channel == acd.Chat) && l.oneIn(2) {
			cmd.ContactID = c.ID
		}
	}
	if l.oneIn(10) {
		cmd.Token = acd.ClientToken{Token: anyOf(l, []string{"a", "b"}), Digest: anyOf(l, []string{"1", "2"})}
	}
	for range 4 { // not everybody may
		if ear, ok := l.ask(cmd); ok {
			for range l.rng.IntN(3) {
				l.listen(cmd.UserID, acd.ContactID(ear))
			}
			return
		}
		cmd.UserID = anyOf(l, l.users)
	}
}

// listen lets a supervisor do something with what he listens to.
func (l *life) listen(user acd.UserID, id acd.ContactID) {
	l.ask(anyOf(l, []acd.Command{
		acd.ChangeMonitorMode{UserID: user, ContactID: id, Mode: acd.Barge},
		acd.ChangeMonitorMode{UserID: user, ContactID: id, Mode: acd.Barge},
		acd.ChangeMonitorMode{UserID: user, ContactID: id, Mode: acd.SilentMonitor},
		acd.TakeOverContact{UserID: user, ContactID: id}, acd.TakeOverContact{UserID: user, ContactID: id},
		acd.DisconnectContact{UserID: user, ContactID: id}, acd.HoldContact{UserID: user, ContactID: id},
	}))
}

// judgeMonitors demands that whoever listens does so to a contact that an agent has, unless he has taken it over; that
// no more listen than may, and one takes part.
func (r *rules) judgeMonitors() {
	listen, partake := map[acd.ContactID]int{}, map[acd.ContactID]int{}
	for _, c := range r.life.inst.Contacts() {
		if c.Monitors == nil {
			continue
		}
		id := c.Monitors.ContactID
		spells := c.Agent.MonitorSpells
		last := spells[len(spells)-1]
		about, lives := r.life.inst.Contact(id)
		if !lives || about.HasEnded() {
			if reason := about.DisconnectReason; lives && reason != "BARGED" || last.Mode != "BARGE" {
				r.life.fault("%s monitors %s, which has ended: %s", c.ID, id, reason)
			}
			continue
		}
		listen[id]++
		if last.Mode == "BARGE" {
			partake[id]++
		}
		most := 5
		if c.Channel == "VOICE" {
			most = 2
		}
		if c.Channel != about.Channel || about.Agent == nil || about.Agent.UserID == c.Agent.UserID || listen[id] > most ||
			partake[id] > 1 || !last.To.IsZero() || last.Mode == "BARGE" && !c.Monitors.MayBarge {
			r.life.fault("%s monitors %s: %+v", c.ID, id, spells)
		}
	}
}

// stoppedMonitoring puts a supervisor at the end of the line when what he listened by has ended.
func (r *rules) stoppedMonitoring(id acd.ContactID, key acd.IdleKey) {
	if c, _ := r.life.mirror.Contact(id); c.Monitors != nil {
		r.idle[c.Agent.UserID] = key
	}
}
