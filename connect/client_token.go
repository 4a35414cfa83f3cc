package connect

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"patchcord/acd"
)

// clientToken returns the token of a creating request with a digest of the rest of it, so that the same token under
// another request can be refused (A0015). The rest is the input without its token; written as JSON with sorted keys,
// equal requests have equal digests.
func clientToken(token *string, rest any) acd.ClientToken {
	if value(token) == "" {
		return acd.ClientToken{}
	}
	written, err := json.Marshal(rest)
	if err != nil {
		panic("an input of the SDK cannot be written as JSON: " + err.Error())
	}
	sum := sha256.Sum256(written)
	return acd.ClientToken{Token: *token, Digest: hex.EncodeToString(sum[:])}
}
