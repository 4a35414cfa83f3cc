package instance

import (
	"slices"

	"patchcord/acd"
)

// tokenLife is how long a ClientToken finds what it created (A0015).
const tokenLife = acd.Day

// Tokens remembers, for a day, what was created under which ClientToken.
type Tokens struct {
	used  map[tokenKey]UsedToken
	order []UsedToken // the oldest first
}

type tokenKey struct{ operation, token string }

// UsedToken is a ClientToken with what was created under it.
type UsedToken struct {
	At        acd.Time
	Operation string
	Token     acd.ClientToken
	Created   string
}

// Find returns what was created under a token. It refuses a token under which something else was asked.
func (t *Tokens) Find(now acd.Time, operation string, token acd.ClientToken) (created string, ok bool, err error) {
	if token.Token == "" {
		return "", false, nil
	}
	used, ok := t.used[tokenKey{operation, token.Token}]
	if !ok || now.Sub(used.At) >= tokenLife {
		return "", false, nil
	}
	if used.Token.Digest != token.Digest {
		return "", false, acd.Errorf(acd.Reused, "ClientToken %q was used for another %s request; take a new one for a new "+
			"request", token.Token, operation)
	}
	return used.Created, true, nil
}

// Add remembers the use of a token and forgets those whose day is over.
func (t *Tokens) Add(at acd.Time, e acd.ClientTokenUsed) {
	if t.used == nil {
		t.used = map[tokenKey]UsedToken{}
	}
	expired := 0
	for expired < len(t.order) && at.Sub(t.order[expired].At) >= tokenLife {
		old := t.order[expired]
		if key := (tokenKey{old.Operation, old.Token.Token}); t.used[key] == old {
			delete(t.used, key)
		}
		expired++
	}
	used := UsedToken{At: at, Operation: e.Operation, Token: e.Token, Created: e.Created}
	t.order = append(t.order[expired:], used)
	t.used[tokenKey{e.Operation, e.Token.Token}] = used
}

// Snapshot returns the tokens that are remembered, the oldest first.
func (t *Tokens) Snapshot() []UsedToken { return slices.Clone(t.order) }

// RestoreTokens returns the tokens of a snapshot.
func RestoreTokens(order []UsedToken) Tokens {
	t := Tokens{used: map[tokenKey]UsedToken{}, order: slices.Clone(order)}
	for _, used := range order {
		t.used[tokenKey{used.Operation, used.Token.Token}] = used
	}
	return t
}
