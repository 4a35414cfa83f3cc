package keys

import (
	"crypto/rand"
	"encoding/base32"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"time"
)

// Role is what the holder of a key may do.
type Role string

// The roles.
const (
	Admin    Role = "admin"     // everything
	ReadOnly Role = "read-only" // what changes nothing
	Agent    Role = "agent"     // the actions of one user of one instance
)

// Key is a pair with which requests are signed, in Amazon's words an access key ID and a secret access key.
type Key struct {
	ID         string // 20 characters, "AKIA" first
	Secret     string // 40 characters
	Role       Role
	InstanceID string    `json:",omitzero"` // of an Agent
	UserID     string    `json:",omitzero"` // of an Agent
	CreatedAt  time.Time // UTC, whole seconds
}

// Grant is what a new key is to allow.
type Grant struct {
	Role       Role
	InstanceID string // of an Agent, and of no other
	UserID     string // of an Agent, and of no other
}

// The shape of a key, which clients of AWS take for one of Amazon's.
const (
	idPrefix     = "AKIA"
	idLength     = 20
	secretLength = 40
	nameBytesMax = 128 // of an instance's or user's id
)

// newKey makes a key of chance.
func newKey(g Grant, at time.Time) Key {
	random := make([]byte, 10+30) // 16 digits of 5 bits, then 40 of 6
	rand.Read(random)             //nolint:errcheck // never fails
	return Key{
		ID:         idPrefix + base32.StdEncoding.EncodeToString(random[:10]),
		Secret:     base64.StdEncoding.EncodeToString(random[10:]),
		Role:       g.Role,
		InstanceID: g.InstanceID,
		UserID:     g.UserID,
		CreatedAt:  at.UTC().Truncate(time.Second),
	}
}

// Validate says why a grant makes no sense.
func (g Grant) Validate() error {
	switch {
	case g.Role != Admin && g.Role != ReadOnly && g.Role != Agent:
		return fmt.Errorf("the role %q is unknown; give admin, read-only or agent", g.Role)
	case g.Role == Agent && (g.InstanceID == "" || g.UserID == ""):
		return errors.New("a key for an agent needs the ids of his instance and of his user")
	case g.Role != Agent && (g.InstanceID != "" || g.UserID != ""):
		return fmt.Errorf("only a key for an agent is bound to an instance and a user, not one that is %s", g.Role)
	case len(g.InstanceID) > nameBytesMax || len(g.UserID) > nameBytesMax:
		return fmt.Errorf("an id of more than %d bytes is none", nameBytesMax)
	}
	return nil
}

// validate says why a key that stood in a file is none.
func (k *Key) validate() error {
	switch {
	case len(k.ID) != idLength || !strings.HasPrefix(k.ID, idPrefix):
		return fmt.Errorf("the ID %q is not %d characters that begin with %s", k.ID, idLength, idPrefix)
	case len(k.Secret) != secretLength:
		return fmt.Errorf("the secret of %s has not %d characters", k.ID, secretLength)
	}
	if err := (Grant{k.Role, k.InstanceID, k.UserID}).Validate(); err != nil {
		return fmt.Errorf("the key %s: %w", k.ID, err)
	}
	return nil
}
