package blueprint

import (
	"cmp"
	"slices"
	"strings"
)

// settle brings a blueprint into the form in which two that mean the same are equal: lists whose order does not matter
// are sorted, what is given for each channel or day is gathered, and what Amazon presets is left out.
func (b *Blueprint) settle() {
	for i := range b.Attributes {
		slices.Sort(b.Attributes[i].Values)
		slices.Sort(b.Attributes[i].Purposes)
	}
	for i := range b.Hours {
		slices.Sort(b.Hours[i].Parents)
		b.Hours[i].Open = settleOpen(b.Hours[i].Open)
		settleOverrides(b.Hours[i].Overrides)
	}
	for i := range b.SecurityProfiles {
		b.SecurityProfiles[i].settle()
	}
	for i := range b.Queues {
		slices.Sort(b.Queues[i].QuickConnects)
		slices.Sort(b.Queues[i].Emails)
	}
	for i := range b.Templates {
		b.Templates[i].settle()
	}
	for i := range b.Profiles {
		b.Profiles[i].settle()
	}
	for i := range b.Users {
		b.Users[i].settle()
	}
}

// sortBy sorts a list by a text.
func sortBy[T any](list []T, key func(T) string) {
	slices.SortStableFunc(list, func(a, b T) int { return strings.Compare(key(a), key(b)) })
}

// inOrder compares two days of the week, or two channels.
func inOrder(a, b string) int {
	const all = "MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY VOICE CHAT TASK EMAIL"
	return strings.Index(all, a) - strings.Index(all, b)
}

// order brings days of the week, or channels, into their order.
func order(words []string) []string {
	slices.SortFunc(words, inOrder)
	return slices.Compact(words)
}

// settleOpen gathers the days that are open at the same times.
func settleOpen(open []Open) []Open {
	if open == nil {
		return nil
	}
	days := map[[2]string][]string{}
	for _, o := range open {
		at := [2]string{o.From, o.To}
		days[at] = append(days[at], o.Days...)
	}
	list := []Open{}
	for at, words := range days { // order does not show: the list is sorted
		list = append(list, Open{order(words), at[0], at[1]})
	}
	slices.SortFunc(list, func(a, b Open) int {
		return cmp.Or(inOrder(a.Days[0], b.Days[0]),
			strings.Compare(a.From, b.From), strings.Compare(a.To, b.To))
	})
	return list
}

func settleOverrides(list []Override) {
	for i := range list {
		list[i].Open = settleOpen(list[i].Open)
		list[i].Type = unlessPreset(list[i].Type, "STANDARD")
	}
	sortBy(list, func(o Override) string { return o.From + o.Name })
}

// unlessPreset leaves out what is preset anyhow.
func unlessPreset(given *string, preset string) *string {
	if given != nil && *given == preset {
		return nil
	}
	return given
}

func (p *SecurityProfile) settle() {
	slices.Sort(p.Permissions)
	slices.Sort(p.TagRestricted)
	slices.Sort(p.HierarchyRestricted)
	slices.Sort(p.Modules)
	sortBy(p.Applications, func(a Application) string { return a.Namespace })
	sortBy(p.Tables, func(t TableAccess) string { return t.Attribute })
	for i := range p.Applications {
		slices.Sort(p.Applications[i].Permissions)
	}
	for i := range p.Tables {
		slices.Sort(p.Tables[i].Values)
	}
}

func (t *TaskTemplate) settle() {
	off := false
	for i := range t.Fields {
		for _, said := range []**bool{&t.Fields[i].Required, &t.Fields[i].ReadOnly, &t.Fields[i].Invisible} {
			if *said != nil && **said == off {
				*said = nil
			}
		}
	}
}

func (p *Profile) settle() {
	for i := range p.Concurrency {
		p.Concurrency[i].Cross = unlessPreset(p.Concurrency[i].Cross, "ROUTE_CURRENT_CHANNEL_ONLY")
	}
	slices.SortFunc(p.Concurrency, func(a, b Concurrency) int {
		return inOrder(a.Channel, b.Channel)
	})
	if p.Queues != nil {
		p.Queues = gatherServed(p.Queues)
	}
	if p.Manual == nil {
		return
	}
	channels := map[string][]string{}
	for _, l := range p.Manual {
		channels[l.Queue] = append(channels[l.Queue], l.Channels...)
	}
	p.Manual = []Listed{}
	for queue, words := range channels { // order does not show: the list is sorted
		p.Manual = append(p.Manual, Listed{queue, order(words)})
	}
	sortBy(p.Manual, func(l Listed) string { return l.Queue })
}

// gatherServed gathers the channels in which a queue is served alike.
func gatherServed(served []Served) []Served {
	type alike struct {
		queue           string
		priority, delay int32
	}
	channels := map[alike][]string{}
	for _, s := range served {
		at := alike{s.Queue, s.Priority, 0}
		if s.Delay != nil {
			at.delay = *s.Delay
		}
		channels[at] = append(channels[at], s.Channels...)
	}
	list := []Served{}
	for at, words := range channels { // order does not show: the list is sorted
		s := Served{Queue: at.queue, Channels: order(words), Priority: at.priority}
		if at.delay != 0 {
			s.Delay = &at.delay
		}
		list = append(list, s)
	}
	slices.SortFunc(list, func(a, b Served) int {
		return cmp.Or(cmp.Compare(a.Priority, b.Priority), strings.Compare(a.Queue, b.Queue),
			strings.Compare(strings.Join(a.Channels, " "), strings.Join(b.Channels, " ")))
	})
	return list
}

func (u *User) settle() {
	slices.Sort(u.SecurityProfiles)
	sortBy(u.AutoAccept, func(a AutoAccept) string { return a.Channel })
	sortBy(u.AfterWork, func(a AfterWork) string { return a.Channel })
	sortBy(u.PhoneNumbers, func(n UserNumber) string { return n.Channel })
	sortBy(u.Persistent, func(p Persistent) string { return p.Channel })
	sortBy(u.Enhancements, func(e Enhancement) string { return e.Channel })
	sortBy(u.Proficiencies, func(p Proficiency) string { return p.Attribute + "\x00" + p.Value })
	off := false
	for i, a := range u.AutoAccept {
		if a.Callback != nil && *a.Callback == off {
			u.AutoAccept[i].Callback = nil
		}
	}
	if p := u.Phone; p != nil {
		p.Type = unlessPreset(p.Type, "SOFT_PHONE")
		if p.AutoAccept != nil && !*p.AutoAccept {
			p.AutoAccept = nil
		}
		if p.Persistent != nil && !*p.Persistent {
			p.Persistent = nil
		}
		if p.AfterWork != nil && *p.AfterWork == 0 {
			p.AfterWork = nil
		}
	}
}
