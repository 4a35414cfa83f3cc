package history

import (
	"fmt"
	"iter"
	"strings"

	"patchcord/acd"
	"patchcord/journal"
)

// Archive is where the rows lie.
type Archive interface {
	Lookup(key string) (value []byte, ok bool, err error)
	Range(from, to string) iter.Seq2[journal.Entry, error]
	Forget(before int64) (n int, err error)
}

// Shelf is an archive that finds its rows by their marks as well.
type Shelf interface {
	Archive
	journal.Index
}

// Codec turns contacts into bytes and back.
type Codec struct {
	Encode func(acd.Contact) []byte
	Decode func([]byte) (acd.Contact, error)
}

// History finds ended contacts.
type History struct {
	archive Shelf
	codec   Codec
}

// New returns the history that lies on a shelf.
func New(s Shelf, c Codec) *History { return &History{archive: s, codec: c} }

// Row returns what keeps an ended contact. Its key is the instance and the contact, its time is when the contact began,
// and its marks are what it is searched by.
func (h *History) Row(instance acd.InstanceID, c acd.Contact) journal.Entry {
	return h.codec.Row(instance, c)
}

// Row returns what keeps an ended contact.
func (k Codec) Row(instance acd.InstanceID, c acd.Contact) journal.Entry {
	at := key(instance, c.ID)
	return journal.Entry{
		Key: at, At: int64(c.InitiatedAt), Value: frameOf(at).pack(k.Encode(c)),
		Number: c.Number, Note: note(&c), Marks: marks(instance, &c),
	}
}

// Renew gives a row that was written before there were marks what it would have today. Its key was made of the ids of
// the instance, of the root of a tree where it only told where a contact belongs, and of the contact, as they are
// written, with slashes between them.
func (k Codec) Renew(row journal.Entry) (journal.Entry, error) {
	instance, rest, _ := strings.Cut(row.Key, slash)
	if root, id, ok := strings.Cut(rest, slash); ok {
		row.Key = twig(acd.InstanceID(instance), acd.ContactID(root), acd.ContactID(id))
		return row, nil
	}
	c, err := k.Decode(row.Value)
	if err != nil {
		return journal.Entry{}, fmt.Errorf("renew the row of a contact: %w", err)
	}
	return k.Row(acd.InstanceID(instance), c), nil
}

// Open returns the contact of a row, and its instance.
func (h *History) Open(row journal.Entry) (acd.InstanceID, acd.Contact, error) {
	c, err := h.codec.open(row.Key, row.Value)
	return instanceOf(row.Key), c, err
}

// open returns the contact of a row.
func (k Codec) open(key string, value []byte) (acd.Contact, error) {
	text, err := frameOf(key).unpack(value)
	if err != nil {
		return acd.Contact{}, err
	}
	return k.Decode(text)
}

// Rows returns all that keeps an ended contact: its row and, where it belongs to the tree of another, a row without a
// value by which it is found there. Who stands alone costs nothing more.
func (h *History) Rows(instance acd.InstanceID, c acd.Contact) []journal.Entry {
	rows := []journal.Entry{h.Row(instance, c)}
	if c.AssociationID != "" && c.AssociationID != c.ID {
		rows = append(rows, journal.Entry{
			Key: twig(instance, c.AssociationID, c.ID), At: int64(c.InitiatedAt), Value: []byte{},
		})
	}
	return rows
}

// Tree finds the ended contacts that have a root in common, the root first and the others by id.
func (h *History) Tree(instance acd.InstanceID, root acd.ContactID) (tree []acd.Contact, err error) {
	if !plain(string(instance)) || !plain(string(root)) {
		return nil, nil
	}
	trunk := key(instance, root)
	ids := []acd.ContactID{root}
	for row, err := range h.archive.Range(trunk+slash, trunk+afterSlash) {
		if err != nil {
			return nil, fmt.Errorf("look up the tree of contact %s: %w", root, err)
		}
		ids = append(ids, acd.ContactID(unpacked(row.Key[len(trunk)+len(slash):])))
	}
	for _, id := range ids {
		c, ok, err := h.Contact(instance, id)
		if err != nil {
			return nil, err
		}
		if ok {
			tree = append(tree, c)
		}
	}
	return tree, nil
}

// IsContact says whether a row holds a contact, or only tells where one belongs.
func IsContact(row journal.Entry) bool { return len(row.Value) > 0 }

// Contact finds an ended contact.
func (h *History) Contact(instance acd.InstanceID, id acd.ContactID) (c acd.Contact, ok bool, err error) {
	if !plain(string(instance)) || !plain(string(id)) {
		return acd.Contact{}, false, nil
	}
	at := key(instance, id)
	row, ok, err := h.archive.Lookup(at)
	if err != nil || !ok {
		if err != nil {
			err = fmt.Errorf("look up contact %s: %w", id, err)
		}
		return acd.Contact{}, false, err
	}
	if c, err = h.codec.open(at, row); err != nil {
		return acd.Contact{}, false, fmt.Errorf("look up contact %s: %w", id, err)
	}
	return c, true, nil
}

// Trim forgets contacts that began before an instant, one step of them. It says whether there may be more to forget.
func (h *History) Trim(before acd.Time) (n int, more bool, err error) {
	if n, err = h.archive.Forget(int64(before)); err != nil {
		return n, false, fmt.Errorf("forget contacts: %w", err)
	}
	return n, n == journal.ForgetRowsMax, nil
}

// Cutoff returns the instant before which contacts are forgotten when they are kept for so many months.
func Cutoff(now acd.Time, months int) acd.Time { return acd.TimeOf(now.Std().AddDate(0, -months, 0)) }
