package history

import (
	"fmt"
	"strings"

	"patchcord/acd"
	"patchcord/journal"
)

// Archive is where the rows lie.
type Archive interface {
	Lookup(key string) (value []byte, ok bool, err error)
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
func plain(id string) bool { return id != "" && len(id) <= idBytesMax && !strings.Contains(id, "/") }

func key(instance acd.InstanceID, id acd.ContactID) string {
	return string(instance) + "/" + string(id)
}

// Cutoff returns the instant before which contacts are forgotten when they are kept for so many months.
func Cutoff(now acd.Time, months int) acd.Time { return acd.TimeOf(now.Std().AddDate(0, -months, 0)) }
