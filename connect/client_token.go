package connect

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"reflect"

	"patchcord/acd"
)

// clientToken returns the token of a creating request with a digest of the rest of it, so that the same token under
// another request can be refused (A0015). in points to an input of the SDK; the rest is the input without its token.
// Written as JSON with sorted keys, equal requests have equal digests.
func clientToken(in any) acd.ClientToken {
	given := reflect.ValueOf(in).Elem()
	token := value(given.FieldByName("ClientToken").Interface().(*string))
	if token == "" {
		return acd.ClientToken{}
	}
	rest := reflect.New(given.Type()).Elem()
	rest.Set(given)
	rest.FieldByName("ClientToken").SetZero()
	written, err := json.Marshal(rest.Interface())
	if err != nil {
		panic("an input of the SDK cannot be written as JSON: " + err.Error())
	}
	sum := sha256.Sum256(written)
	return acd.ClientToken{Token: token, Digest: hex.EncodeToString(sum[:])}
}
