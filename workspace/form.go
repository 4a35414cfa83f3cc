package workspace

import (
	"crypto/sha1"
	"encoding/hex"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json"

	"patchcord/acd"
)

// stamp writes an instant as Amazon's events do: ISO 8601 with milliseconds, UTC. "Never" is empty.
func stamp(t acd.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Std().Format("2006-01-02T15:04:05.000Z")
}

// level is a level of proficiency, written as Amazon does: 3.0.
type level float32

// MarshalJSON is part of json.Marshaler.
func (l level) MarshalJSON() ([]byte, error) {
	text := strconv.FormatFloat(float64(l), 'f', -1, 32)
	if !strings.Contains(text, ".") {
		text += ".0"
	}
	return []byte(text), nil
}

// line writes a value as one line of JSON, always the same for the same value.
func line(value any) []byte {
	data, err := json.Marshal(value, json.Deterministic(true))
	if err != nil {
		panic("an event of texts and numbers has no JSON: " + err.Error())
	}
	return data
}

// eventID derives the UUID of an event that is shown from what it is about, so that it is the same whenever it is sent,
// also after a restart (RFC 9562, version 5).
func eventID(parts ...string) string {
	sum := sha1.Sum([]byte(strings.Join(parts, "\x00")))
	b := sum[:16]
	b[6] = b[6]&0x0f | 0x50
	b[8] = b[8]&0x3f | 0x80
	text := hex.EncodeToString(b)
	return text[:8] + "-" + text[8:12] + "-" + text[12:16] + "-" + text[16:20] + "-" + text[20:]
}

// wholeSeconds returns a span in seconds, as far as they are over.
func wholeSeconds(d acd.Duration) int64 { return int64(d / acd.Second) }
