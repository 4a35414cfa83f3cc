package history

import (
	"cmp"
	"slices"
	"strconv"

	"patchcord/acd"
)

// segmentTexts returns what a segment attribute is found by (A0162): its text, its number, its ARN, or any of its list.
func segmentTexts(a acd.SegmentAttribute) (all []string) {
	switch {
	case a.String != nil:
		return []string{*a.String}
	case a.Integer != nil:
		return []string{strconv.Itoa(int(*a.Integer))}
	case a.ARN != nil:
		return []string{*a.ARN}
	}
	for _, inner := range a.List {
		all = append(all, segmentTexts(inner)...)
	}
	return all
}

// Sort is the order of an answer (A0164).
type Sort struct {
	By   Field
	Back bool // from the last to the first
}

// A Field is what contacts are sorted by: a Moment, or one of two words.
type Field string

// The words that contacts can be sorted by.
const (
	ByMethod  Field = "INITIATION_METHOD"
	ByChannel Field = "CHANNEL"
)

// A Position is the place of a contact in an order. No two contacts of an instance have the same Number.
type Position struct {
	At     acd.Time // where the order is by a moment; zero: the contact has none and comes after all that have
	Word   string   // where it is by a word
	Number int64
}

// place returns the place of a contact.
func (s Sort) place(c *acd.Contact) Position {
	p := Position{Number: c.Number}
	switch s.By {
	case ByMethod:
		p.Word = string(c.InitiationMethod)
	case ByChannel:
		p.Word = string(c.Channel)
	default:
		p.At = Moment(s.By).of(c)
	}
	return p
}

// compare says which of two places comes first.
func (s Sort) compare(a, b Position) int {
	if a.At.IsZero() != b.At.IsZero() {
		if a.At.IsZero() {
			return 1
		}
		return -1
	}
	order := cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.Word, b.Word), cmp.Compare(a.Number, b.Number))
	if s.Back {
		return -order
	}
	return order
}

// A hit is a contact that is looked for: a living one, or an ended one by its row.
type hit struct {
	Position
	contact *acd.Contact
	row     int64
}

// A leaf is the page that is being filled: the first contacts behind a place, as many as fit and one more, which shows
// that there is a next page.
type leaf struct {
	sort  Sort
	after *Position
	max   int
	hits  []hit // in their order
	total int64 // of all that were found, on the page or not
}

// wants says whether a contact at a place would be on the page so far.
func (l *leaf) wants(p Position) bool {
	if l.after != nil && l.sort.compare(p, *l.after) <= 0 {
		return false
	}
	return len(l.hits) <= l.max || l.sort.compare(p, l.hits[l.max].Position) < 0
}

// put takes a contact to the page.
func (l *leaf) put(h hit) {
	at, _ := slices.BinarySearchFunc(l.hits, h, func(a, b hit) int { return l.sort.compare(a.Position, b.Position) })
	l.hits = slices.Insert(l.hits, at, h)
	l.hits = l.hits[:min(len(l.hits), l.max+1)]
}
