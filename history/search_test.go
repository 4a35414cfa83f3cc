package history

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"patchcord/acd"
	"patchcord/journal"
)

// whole is a codec that keeps all of a contact.
func whole() Codec {
	return Codec{
		Encode: func(c acd.Contact) []byte {
			text, err := json.Marshal(c)
			if err != nil {
				panic(err)
			}
			return text
		},
		Decode: func(row []byte) (c acd.Contact, err error) {
			err = json.Unmarshal(row, &c)
			return c, err
		},
	}
}

const hourOf = acd.Time(acd.Hour)

// someContact draws a contact of a small world, so that queries meet something.
func someContact(dice *rand.Rand, n int) acd.Contact {
	began := 1000 + acd.Time(dice.Int64N(30))*hourOf/4
	later := func() acd.Time {
		if dice.IntN(4) == 0 {
			return began.Add(acd.Duration(dice.Int64N(5 * int64(acd.Hour))))
		}
		return began.Add(acd.Duration(dice.Int64N(20)) * acd.Minute)
	}
	c := acd.Contact{
		ID: acd.ContactID(fmt.Sprintf("%08d-0000-4000-8000-000000000000", n)), Number: int64(n),
		Channel: channels()[dice.IntN(4)], InitiationMethod: methods()[dice.IntN(4)], InitiatedAt: began,
		Name: []string{"", "Refund", "lost REFUND", "lost"}[dice.IntN(4)], State: acd.CompletedLife,
		DisconnectedAt: later(), ExpiresAt: later(),
	}
	if dice.IntN(6) == 0 {
		c.ScheduledAt = later()
	}
	if dice.IntN(10) == 0 {
		c.InitiationMethod = "SOMETHING_NEW" // which no note has a place for
	}
	if dice.IntN(4) > 0 {
		c.Queue = acd.QueueRef{Type: acd.StandardQueue, ID: acd.QueueID(fmt.Sprint("q", dice.IntN(3)))}
		c.EnqueuedAt = later()
	}
	if dice.IntN(2) > 0 {
		c.Agent = &acd.AgentInfo{UserID: acd.UserID(fmt.Sprint("a", dice.IntN(3))), ConnectedAt: later(),
			HierarchyPath: []acd.HierarchyGroupID{"g", acd.HierarchyGroupID(fmt.Sprint("g", dice.IntN(2)))}[:dice.IntN(3)]}
	}
	if dice.IntN(2) > 0 {
		c.Attributes = map[string]string{"plan": fmt.Sprint(dice.IntN(3))}
		c.Tags = map[string]string{"team": fmt.Sprint(dice.IntN(2))}
	}
	return c
}

// someQuery draws a query.
func someQuery(dice *rand.Rand) Query {
	moments := []Moment{Initiated, Initiated, ConnectedToAgent, Disconnected, Enqueued, Scheduled}
	from := 1000 + acd.Time(dice.Int64N(30))*hourOf/4
	q := Query{
		Instance: "i", Max: 1 + dice.IntN(12),
		Range: Range{moments[dice.IntN(len(moments))], from, from + acd.Time(dice.Int64N(24))*hourOf/4},
		Sort: Sort{[]Field{Field(Initiated), Field(Initiated), Field(Disconnected), Field(ConnectedToAgent), Field(Expiry),
			ByChannel, ByMethod, Field(Scheduled)}[dice.IntN(8)], dice.IntN(2) == 0},
	}
	maybe := func(do func()) {
		if dice.IntN(5) == 0 {
			do()
		}
	}
	k := &q.Criteria
	maybe(func() { k.Queues = []acd.QueueID{"q1", "q2", "q1"} })
	maybe(func() { k.Agents = []acd.UserID{"a1"} })
	maybe(func() { k.Channels = []acd.Channel{acd.Voice, acd.Task} })
	maybe(func() { k.Methods = []acd.InitiationMethod{methods()[0], "SOMETHING_NEW"} })
	maybe(func() {
		k.Groups = []Groups{{1, []acd.HierarchyGroupID{"g"}}, {2, []acd.HierarchyGroupID{"g1"}}}[:1+dice.IntN(2)]
	})
	maybe(func() { k.Name = Texts{MatchAny, []string{"refund"}} })
	maybe(func() { k.Attributes = Values{MatchAll, []Value{{"plan", []string{"1", "2"}}}} })
	maybe(func() { k.Tags = [][]Tag{{{Key: "team"}}} })
	maybe(func() { k.Times = Times{MatchAll, nil, []Moment{ConnectedToAgent}} })
	return q
}

// TestSearchTwin looks for the same in a list: page by page, each contact once, whether it lives or has ended.
func TestSearchTwin(t *testing.T) {
	for seed := range uint64(60) {
		dice := rand.New(rand.NewPCG(seed, 7))
		h := New(newShelf(), whole())
		var all, living []acd.Contact
		for n := range 120 {
			c := someContact(dice, n+1)
			all = append(all, c)
			switch dice.IntN(4) {
			case 0:
				living = append(living, c)
			case 1: // it ended after the moment that is looked at
				living = append(living, c)
				h.archive.(*shelf).Put(9, []journal.Entry{h.Row("i", c)})
			default:
				h.archive.(*shelf).Put(5, []journal.Entry{h.Row("i", c)})
			}
			h.archive.(*shelf).Put(5, []journal.Entry{h.Row("other", c)})
		}
		for range 20 {
			q := someQuery(dice)
			want, got := naive(all, q), pages(t, h, living, q, len(naive(all, q)))
			if !slices.Equal(want, got) {
				t.Fatalf("seed %d: %+v\nfound  %v\nwanted %v", seed, q, got, want)
			}
		}
	}
}

// naive looks at every contact and sorts those that fit.
func naive(all []acd.Contact, q Query) (ids []acd.ContactID) {
	all = slices.DeleteFunc(slices.Clone(all), func(c acd.Contact) bool { return !q.holds(&c) })
	slices.SortFunc(all, func(a, b acd.Contact) int { return q.Sort.compare(q.Sort.place(&a), q.Sort.place(&b)) })
	for _, c := range all {
		ids = append(ids, c.ID)
	}
	return ids
}

// pages asks for one page after the other.
func pages(t *testing.T, h *History, living []acd.Contact, q Query, total int) (ids []acd.ContactID) {
	t.Helper()
	for {
		s := h.Search(q)
		for i := range living {
			s.Meet(&living[i])
		}
		a, err := s.Answer(7)
		if err != nil || a.Total != int64(total) || len(a.Contacts) > q.Max || a.Next != nil && len(a.Contacts) < q.Max {
			t.Fatalf("%+v: %d of %d contacts, %v; %d in all", q, len(a.Contacts), a.Total, err, total)
		}
		for _, c := range a.Contacts {
			ids = append(ids, c.ID)
		}
		if q.After = a.Next; a.Next == nil {
			return ids
		}
	}
}

// TestSpan yields what was disconnected in a span, once, however long it lived.
func TestSpan(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 1))
	h := New(newShelf(), whole())
	want := map[acd.ContactID]bool{}
	from, before := 1000+3*hourOf, 1000+5*hourOf
	for n := range 500 {
		c := someContact(dice, n+1)
		h.archive.(*shelf).put(h.Row("i", c))
		if c.DisconnectedAt >= from && c.DisconnectedAt < before {
			want[c.ID] = true
		}
	}
	got := map[acd.ContactID]bool{}
	for c, err := range h.Span("i", from, before) {
		if err != nil || got[c.ID] {
			t.Fatalf("%s again, or %v", c.ID, err)
		}
		got[c.ID] = true
	}
	if len(want) < 10 || !reflect.DeepEqual(got, want) {
		t.Errorf("%d contacts, want %d", len(got), len(want))
	}
	for range h.Span("i", from, before) { // a caller may stop
		break
	}
}

// TestMatches tells what each wish asks for.
func TestMatches(t *testing.T) {
	agents := []acd.UserID{"ana", "bob"}
	text := "x"
	c := acd.Contact{
		Channel: acd.Task, InitiatedAt: 5, Name: "Lost parcel", Attributes: map[string]string{"plan": "gold", "Plan": "none"},
		SegmentAttributes: map[string]acd.SegmentAttribute{"s": {String: &text},
			"n": {Integer: new(int32(7))}, "l": {List: []acd.SegmentAttribute{{String: &text}}}, "a": {ARN: &text}},
		Tags: map[string]string{"team": "red", "tier": "1"},
		Criteria: &acd.RoutingCriteria{Steps: []acd.Step{{}, {Expression: acd.Expression{
			Attribute: &acd.AttributeCondition{Operator: acd.Match, AgentIDs: &agents}}}}},
	}
	red, blue := new("red"), new("blue")
	for want, list := range map[bool][]Criteria{
		true: {
			{},
			{Name: Texts{MatchAll, []string{"LOST", "cel"}}}, {Name: Texts{MatchAny, []string{"found", "lost"}}},
			{Name: Texts{MatchNone, []string{"found"}}}, {Name: Texts{MatchExact, []string{"Lost parcel"}}},
			{Name: Texts{MatchExact, nil}}, {Name: Texts{MatchAny, nil}},
			{Attributes: Values{"", []Value{{"plan", []string{"silver", "gold"}}}}},
			{Attributes: Values{MatchAny, []Value{{"plan", []string{"silver"}}, {"Plan", []string{"none"}}}}},
			{Attributes: Values{MatchNone, []Value{{"plan", []string{"silver"}}, {"size", []string{""}}}}},
			{Segment: Values{"", []Value{{"s", []string{"x"}}, {"n", []string{"7"}}, {"l", []string{"x"}},
				{"a", []string{"x"}}}}},
			{Tags: [][]Tag{{{"team", blue}}, {{"team", red}, {"tier", nil}}}}, {Tags: [][]Tag{{}}},
			{Steps: []Preferred{{"", []acd.UserID{"ana"}}, {MatchExact, []acd.UserID{"bob", "ana"}}}},
			{Steps: []Preferred{{MatchAny, []acd.UserID{"eve", "bob"}}}}, {Steps: []Preferred{{MatchNone, []acd.UserID{"eve"}}}},
			{Times: Times{MatchAll, []Range{{Initiated, 5, 5}}, []Moment{Disconnected}}},
			{Times: Times{MatchAny, []Range{{Initiated, 6, 9}}, []Moment{Disconnected}}},
		},
		false: {
			{Nothing: true},
			{Name: Texts{MatchAll, []string{"lost", "found"}}}, {Name: Texts{MatchExact, []string{"lost parcel"}}},
			{Name: Texts{MatchNone, []string{"parcel"}}},
			{Attributes: Values{"", []Value{{"plan", []string{"silver"}}}}},
			{Attributes: Values{MatchExact, []Value{{"plan", []string{"gold"}}, {"Plan", []string{"gold"}}}}},
			{Attributes: Values{MatchNone, []Value{{"plan", []string{"gold"}}}}},
			{Segment: Values{MatchAny, []Value{{"s", []string{"y"}}, {"t", []string{"x"}}}}},
			{Tags: [][]Tag{{{"team", blue}}, {{"team", red}, {"size", nil}}}},
			{Steps: []Preferred{{"", []acd.UserID{"ana", "eve"}}}}, {Steps: []Preferred{{MatchExact, []acd.UserID{"bob"}}}},
			{Steps: []Preferred{{MatchNone, []acd.UserID{"bob"}}}}, {Steps: []Preferred{{MatchAny, []acd.UserID{"eve"}}}},
			{Times: Times{MatchNone, []Range{{Initiated, 5, 5}}, nil}},
			{Groups: []Groups{{1, []acd.HierarchyGroupID{"g"}}}}, {Agents: []acd.UserID{"ana"}},
		},
	} {
		for i, k := range list {
			q := Query{Range: Range{Initiated, 5, 5}, Criteria: k}
			if q.holds(&c) != want {
				t.Errorf("%v, criteria %d: %+v", want, i, k)
			}
		}
	}
}

// TestFoundWhileLiving follows the guide in which contacts in progress can be found.
func TestFoundWhileLiving(t *testing.T) {
	for i, c := range []struct {
		contact acd.Contact
		want    bool
	}{
		{acd.Contact{Channel: acd.Voice, EnqueuedAt: 1}, false},
		{acd.Contact{Channel: acd.Voice, Agent: &acd.AgentInfo{ConnectedAt: 1}}, true},
		{acd.Contact{Channel: acd.Voice, State: acd.AfterContact}, true},
		{acd.Contact{Channel: acd.Chat}, false},
		{acd.Contact{Channel: acd.Chat, ConnectedToSystemAt: 1}, true},
		{acd.Contact{Channel: acd.Chat, EnqueuedAt: 1}, true},
		{acd.Contact{Channel: acd.Task}, true},
		{acd.Contact{Channel: acd.Email}, true},
	} {
		if isFound(&c.contact) != c.want {
			t.Errorf("contact %d", i)
		}
	}
}

// TestRenew gives an old row its marks and its key.
func TestRenew(t *testing.T) {
	const instance, id = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee", "00000000-1111-4222-8333-444444444444"
	c := acd.Contact{ID: id, Number: 4, InitiatedAt: 7, DisconnectedAt: 9, Channel: acd.Task, InitiationMethod: "API"}
	row, err := whole().Renew(journal.Entry{Key: instance + "/" + id, At: 7, Value: whole().Encode(c)})
	if err != nil || len(row.Key) != 32 || len(row.Marks) != 1 || !reflect.DeepEqual(row, whole().Row(instance, c)) {
		t.Errorf("%+v, %v", row, err)
	}
	h := New(newShelf(), whole())
	if i, opened, err := h.Open(row); i != instance || opened.ID != id || err != nil {
		t.Errorf("%s %s %v", i, opened.ID, err)
	}
	if _, err := whole().Renew(journal.Entry{Key: "i/c", Value: []byte("damaged")}); err == nil {
		t.Error("a damaged row was renewed")
	}
	if i, _, _ := h.Open(journal.Entry{Key: "i1/c1"}); i != "i1" {
		t.Errorf("the instance of a key that is no pair of UUIDs is %q", i)
	}
	if k := key(acd.InstanceID(strings.ToUpper(instance)), id); len(k) != 73 {
		t.Errorf("an id in capitals was packed: %q", k)
	}
}

// brokenIndex is a shelf whose marks cannot be read.
type brokenIndex struct{ *journal.Shelf }

func (brokenIndex) Marks(journal.Span) iter.Seq2[journal.Marked, error] {
	return func(yield func(journal.Marked, error) bool) { yield(journal.Marked{}, errors.New("no disk")) }
}

func TestBrokenIndex(t *testing.T) {
	h := New(brokenIndex{journal.NewShelf()}, whole())
	for _, by := range []Field{Field(Initiated), ByChannel} {
		q := Query{Instance: "i", Range: Range{Initiated, 1, 9}, Sort: Sort{By: by}, Max: 3}
		if _, err := h.Search(q).Answer(1); err == nil || err.Error() != "search contacts: no disk" {
			t.Errorf("by %s: %v", by, err)
		}
	}
	for _, err := range h.Span("i", 1, 2) {
		if err == nil || err.Error() != "read the contacts of a span: no disk" {
			t.Error(err)
		}
	}
}

// TestNotes reads what was written, whatever the moments.
func TestNotes(t *testing.T) {
	for _, d := range []acd.Duration{-5, 0, 1, 40 * acd.Day} {
		c := acd.Contact{InitiatedAt: 1 << 40, Channel: acd.Email, InitiationMethod: "FLOW"}
		c.EnqueuedAt = c.InitiatedAt.Add(d)
		got, ok := readNote(note(&c), c.InitiatedAt)
		if !ok || got.channel != acd.Email || got.method != "FLOW" || got.moment(Enqueued) != c.EnqueuedAt ||
			got.moment(Disconnected) != 0 || got.moment(Initiated) != c.InitiatedAt {
			t.Errorf("%d: %+v %v", d, got, ok)
		}
	}
	for _, text := range []string{"", "\x00", "\x21", "\x21\x00\x00\xff"} {
		if _, ok := readNote([]byte(text), 1); ok {
			t.Errorf("%q was read", text)
		}
	}
}
