package scribe

import (
	"bytes"
	"math"
	"math/rand"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/go-json-experiment/json"

	"patchcord/account"
	"patchcord/acd"
)

// seeds is how many random values a test tries.
const seeds = 100

// TestRecordComesBack writes and reads random events of every kind.
func TestRecordComesBack(t *testing.T) {
	for seed := range int64(seeds) {
		chance := rand.New(rand.NewSource(seed))
		r := Record{At: acd.Time(chance.Int63()), Events: []acd.Event{}}
		for n, body := range bodies(func(t reflect.Type) reflect.Value { return random(t, chance) }) {
			r.Events = append(r.Events, acd.Event{
				At: acd.Time(chance.Int63()), Instance: "6f0c1a52", Number: int64(n), Body: body,
			})
		}
		text := EncodeRecord(r)
		got, err := DecodeRecord(text)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if !reflect.DeepEqual(got, r) {
			t.Fatalf("seed %d: %s came back as %s", seed, text, EncodeRecord(got))
		}
		if !utf8.Valid(text) || bytes.Count(text, []byte{'\n'}) != len(r.Events)+1 {
			t.Fatalf("seed %d: not one line of text an event: %s", seed, text)
		}
	}
}

// TestStateAndContactComeBack does the same with the two other things that are written.
func TestStateAndContactComeBack(t *testing.T) {
	for seed := range int64(seeds) {
		chance := rand.New(rand.NewSource(seed))
		state := random(reflect.TypeFor[account.State](), chance).Interface().(account.State)
		at, gotState, err := DecodeState(EncodeState(7, state))
		if err != nil || at != 7 || !reflect.DeepEqual(gotState, state) {
			t.Fatalf("seed %d: state came back changed: %v", seed, err)
		}
		if Hash(gotState) != Hash(state) {
			t.Fatalf("seed %d: one state has two hashes", seed)
		}
		contact := random(reflect.TypeFor[acd.Contact](), chance).Interface().(acd.Contact)
		gotContact, err := DecodeContact(EncodeContact(contact))
		if err != nil || !reflect.DeepEqual(gotContact, contact) {
			t.Fatalf("seed %d: contact came back changed: %v", seed, err)
		}
	}
}

// TestSlowTwin lets a plain JSON library read what the writers write: it must find the same values.
func TestSlowTwin(t *testing.T) {
	for seed := range int64(seeds) {
		chance := rand.New(rand.NewSource(seed))
		for _, k := range kinds {
			want := random(k.typ, chance)
			text := k.write(nil, want.Interface().(acd.Body))
			got := reflect.New(k.typ)
			if err := json.Unmarshal(text, got.Interface(), json.RejectUnknownMembers(true)); err != nil {
				t.Fatalf("seed %d: %s: %v in %s", seed, k.name, err, text)
			}
			if !reflect.DeepEqual(got.Elem().Interface(), want.Interface()) {
				t.Fatalf("seed %d: %s: the slow twin finds another value in %s", seed, k.name, text)
			}
		}
	}
}

// TestLossless names the values that are easily lost.
func TestLossless(t *testing.T) {
	most, none := int64(math.MaxInt64), int32(0)
	empty := []acd.UserID{}
	condition := acd.AttributeCondition{Operator: acd.Match, AgentIDs: &empty}
	criteria := &acd.RoutingCriteria{Steps: []acd.Step{{Expression: acd.Expression{Attribute: &condition}}}}
	for name, body := range map[string]acd.Body{
		"the largest number":       acd.ContactRoutingUpdated{QueuePriority: &most},
		"a zero that was given":    acd.ContactRoutingUpdated{QueueTimeAdjustment: &none},
		"an empty list of agents":  acd.ContactRoutingUpdated{Criteria: criteria},
		"an empty list of steps":   acd.ContactRoutingUpdated{Criteria: &acd.RoutingCriteria{Steps: []acd.Step{}}},
		"no list of steps":         acd.ContactRoutingUpdated{Criteria: &acd.RoutingCriteria{}},
		"an empty table":           acd.ContactAttributesChanged{Attributes: map[string]string{}},
		"no table":                 acd.ContactAttributesChanged{},
		"an empty key":             acd.ContactAttributesChanged{Attributes: map[string]string{"": ""}},
		"the largest seed":         acd.InstanceCreated{Instance: acd.Instance{Seed: math.MaxUint64}},
		"a queue type without id":  acd.ContactQueued{Queue: acd.QueueRef{Type: acd.AgentQueue}},
		"a float of 32 bits":       acd.ContactInitiated{Contact: acd.Contact{Criteria: levels(1.1, 4.9999995)}},
		"an entry that is shorter": acd.RoutingProfileCreated{Profile: acd.RoutingProfile{Queues: []acd.ProfileQueue{{}}}},
	} {
		r := Record{At: 1, Events: []acd.Event{{At: 1, Instance: "i", Number: 1, Body: body}}}
		got, err := DecodeRecord(EncodeRecord(r))
		if err != nil || !reflect.DeepEqual(got, r) {
			t.Errorf("%s does not come back: %v, %s", name, err, EncodeRecord(r))
		}
	}
}

func levels(low, high float32) *acd.RoutingCriteria {
	condition := acd.AttributeCondition{Operator: acd.InRange, Range: &acd.Range{Min: low, Max: high}}
	return &acd.RoutingCriteria{Steps: []acd.Step{{Expression: acd.Expression{Not: &condition}}}}
}

// TestBadText writes text that is not UTF-8: it must not keep the record from being read.
func TestBadText(t *testing.T) {
	attributes := map[string]string{"a\xff": "b\xc3", "a\xfe": "c", "good": "d"}
	text := EncodeRecord(Record{At: 1, Events: []acd.Event{
		{At: 1, Instance: "i", Number: 1, Body: acd.ContactAttributesChanged{Attributes: attributes}},
	}})
	got, err := DecodeRecord(text)
	if err != nil {
		t.Fatal(err)
	}
	body := got.Events[0].Body.(acd.ContactAttributesChanged)
	if body.Attributes["good"] != "d" || body.Attributes["a\ufffd"] == "" {
		t.Errorf("%s came back as %v", text, body)
	}
}

// TestRefusals reads what must not be read.
func TestRefusals(t *testing.T) {
	const head = "1 1767225600000\n"
	for _, c := range []struct{ text, want string }{
		{"", "the first line is not a version and a time"},
		{"1\n", "the first line is not a version and a time"},
		{"x 5\n", `version "x" is none`},
		{"0 5\n", `version "0" is none`},
		{"2 5\n", "it has version 2, this release reads up to 1"},
		{"1 soon\n", `time "soon" is none`},
		{"1 007\n", `time "007" is none`},
		{head + "5 i 1 ContactVanished {}\n", `line 2: an event of kind "ContactVanished" is not known to this release`},
		{head + "5 i 1 ContactCompleted {\"Mood\":\"good\"}\n", `member "Mood" is not known to this release`},
		{head + "5 i 1 ContactCompleted {\"ContactID\":5}\n", "ContactCompleted: ContactID: no text in quotes"},
		{head + "5 i 1 ContactCompleted {\"ContactID\":\"\xff\"}\n", "text is not UTF-8"},
		{head + "5 i 1 ContactCompleted {\"ContactID\":\"c", "text without an end"},
		{head + "5 i 1 ContactCompleted {\"ContactID\":\"\\", "an escape that is not written here"},
		{head + "5 i 1 ContactCompleted {}", "the line does not end here"},
		{head + "5 i 1 ContactCompleted {} \n", "the line does not end here"},
		{head + "5 i 1 ContactCompleted\n", "it is not time, instance, number, kind and members"},
		{head + "5 i one ContactCompleted {}\n", `number "one" is none`},
		{head + "5 i 1 StepExpired {\"Step\":1.5}\n", `number "1.5" cannot be read`},
		{head + "5 i 1 StepExpired {\"Step\":99999999999999999999}\n", `number "99999999999999999999" cannot be read`},
		{head + "5 i 1 StepExpired {\"Step\":1,}\n", `member "}\n" is not known`},
		{head + "5 i 1 ContactAccepted {\"Automatic\":yes}\n", "neither true nor false"},
		{head + "5 i 1 ContactInitiated {\"Contact\":{\"SegmentAttributes\":{\"a\":{\"List\":" +
			strings.Repeat(`[{"List":`, 600), "more than 1000 lists and structs lie in each other"},
	} {
		_, err := DecodeRecord([]byte(c.text))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%.60q: got %v, want %s", c.text, err, c.want)
		}
	}
	if _, err := DecodeContact([]byte("9 {}")); err == nil || !strings.Contains(err.Error(), "it has version 9") {
		t.Errorf("a contact of a later version: got %v", err)
	}
	if _, _, err := DecodeState([]byte(head + "{} ")); err == nil || !strings.Contains(err.Error(), "more after its end") {
		t.Errorf("a state with more after it: got %v", err)
	}
}

// TestUnknownBody says that a body outside the list is a fault of the house.
func TestUnknownBody(t *testing.T) {
	defer func() {
		if got := recover(); got != "scribe: scribe.stranger is not in the list of kinds" {
			t.Errorf("got %v", got)
		}
	}()
	AppendEvent(nil, acd.Event{Body: stranger{}})
}

type stranger struct{}

func (stranger) Nature() acd.Nature { return acd.Fact }

// TestUnwritable says which types cannot be written, before anything is lost by them.
func TestUnwritable(t *testing.T) {
	for _, typ := range []reflect.Type{
		reflect.TypeFor[struct{ hidden int }](), reflect.TypeFor[map[int]string](), reflect.TypeFor[any](),
		reflect.TypeFor[struct {
			Named int `json:"other"`
		}](),
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%v has a writer", typ)
				}
			}()
			writerFor(typ)
		}()
	}
}

// FuzzRecord reads any bytes: what can be read must come back the same.
func FuzzRecord(f *testing.F) {
	f.Add(EncodeRecord(rerouted()))
	for n, body := range bodies(full) {
		f.Add(EncodeRecord(Record{At: 1, Events: []acd.Event{{At: 1, Instance: "i", Number: int64(n), Body: body}}}))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		r, err := DecodeRecord(text)
		if err != nil {
			return
		}
		again, err := DecodeRecord(EncodeRecord(r))
		if err != nil || !reflect.DeepEqual(again, r) {
			t.Errorf("%q: read, written and read again it is another record: %v", text, err)
		}
	})
}
