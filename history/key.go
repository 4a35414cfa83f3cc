package history

import (
	"encoding/hex"
	"strings"

	"patchcord/acd"
)

// idBytesMax is how long an id may be, in bytes, to be worth a look. An id has 36.
const idBytesMax = 256

// plain says whether a text can be half of a key.
func plain(id string) bool { return id != "" && len(id) <= idBytesMax && !strings.Contains(id, slash) }

// slash divides the parts of a key; afterSlash is the least text that comes after all that begin with it.
const (
	slash      = "/"
	afterSlash = "0"
)

// The lengths of an id as Amazon writes it, and packed.
const (
	idLength    = 36
	packedBytes = 16
)

// key is two packed ids, where both are UUIDs as Amazon writes them; anything else is kept as text.
func key(instance acd.InstanceID, id acd.ContactID) string {
	first, second := packed(string(instance)), packed(string(id))
	if len(first) == packedBytes && len(second) == packedBytes {
		return first + second
	}
	return string(instance) + slash + string(id)
}

// twig is the key of a row by which a contact is found in the tree that it belongs to.
func twig(instance acd.InstanceID, root, id acd.ContactID) string {
	return key(instance, root) + slash + packed(string(id))
}

// instanceOf is the first half of a key.
func instanceOf(key string) acd.InstanceID {
	if len(key) == 2*packedBytes {
		return acd.InstanceID(unpacked(key[:packedBytes]))
	}
	instance, _, _ := strings.Cut(key, slash)
	return acd.InstanceID(instance)
}

// packed is the 16 bytes of a UUID in lower case, or the id as it is.
func packed(id string) string {
	dashed := len(id) == idLength && id[8] == '-' && id[13] == '-' && id[18] == '-' && id[23] == '-'
	if !dashed || id != strings.ToLower(id) {
		return id
	}
	b, err := hex.DecodeString(id[:8] + id[9:13] + id[14:18] + id[19:23] + id[24:])
	if err != nil {
		return id
	}
	return string(b)
}

// unpacked is the id that was packed.
func unpacked(id string) string {
	if len(id) != packedBytes {
		return id
	}
	h := hex.EncodeToString([]byte(id))
	return h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
}
