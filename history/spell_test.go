package history

import (
	"reflect"
	"slices"
	"testing"

	"patchcord/acd"
	"patchcord/journal"
)

// TestSpells keeps times in a status and finds those that reach into a span.
func TestSpells(t *testing.T) {
	shelf := journal.NewShelf()
	h := New(shelf, Codec{})
	const one, other = acd.InstanceID("6f0c1a52-0000-4000-8000-666677778888"), acd.InstanceID("another")
	spell := func(user acd.UserID, from, to acd.Time) acd.StatusSpell {
		return acd.StatusSpell{UserID: user, RoutingProfileID: "front", StatusID: "available", Type: acd.Routable,
			From: from, To: to}
	}
	all := []acd.StatusSpell{spell("bob", 0, 10), spell("ana", 5, 2000), spell("ana", 2000, 1_800_000_000_000)}
	all[2].HierarchyPath = []acd.HierarchyGroupID{"north", "oslo"}
	same := func(a, b acd.StatusSpell) bool { return reflect.DeepEqual(a, b) }
	for i, s := range all {
		shelf.Put(int64(i+1), []journal.Entry{h.SpellRow(one, s)})
	}
	shelf.Put(9, []journal.Entry{h.SpellRow(other, spell("eve", 0, 3000))})
	for from, want := range map[acd.Time][]acd.StatusSpell{
		0: all, 9: all, 10: all[1:], 2000: all[2:], 1_800_000_000_000: nil,
	} {
		if got, err := h.Spells(one, from); err != nil || !slices.EqualFunc(got, want, same) {
			t.Errorf("after %d: %v (%v), want %v", from, got, err, want)
		}
	}
	found := 0
	for row := range shelf.Range("", "") {
		instance, s, ok := OpenSpell(row)
		known := slices.ContainsFunc(all, func(k acd.StatusSpell) bool { return same(k, s) })
		if ok && (instance == one && known || instance == other) {
			found++
		}
		if IsContact(row) {
			t.Errorf("%q counts as a contact", row.Key)
		}
	}
	if found != 4 {
		t.Errorf("%d rows can be opened", found)
	}
	shelf.Put(10, []journal.Entry{{Key: key(one, spellsID) + "/ffff/x", Value: []byte{}}})
	if _, err := h.Spells(one, 0); err == nil {
		t.Error("a damaged row is read")
	}
}
