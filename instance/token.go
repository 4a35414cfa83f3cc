package instance

import (
	"slices"

	"patchcord/acd"
)

// lifeOf says how long a ClientToken of an operation finds what it created: a day (A0015), or the seven that the SDK's
// text on a few operations promises.
func lifeOf(operation string) acd.Duration {
	switch operation {
	case "StartOutboundVoiceContact", "StartOutboundChatContact", "StartWebRTCContact":
		return 7 * acd.Day
	}
	return acd.Day
}

// Tokens remembers what was created under which ClientToken, for as long as the token finds it.
type Tokens struct {
	used map[tokenKey]UsedToken
	days [2][]UsedToken // those that live a day, and those that live a week; the oldest first
}

// week says in which of the lists the tokens of an operation stand.
func week(operation string) int {
	if lifeOf(operation) > acd.Day {
		return 1
	}
	return 0
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
	if !ok || now.Sub(used.At) >= lifeOf(operation) {
		return "", false, nil
	}
	if used.Token.Digest != token.Digest {
		return "", false, acd.Errorf(acd.Reused, "ClientToken %q was used for another %s request; take a new one for a new "+
			"request", token.Token, operation)
	}
	return used.Created, true, nil
}

// Add remembers the use of a token and forgets those of its list whose time is over.
func (t *Tokens) Add(at acd.Time, e acd.ClientTokenUsed) {
	if t.used == nil {
		t.used = map[tokenKey]UsedToken{}
	}
	list := &t.days[week(e.Operation)]
	expired := 0
	for expired < len(*list) && at.Sub((*list)[expired].At) >= lifeOf(e.Operation) {
		old := (*list)[expired]
		if key := (tokenKey{old.Operation, old.Token.Token}); t.used[key] == old {
			delete(t.used, key)
		}
		expired++
	}
	used := UsedToken{At: at, Operation: e.Operation, Token: e.Token, Created: e.Created}
	*list = append((*list)[expired:], used)
	t.used[tokenKey{e.Operation, e.Token.Token}] = used
}

// Snapshot returns the tokens that are remembered: those that live a day, then those that live a week, each from the
// oldest on.
func (t *Tokens) Snapshot() []UsedToken { return slices.Concat(t.days[0], t.days[1]) }

// RestoreTokens returns the tokens of a snapshot.
func RestoreTokens(order []UsedToken) Tokens {
	t := Tokens{used: map[tokenKey]UsedToken{}}
	for _, used := range order {
		list := &t.days[week(used.Operation)]
		*list = append(*list, used)
		t.used[tokenKey{used.Operation, used.Token.Token}] = used
	}
	return t
}
