package storm

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/journal"
	"patchcord/scribe"
)

// sampleOver is how many contacts that are over are looked at again after each restart. At the end all are.
const sampleOver = 40

// checkersMax is how many look at contacts at once.
const checkersMax = 8

// check asks a server that nobody works on for everything that clients were promised, and takes what it finds for what
// is known from now on.
func (s *storm) check(l *life, all bool) {
	s.Helper()
	s.resend(l)
	s.resendMoves(l)
	began := time.Now()
	data, err := s.stage.data(l.ctx, l.wire, nil)
	if err != nil {
		s.Fatalf("read the users: %v", err)
	}
	ids := s.wanted(data, all)
	sights := s.describeAll(l, ids)
	for _, u := range s.stage.users {
		s.checkUser(l, u, data[u.id])
		if data[u.id] == nil {
			continue
		}
		for id, c := range sights {
			s.model.report(judgeHands(u, data[u.id], id, c, began)...)
		}
	}
	names, err := s.stage.queues(l.ctx, l.wire)
	if err != nil {
		s.Fatalf("list the queues: %v", err)
	}
	s.model.report(s.model.judgeQueues(names)...)
	s.model.report(s.model.orphans()...)
	s.readJournal()
	s.checkMoves(l, all)
	s.model.report(s.model.count(s.begun)...)
	s.search(l, all)
}

// search demands that every contact which the journal has seen begin is found, living or ended, and counted, once.
func (s *storm) search(l *life, all bool) {
	s.Helper()
	in := &sdk.SearchContactsInput{InstanceId: &s.stage.instance, TimeRange: &types.SearchContactsTimeRange{
		Type:      types.SearchContactsTimeRangeTypeInitiationTimestamp,
		StartTime: new(time.Now().Add(-24 * time.Hour)), EndTime: new(time.Now().Add(time.Hour))}}
	found := map[string]bool{}
	for {
		out, err := l.wire.SearchContacts(l.ctx, in)
		if err != nil {
			s.Fatalf("search contacts: %v", err)
		}
		if n := int(*out.TotalCount); n != len(s.begun) {
			s.model.report(fmt.Sprintf("a search counts %d contacts, %d have begun", n, len(s.begun)))
		}
		for _, c := range out.Contacts {
			if found[*c.Id] || s.begun[*c.Id] == 0 {
				s.model.report(fmt.Sprintf("a search finds contact %s, which it had found %v", *c.Id, found[*c.Id]))
			}
			found[*c.Id] = true
		}
		if in.NextToken = out.NextToken; !all || in.NextToken == nil {
			break
		}
	}
	if all && len(found) != len(s.begun) {
		s.model.report(fmt.Sprintf("a search finds %d contacts, %d have begun", len(found), len(s.begun)))
	}
}

// resend sends again the starts that were never answered, and some that were: each finds what it created, if it did.
func (s *storm) resend(l *life) {
	s.Helper()
	var again []start
	s.model.do(func() {
		again = slices.Collect(maps.Values(s.model.unsure))
		for _, c := range s.model.contacts {
			if len(again) >= len(s.model.unsure)+5 {
				break
			}
			if c.name != "" {
				again = append(again, start{c.name, c.token})
			}
		}
	})
	for _, this := range again {
		id, err := startTask(l.ctx, l.wire, s.stage, this)
		if err != nil {
			s.Fatalf("send a start again: %v", err)
		}
		s.model.do(func() { s.model.started(this, id) })
	}
}

// wanted returns the contacts to look at: all that something may have happened to, and some of the others.
func (s *storm) wanted(data map[string]*userSight, all bool) []string {
	ids := map[string]bool{}
	s.model.do(func() {
		over := 0
		for id, c := range s.model.contacts {
			if c.last != nil && c.last.isOver() && !c.touched {
				over++
				ids[id] = all || over <= sampleOver
				continue
			}
			ids[id] = true
		}
	})
	for _, sight := range data {
		for _, h := range sight.hands {
			ids[h.contact] = true
		}
	}
	maps.DeleteFunc(ids, func(_ string, wanted bool) bool { return !wanted })
	return slices.Sorted(maps.Keys(ids))
}

// describeAll looks at contacts and judges them.
func (s *storm) describeAll(l *life, ids []string) map[string]*sight {
	s.Helper()
	sights := map[string]*sight{}
	next := make(chan string)
	var failed error
	var all sync.WaitGroup
	for range checkersMax {
		all.Go(func() {
			for id := range next {
				k := &look{from: time.Now(), autos: s.model.autos}
				found, err := s.stage.describe(l.ctx, l.wire, id)
				k.sight, k.til = found, time.Now()
				s.model.do(func() {
					k.may = s.model.contact(id)
					k.must = *k.may
					if err != nil {
						failed = fmt.Errorf("contact %s, of which is known %+v: %w", id, k.must, err)
						s.model.note(failed.Error())
						return
					}
					s.model.note(k.faults()...)
					k.may.settle(found)
					sights[id] = found
				})
			}
		})
	}
	for _, id := range ids {
		next <- id
	}
	close(next)
	all.Wait()
	return sights
}

// checkUser looks at what else is known of a user and judges it.
func (s *storm) checkUser(l *life, u *user, found *userSight) {
	s.Helper()
	if found == nil {
		s.model.report("user " + u.id + " is not shown, who has been in a status since the stage was set")
		return
	}
	levels, err := s.stage.skillsOf(l.ctx, l.wire, u)
	if err != nil {
		s.Fatalf("list proficiencies: %v", err)
	}
	tag, err := s.stage.tagOf(l.ctx, l.wire, u)
	if err != nil {
		s.Fatalf("list tags: %v", err)
	}
	s.model.do(func() {
		s.model.note((&userLook{user: u, sight: found, reborn: l.born, misses: s.couldMiss}).faults()...)
		if !u.skills.allows(levels) {
			s.model.note(fmt.Sprintf("user %s has the levels %v; acknowledged were %v, in flight were %v", u.id, levels,
				u.skills.known, u.skills.maybe))
		}
		if !u.tag.allows(tag) {
			s.model.note(fmt.Sprintf("user %s has the tag %q; acknowledged was %q, in flight were %q", u.id, tag, u.tag.known,
				u.tag.maybe))
		}
		u.settle(found)
		u.skills.settle(levels)
		u.tag.settle(tag)
		maps.DeleteFunc(u.held, func(id string, _ bool) bool {
			c := s.model.contacts[id]
			return c.agent != u.id || c.last != nil && c.last.isOver()
		})
	})
}

// readJournal reads on in the journal, beside the server, which contacts have begun.
func (s *storm) readJournal() {
	s.Helper()
	err := journal.Dump(s.dir, s.dumped+1, func(r journal.Record) error {
		known, err := scribe.DecodeRecord(r.Payload)
		if err != nil {
			return err
		}
		for _, e := range known.Events {
			if b, ok := e.Body.(acd.ContactInitiated); ok {
				s.begun[string(b.Contact.ID)]++
			}
			if id, kind := partOf(e.Body); kind != "" {
				s.lived[string(id)] = append(s.lived[string(id)], kind)
			}
		}
		s.dumped = r.Sequence
		return context.Cause(s.Context())
	})
	if err != nil {
		s.Fatalf("read the journal beside the server: %v", err)
	}
}
