package history

import (
	"errors"
	"iter"
	"strings"
	"testing"
	"time"

	"patchcord/acd"
	"patchcord/journal"
)

// shelf is a shelf that can break.
type shelf struct {
	*journal.Shelf
	broken error
}

func newShelf() *shelf { return &shelf{Shelf: journal.NewShelf()} }

func (s *shelf) put(rows ...journal.Entry) { s.Put(1, rows) }

func (s *shelf) Lookup(key string) ([]byte, bool, error) {
	value, ok, _ := s.Shelf.Lookup(key)
	return value, ok, s.broken
}

func (s *shelf) Range(from, to string) iter.Seq2[journal.Entry, error] {
	if s.broken != nil {
		return func(yield func(journal.Entry, error) bool) { yield(journal.Entry{}, s.broken) }
	}
	return s.Shelf.Range(from, to)
}

func (s *shelf) Forget(before int64) (int, error) {
	if s.broken != nil {
		return 0, s.broken
	}
	return s.Shelf.Forget(before)
}

// names is a codec that keeps no more than a contact's id and name.
func names() Codec {
	return Codec{
		Encode: func(c acd.Contact) []byte { return []byte(string(c.ID) + "=" + c.Name) },
		Decode: func(row []byte) (acd.Contact, error) {
			id, name, ok := strings.Cut(string(row), "=")
			if !ok {
				return acd.Contact{}, errors.New("no name")
			}
			return acd.Contact{ID: acd.ContactID(id), Name: name}, nil
		},
	}
}

func TestContact(t *testing.T) {
	s := newShelf()
	h := New(s, names())
	s.put(h.Row("i1", acd.Contact{ID: "c1", Name: "ann"}), h.Row("i2", acd.Contact{ID: "c1", Name: "bob"}))
	for _, c := range []struct {
		instance acd.InstanceID
		id       acd.ContactID
		want     string
	}{
		{"i1", "c1", "ann"}, {"i2", "c1", "bob"}, {"i1", "c2", ""}, {"", "i1/c1", ""}, {"i1", "", ""}, {"i1/c1", "", ""},
	} {
		got, ok, err := h.Contact(c.instance, c.id)
		if err != nil || ok != (c.want != "") || got.Name != c.want {
			t.Errorf("contact %s of %s: got %q, %v, %v, want %q", c.id, c.instance, got.Name, ok, err, c.want)
		}
	}
	s.put(journal.Entry{Key: "i1/c3", Value: []byte("damaged")})
	if _, _, err := h.Contact("i1", "c3"); err == nil || err.Error() != "look up contact c3: no name" {
		t.Errorf("a damaged row: got %v", err)
	}
	s.broken = errors.New("no disk")
	if _, _, err := h.Contact("i1", "c9"); err == nil || err.Error() != "look up contact c9: no disk" {
		t.Errorf("a broken archive: got %v", err)
	}
}

// TestTree finds the ended contacts of a tree by its root, and asks nothing more of who stands alone.
func TestTree(t *testing.T) {
	s := newShelf()
	h := New(s, names())
	alone := h.Rows("i1", acd.Contact{ID: "a", AssociationID: "a"})
	s.put(alone...)
	for _, id := range []acd.ContactID{"r", "r1", "r2", "r0"} {
		s.put(h.Rows("i1", acd.Contact{ID: id, AssociationID: "r", Name: string(id)})...)
	}
	s.put(h.Rows("i1", acd.Contact{ID: "q", AssociationID: "r1"})...)
	s.put(h.Rows("i2", acd.Contact{ID: "z", AssociationID: "r"})...)
	if len(alone) != 1 || !IsContact(alone[0]) {
		t.Errorf("a contact alone has the rows %v", alone)
	}
	for root, want := range map[acd.ContactID]string{
		"r": "r r0 r1 r2", "a": "a", "r1": "r1 q", "none": "", "r/": "", "": "",
	} {
		tree, err := h.Tree("i1", root)
		var ids []string
		for _, c := range tree {
			ids = append(ids, string(c.ID))
		}
		if got := strings.Join(ids, " "); got != want || err != nil {
			t.Errorf("the tree of %q is %q, %v, want %q", root, got, err, want)
		}
	}
	s.broken = errors.New("no disk")
	if _, err := h.Tree("i1", "r"); err == nil || err.Error() != "look up the tree of contact r: no disk" {
		t.Errorf("a broken archive: got %v", err)
	}
}

// TestTrim forgets in steps, by when a contact began and not by when it ended.
func TestTrim(t *testing.T) {
	s := newShelf()
	h := New(s, names())
	now := acd.TimeOf(time.Date(2026, 3, 31, 12, 0, 0, 0, time.UTC))
	cutoff := Cutoff(now, 24)
	if want := acd.TimeOf(time.Date(2024, 3, 31, 12, 0, 0, 0, time.UTC)); cutoff != want {
		t.Fatalf("24 months before %v is %v", now.Std(), cutoff.Std())
	}
	for n := range 1500 {
		id := acd.ContactID(time.Duration(n).String())
		s.put(h.Row("i1", acd.Contact{ID: id, InitiatedAt: cutoff - 1, CompletedAt: now}))
	}
	s.put(h.Row("i1", acd.Contact{ID: "kept", InitiatedAt: cutoff}))
	for _, want := range []struct {
		n    int
		more bool
	}{{1000, true}, {500, false}, {0, false}} {
		if n, more, err := h.Trim(cutoff); n != want.n || more != want.more || err != nil {
			t.Errorf("trim: got %d, %v, %v, want %v", n, more, err, want)
		}
	}
	if _, ok, _ := h.Contact("i1", "kept"); !ok {
		t.Error("a contact that began within the time to keep is gone")
	}
	s.broken = errors.New("no disk")
	if _, _, err := h.Trim(cutoff); err == nil || err.Error() != "forget contacts: no disk" {
		t.Errorf("a broken archive: got %v", err)
	}
}
