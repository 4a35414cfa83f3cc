package history

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"patchcord/acd"
	"patchcord/journal"
)

// spellsID stands where the id of a contact stands in the keys of other rows.
const spellsID = "spells"

// spellWords is how many words the key of a row has for a time in a status at least; those after it are the groups of
// the agent, from the top to his own.
const spellWords = 6

// SpellRow returns what keeps a time that a user spent in a status. All of it is in the key, which begins with its end,
// so that those that reach into a span of time lie together.
func (h *History) SpellRow(instance acd.InstanceID, s acd.StatusSpell) journal.Entry {
	words := []string{fmt.Sprintf("%016x", int64(s.To)), string(s.UserID), strconv.FormatInt(int64(s.From), 10),
		string(s.RoutingProfileID), string(s.StatusID), string(s.Type)}
	for _, group := range s.HierarchyPath {
		words = append(words, string(group))
	}
	return journal.Entry{Key: key(instance, spellsID) + slash + strings.Join(words, slash), At: int64(s.To),
		Value: []byte{}}
}

// Spells returns the times that users spent in a status and that ended after an instant, by their ends.
func (h *History) Spells(instance acd.InstanceID, from acd.Time) (spells []acd.StatusSpell, err error) {
	if !plain(string(instance)) {
		return nil, nil
	}
	all := key(instance, spellsID)
	first := all + slash + fmt.Sprintf("%016x", max(int64(from)+1, 0))
	for row, err := range h.archive.Range(first, all+afterSlash) {
		if err != nil {
			return nil, fmt.Errorf("read times in a status: %w", err)
		}
		s, err := readSpell(row.Key[len(all)+len(slash):])
		if err != nil {
			return nil, fmt.Errorf("read times in a status: %w", err)
		}
		spells = append(spells, s)
	}
	return spells, nil
}

// OpenSpell returns the time that a row keeps, if it keeps one, and its instance.
func OpenSpell(row journal.Entry) (acd.InstanceID, acd.StatusSpell, bool) {
	instance, rest, _ := strings.Cut(row.Key, slash)
	text, ok := strings.CutPrefix(rest, spellsID+slash)
	if !ok || len(row.Value) > 0 {
		return "", acd.StatusSpell{}, false
	}
	s, err := readSpell(text)
	return acd.InstanceID(instance), s, err == nil
}

// readSpell reads the part of a key that SpellRow has written.
func readSpell(text string) (s acd.StatusSpell, err error) {
	words := strings.Split(text, slash)
	if len(words) < spellWords {
		return s, fmt.Errorf("%q is not one", text)
	}
	to, err1 := strconv.ParseInt(words[0], 16, 64)
	from, err2 := strconv.ParseInt(words[2], 10, 64)
	var path []acd.HierarchyGroupID
	for _, group := range words[spellWords:] {
		path = append(path, acd.HierarchyGroupID(group))
	}
	return acd.StatusSpell{UserID: acd.UserID(words[1]), RoutingProfileID: acd.RoutingProfileID(words[3]),
		StatusID: acd.AgentStatusID(words[4]), Type: acd.AgentStatusType(words[5]), From: acd.Time(from), To: acd.Time(to),
		HierarchyPath: path,
	}, errors.Join(err1, err2)
}
