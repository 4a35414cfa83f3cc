package storm

import (
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

// skills are a user's levels, each in its place of the list of all attributes and values; 0: he lacks it.
type skills [6]int

// A user is what the one client who acts for him knows of him.
type user struct {
	id     string
	arn    string
	auto   bool // contacts are accepted for him, and his after-contact work ends by itself
	status register[string]
	skills register[skills]
	tag    register[string]
	blocks map[string]*register[bool] // contacts that he has rejected: whether they are still in his hands
	held   map[string]bool            // contacts that he has asked to accept
}

func newUser(id, arn string, auto bool) *user {
	return &user{id: id, arn: arn, auto: auto, blocks: map[string]*register[bool]{}, held: map[string]bool{}}
}

// block returns what is known of a contact that the user may have rejected.
func (u *user) block(contact string) *register[bool] {
	if u.blocks[contact] == nil {
		u.blocks[contact] = &register[bool]{}
	}
	return u.blocks[contact]
}

// A userSight is a user as GetCurrentUserData shows him.
type userSight struct {
	status string // the one that he is in, or the one that he will take when his hands are empty
	hands  []hand
}

// A hand is a contact in a user's hands.
type hand struct {
	contact string
	channel types.Channel
	state   types.ContactState
	since   time.Time
}

// seeUser reads what GetCurrentUserData shows. It shows the next status by its name only.
func seeUser(d types.UserData, statusNamed map[string]string) *userSight {
	s := &userSight{}
	if d.Status != nil {
		s.status = statusNamed[aws.ToString(d.Status.StatusName)]
	}
	if d.NextStatus != nil {
		s.status = statusNamed[*d.NextStatus]
	}
	for _, h := range d.Contacts {
		s.hands = append(s.hands, hand{contact: aws.ToString(h.ContactId), channel: h.Channel,
			state: h.AgentContactState, since: moment(h.StateStartTimestamp)})
	}
	return s
}

// in returns the state that a contact has in the user's hands, empty where it is not there.
func (s *userSight) in(contact string) types.ContactState {
	for _, h := range s.hands {
		if h.contact == contact {
			return h.state
		}
	}
	return ""
}

// A userLook is what it takes to judge the sight of a user.
type userLook struct {
	user   *user
	sight  *userSight
	reborn time.Time // when this life of the server began
	misses bool      // the server has lived long enough for a contact to be missed
}

// faults returns what a sight of a user shows that it must not show, or lacks.
func (l *userLook) faults() (faults []string) {
	fault := func(format string, args ...any) {
		faults = append(faults, fmt.Sprintf("user %s ", l.user.id)+fmt.Sprintf(format, args...))
	}
	if !l.user.status.allows(l.sight.status) {
		fault("is in status %q; acknowledged was %q, in flight were %q", l.sight.status, l.user.status.known,
			l.user.status.maybe)
	}
	reborn := l.reborn.Truncate(time.Millisecond).UTC()
	for _, h := range l.sight.hands {
		switch h.state {
		case types.ContactStateMissed:
			if !l.misses {
				fault("has missed contact %s since %v, though nothing has rung for long enough", h.contact, h.since)
			}
		case types.ContactStateConnecting:
			if h.since.Before(reborn) {
				fault("has had contact %s ringing since %v, though the server was away until %v", h.contact, h.since, reborn)
			}
		case types.ContactStateRejected:
			if l.user.blocks[h.contact] == nil {
				fault("has rejected contact %s, which he has never done", h.contact)
			}
		}
	}
	for contact, block := range l.user.blocks {
		if found := l.sight.in(contact) == types.ContactStateRejected; !block.allows(found) {
			fault("has rejected contact %s: %v; acknowledged was %v, in flight were %v", contact, found, block.known,
				block.maybe)
		}
	}
	return faults
}

// settle takes what was found for what is known, now that nothing is in flight.
func (u *user) settle(s *userSight) {
	u.status.settle(s.status)
	for contact, block := range u.blocks {
		block.settle(s.in(contact) == types.ContactStateRejected)
		if !block.known {
			delete(u.blocks, contact)
		}
	}
}

// judgeHands demands that a contact and the hands of its agent tell the same. The hands were read from began on, then
// the contact, and nobody but the server has done anything since: it may have accepted a contact for its agent.
func judgeHands(u *user, s *userSight, contact string, c *sight, began time.Time) (faults []string) {
	state, want := s.in(contact), types.ContactState("")
	switch {
	case c.agent != u.id:
		if state != types.ContactStateConnected && state != types.ContactStateEnded {
			return nil
		}
	case !c.has(disconnected):
		want = types.ContactStateConnected
	case !c.has(workEnded):
		want = types.ContactStateEnded
	}
	if state == want || u.auto && (c.has(disconnected) || !c.at[connected].Before(began.Truncate(time.Millisecond))) {
		return nil
	}
	return []string{fmt.Sprintf("contact %s is %q in the hands of user %s, but %q by itself: %+v", contact, state, u.id,
		want, c)}
}
