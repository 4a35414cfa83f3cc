package connect

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"sort"
	"strings"

	"patchcord/acd"
)

// How many items a page has where the caller names no number.
const (
	pageDefault         = 100
	pageDefaultInstance = 10 // ListInstances
)

// pageAsk is the part of an input that says which page is wanted.
type pageAsk struct {
	Instance string   // empty for lists above instances
	Token    *string  // NextToken of the page before; nil or empty asks for the first
	Max      *int32   // items; nil is the operation's default
	Filters  []string // whatever else narrows the list; a token holds only for the same
}

// page cuts one page out of items, which are sorted strictly by key. A page begins behind the last key of the page
// before, so what is created or deleted meanwhile neither repeats nor hides another item. next is nil on the last page.
func page[T any](c *Call, ask pageAsk, items []T, key func(T) string) (found []T, next *string, err error) {
	if ask.Token != nil && *ask.Token != "" {
		last, err := readToken(*ask.Token, scopeOf(c, ask))
		if err != nil {
			return nil, nil, err
		}
		items = items[sort.Search(len(items), func(i int) bool { return key(items[i]) > last }):]
	}
	size := pageDefault
	switch {
	case ask.Max != nil:
		size = int(*ask.Max)
	case c.Operation == "ListInstances":
		size = pageDefaultInstance
	}
	if len(items) <= size {
		return items, nil, nil
	}
	token := makeToken(scopeOf(c, ask), key(items[size-1]))
	return items[:size], &token, nil
}

// A token says where a page begins. It is opaque, but not secret: whoever forges one only chooses another beginning.
//
//	version  check      scope                                  last key
//	1 byte   8 bytes    8 bytes                                any
//	         of all     of operation, instance and filters
//	         that follows
const (
	tokenVersion = 1
	digestLength = 8
)

type digest [digestLength]byte

// scopeOf digests what a token is bound to.
func scopeOf(c *Call, ask pageAsk) digest {
	return digestOf(strings.Join(append([]string{c.Operation, ask.Instance}, ask.Filters...), "\x00"))
}

func digestOf(text string) digest {
	sum := sha256.Sum256([]byte(text))
	return digest(sum[:digestLength])
}

func makeToken(scope digest, last string) string {
	rest := string(scope[:]) + last
	check := digestOf(rest)
	return tokenEncoding().EncodeToString([]byte(string(rune(tokenVersion)) + string(check[:]) + rest))
}

// readToken returns the last key of the page before.
func readToken(token string, scope digest) (last string, err error) {
	refused := acd.Errorf(acd.Invalid, "NextToken must come from the answer before, to the same request, unaltered.")
	raw, err := tokenEncoding().DecodeString(token)
	if err != nil || len(raw) < 1+2*digestLength || raw[0] != tokenVersion {
		return "", refused
	}
	check, rest := raw[1:1+digestLength], raw[1+digestLength:]
	wanted := digestOf(string(rest))
	if subtle.ConstantTimeCompare(check, wanted[:]) != 1 || string(rest[:digestLength]) != string(scope[:]) {
		return "", refused
	}
	return string(rest[digestLength:]), nil
}

// tokenEncoding needs no escapes in a URL and has one text for each token.
func tokenEncoding() *base64.Encoding { return base64.RawURLEncoding.Strict() }
