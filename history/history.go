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

// Codec turns contacts into bytes and back.
type Codec struct {
	Encode func(acd.Contact) []byte
	Decode func([]byte) (acd.Contact, error)
}

// History finds ended contacts.
type History struct {
	archive Archive
	codec   Codec
}

// New returns the history that lies in an archive.
func New(a Archive, c Codec) *History { return &History{archive: a, codec: c} }

// Row returns what keeps an ended contact. Its key is the instance and the contact, so that the contacts of an instance
// lie together; its time is when the contact began.
func (h *History) Row(instance acd.InstanceID, c acd.Contact) journal.Entry {
	return journal.Entry{Key: key(instance, c.ID), At: int64(c.InitiatedAt), Value: h.codec.Encode(c)}
}

// Rows returns all that keeps an ended contact: its row and, where it belongs to the tree of another, a row without a
// value by which it is found there. Who stands alone costs nothing more.
func (h *History) Rows(instance acd.InstanceID, c acd.Contact) []journal.Entry {
	rows := []journal.Entry{h.Row(instance, c)}
	if c.AssociationID != "" && c.AssociationID != c.ID {
		rows = append(rows, journal.Entry{
			Key: key(instance, c.AssociationID) + slash + string(c.ID), At: int64(c.InitiatedAt), Value: []byte{},
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
		ids = append(ids, acd.ContactID(row.Key[len(trunk)+len(slash):]))
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
func IsContact(row journal.Entry) bool { return strings.Count(row.Key, slash) == 1 }

// Contact finds an ended contact.
func (h *History) Contact(instance acd.InstanceID, id acd.ContactID) (c acd.Contact, ok bool, err error) {
	if !plain(string(instance)) || !plain(string(id)) {
		return acd.Contact{}, false, nil
	}
	row, ok, err := h.archive.Lookup(key(instance, id))
	if err != nil || !ok {
		if err != nil {
			err = fmt.Errorf("look up contact %s: %w", id, err)
		}
		return acd.Contact{}, false, err
	}
	if c, err = h.codec.Decode(row); err != nil {
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

// idBytesMax is how long an id may be, in bytes, to be worth a look. An id has 36.
const idBytesMax = 256

// plain says whether a text can be half of a key.
func plain(id string) bool { return id != "" && len(id) <= idBytesMax && !strings.Contains(id, slash) }

// slash divides the parts of a key; afterSlash is the least text that comes after all that begin with it.
const (
	slash      = "/"
	afterSlash = "0"
)

func key(instance acd.InstanceID, id acd.ContactID) string {
	return string(instance) + slash + string(id)
}

// Cutoff returns the instant before which contacts are forgotten when they are kept for so many months.
func Cutoff(now acd.Time, months int) acd.Time { return acd.TimeOf(now.Std().AddDate(0, -months, 0)) }
