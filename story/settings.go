package story

import (
	"slices"
	"strings"

	"patchcord/acd"
)

// readAttributeVerb understands: attribute NAME VALUE ...
func readAttributeVerb(a *args) deed {
	name := a.next("the name of the attribute").text
	var values []string
	for a.more() {
		values = append(values, a.next("a value").text)
	}
	return func(s *stage) error { return s.attribute(name, values...) }
}

// readStatus understands: status NAME custom.
func readStatus(a *args) deed {
	w := a.next("a name for the status")
	name := w.text
	if _, taken := verbs()[strings.ToLower(name)]; taken || !a.cast.add(aStatus, strings.ToLower(name)) {
		a.fail(w, "%q is a verb already", strings.ToLower(name))
	}
	if kind := a.next("the word custom"); kind.text != "custom" {
		a.fail(kind, "%q is no kind of status that can be made; only custom ones can", kind.text)
	}
	return func(s *stage) error {
		id, err := s.set(acd.CreateAgentStatus{Status: acd.AgentStatus{Name: name, Type: acd.Custom, Enabled: true}})
		if err == nil {
			s.names.add(aStatus, strings.ToLower(name), id)
		}
		return err
	}
}

// readProfile understands: profile NAME QUEUE=PRIORITY ... and what shapes it.
func readProfile(a *args) deed {
	name := a.fresh(aProfile)
	p := &plan{}
	for _, pr := range a.pairs() {
		if !p.take(a, pr) {
			p.takeQueue(a, pr)
		}
	}
	return func(s *stage) error { return s.profile(name, p) }
}

// readUser understands: user NAME profile=NAME, or a user with a profile of his own.
func readUser(a *args) deed {
	u := plannedUser{name: a.fresh(aUser), plan: &plan{}}
	own := false
	for _, pr := range a.pairs() {
		switch {
		case pr.key == "profile":
			if u.profile = pr.value; !a.cast.has(aProfile, pr.value) {
				a.fail(pr.word, "no routing profile is called %q up to here", pr.value)
			}
		case pr.key == "autoaccept":
			u.autoAccept = a.channels(pr.word, pr.value)
		case pr.key == "acw":
			u.takeWork(a, pr)
		case strings.Contains(pr.key, ":"):
			u.proficiencies = append(u.proficiencies, a.proficiency(pr))
		default:
			own = true
			if !u.plan.take(a, pr) {
				u.plan.takeQueue(a, pr)
			}
		}
		if own && u.profile != "" {
			a.fail(pr.word, "a user with profile=%s has no queues and channels of his own", u.profile)
		}
	}
	return func(s *stage) error { return s.user(u) }
}

// A plannedUser is a user as a story writes him.
type plannedUser struct {
	name          string
	profile       string // empty: one of his own, by the plan
	plan          *plan
	proficiencies []acd.UserProficiency
	autoAccept    []acd.Channel
	work          []acd.AfterContactWorkConfig
}

func (u *plannedUser) takeWork(a *args, pr pair) {
	limit, channels := a.reach(pr)
	d := a.duration(pr.word, limit)
	for _, c := range orAll(channels, acd.Channels()) {
		u.work = append(u.work, acd.AfterContactWorkConfig{Channel: c, Limit: int32(d / acd.Second)})
	}
}

// proficiency reads Name:Value=LEVEL; none stands for level 0.
func (a *args) proficiency(pr pair) acd.UserProficiency {
	name, ok := readAttribute(pr.key)
	if !ok {
		a.fail(pr.word, "%q is no attribute with a value; write Name:Value", pr.key)
	}
	level := int64(0)
	if pr.value != "none" {
		level = a.integer(pr, -1000, 1000)
	}
	return acd.UserProficiency{AttributeName: name.name, AttributeValue: name.value, Level: int32(level)}
}

// set asks for a setting, without telling of it.
func (s *stage) set(cmd acd.Command) (created string, err error) {
	s.quiet = true
	defer func() { s.quiet = false }()
	return s.do(cmd)
}

// queue returns the id of a queue, which is made if it does not exist.
func (s *stage) queue(name string) (acd.QueueID, error) {
	if id, ok := s.names.find(aQueue, name); ok {
		return acd.QueueID(id), nil
	}
	return s.makeQueue(name, nil)
}

func (s *stage) makeQueue(name string, most *int32) (acd.QueueID, error) {
	id, err := s.set(acd.CreateQueue{Queue: acd.Queue{
		Name: name, HoursID: s.inst.Directory().HoursOfOperations()[0].ID, Status: acd.QueueEnabled, MaxContacts: most,
	}})
	if err == nil {
		s.names.add(aQueue, name, id)
	}
	return acd.QueueID(id), err
}

func (s *stage) profile(name string, p *plan) error {
	profile, err := p.profile(s, name)
	if err != nil {
		return err
	}
	id, err := s.set(acd.CreateRoutingProfile{Profile: profile})
	if err == nil {
		s.names.add(aProfile, name, id)
	}
	return err
}

func (s *stage) user(u plannedUser) error {
	profile := u.profile
	if profile == "" {
		profile = "profile of " + u.name
		if err := s.profile(profile, u.plan); err != nil {
			return err
		}
	}
	profileID, _ := s.names.find(aProfile, profile)
	user := acd.User{
		Username: u.name, FirstName: u.name, LastName: "of the story", RoutingProfileID: acd.RoutingProfileID(profileID),
		SecurityProfileIDs: []acd.SecurityProfileID{s.inst.Directory().SecurityProfiles()[0].ID},
		AfterContactWork:   u.work,
	}
	for _, c := range u.autoAccept {
		user.AutoAcceptConfigs = append(user.AutoAcceptConfigs, acd.AutoAcceptConfig{Channel: c, AutoAccept: true})
	}
	id, err := s.set(acd.CreateUser{User: user})
	if err != nil || len(u.proficiencies) == 0 {
		s.names.add(aUser, u.name, id)
		return err
	}
	s.names.add(aUser, u.name, id)
	for _, p := range u.proficiencies {
		if err := s.attribute(p.AttributeName, p.AttributeValue); err != nil {
			return err
		}
	}
	_, err = s.set(acd.AssociateUserProficiencies{UserID: acd.UserID(id), Proficiencies: u.proficiencies})
	return err
}

// attribute makes a predefined attribute with values, or adds the values that it lacks.
func (s *stage) attribute(name string, values ...string) error {
	known, ok := s.inst.Directory().Attribute(name)
	if !ok {
		_, err := s.set(acd.CreatePredefinedAttribute{Attribute: acd.PredefinedAttribute{Name: name, Values: values}})
		return err
	}
	all := slices.Clone(known.Values)
	for _, v := range values {
		if !slices.Contains(all, v) {
			all = append(all, v)
		}
	}
	if len(all) == len(known.Values) {
		return nil
	}
	_, err := s.set(acd.UpdatePredefinedAttribute{Name: name, Values: &all})
	return err
}
