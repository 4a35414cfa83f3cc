package courier

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"strconv"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// parcel is what one record of the journal has for those who follow. Without events it says only how far the outbox
// has come.
//
//	1a2b3c4d {"record":12,"at":1767225600000,"events":[{...},{...}]}
//	└ CRC-32C of the rest of the line
type parcel struct {
	Record int64            `json:"record"`
	At     int64            `json:"at"` // when it was put here, in milliseconds
	Events []jsontext.Value `json:"events,omitempty"`
}

// checkBytes is the length of the checksum before a parcel, with the blank behind it.
const checkBytes = 9

func sumOf(text []byte) uint32 { return crc32.Checksum(text, crc32.MakeTable(crc32.Castagnoli)) }

// appendParcel writes a parcel as one line.
func appendParcel(to []byte, record, at int64, events [][]byte) []byte {
	start := len(to)
	to = append(to, "........ "...)
	to = append(to, `{"record":`...)
	to = strconv.AppendInt(to, record, 10)
	to = append(to, `,"at":`...)
	to = strconv.AppendInt(to, at, 10)
	if len(events) > 0 {
		to = append(to, `,"events":[`...)
		to = append(to, bytes.Join(events, []byte(","))...)
		to = append(to, ']')
	}
	to = append(to, '}')
	copy(to[start:], fmt.Sprintf("%08x", sumOf(to[start+checkBytes:])))
	return append(to, '\n')
}

// parseParcel reads a line with its end. It says whether the line is whole.
func parseParcel(line []byte) (p parcel, ok bool) {
	if len(line) <= checkBytes || line[len(line)-1] != '\n' {
		return p, false
	}
	sum, err := strconv.ParseUint(string(line[:checkBytes-1]), 16, 32)
	text := line[checkBytes : len(line)-1]
	if err != nil || uint32(sum) != sumOf(text) {
		return p, false
	}
	return p, json.Unmarshal(text, &p) == nil
}
