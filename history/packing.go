package history

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strconv"
)

// A contact is kept as text, of which most is names of members, ids and times. Packed, it is a zero and then
//
//	0x01            sixteen bytes: a UUID
//	0x02, 0x03      the id of the instance, that of the contact
//	0x04            a varint: a time of thirteen digits, from the one before it
//	0x05            a uvarint: a whole number of four digits or more
//	0x06            a uvarint, and as many bytes as they are: what is not ASCII
//	0x80 to 0xff    a phrase
//	any other byte  itself
//
// which takes a seventh of the text. Whatever does not begin with a zero is text.
const (
	formPacked = 0x00

	codeUUID     = 0x01
	codeInstance = 0x02
	codeSelf     = 0x03
	codeTime     = 0x04
	codeNumber   = 0x05
	codeRaw      = 0x06
	codePhrase   = 0x80
)

// phrases are what texts of contacts are made of, by their codes. It only grows, at its end, to 128.
func phrases() []string {
	return []string{
		`1 {"ID":"`, `","Number":`, `,"AssociationID":"`, `","Channel":"VOICE","InitiationMethod":"INBOUND"`,
		`","Channel":"`, `VOICE","InitiationMethod":"`, `CHAT","InitiationMethod":"`, `TASK","InitiationMethod":"`,
		`EMAIL","InitiationMethod":"`, `INBOUND"`, `OUTBOUND"`, `API"`, `TRANSFER"`, `QUEUE_TRANSFER"`,
		`,"State":"COMPLETED","FlowID":"`, `,"Name":"`, `,"Description":"`, `","InitiatedAt":`, `,"InitiatedAt":`,
		`,"ConnectedToSystemAt":`, `,"RingStartedAt":`, `,"DisconnectedAt":`, `,"CompletedAt":`, `,"LastUpdatedAt":`,
		`,"ExpiresAt":`, `,"Target":{"Type":"STANDARD","ID":"`, `"},"Queue":{"Type":"STANDARD","ID":"`,
		`,"Queue":{"Type":"STANDARD","ID":"`, `,"Queue":{"Type":"AGENT","ID":"`, `"},"EnqueuedAt":`,
		`,"EnqueueNumber":`,
		`,"QueuePriority":`, `,"QueueTimeAdjustment":`, `,"Criteria":{"Steps":[{"Expression":{`, `},{"Expression":{`,
		`"Attribute":{"Name":"`, `"Not":{"Name":"`, `"And":[{`, `"Or":[{`, `","Value":"`, `","Operator":"`,
		`NumberGreaterOrEqualTo","Level":`, `Range","Range":{"Min":`, `,"Max":`, `Match","AgentIDs":["`,
		`}},"Expiry":{"DurationInSeconds":`, `},"Status":"EXPIRED","ExpiresAt":`, `},"Status":"JOINED","ExpiresAt":`,
		`}},"Status":"JOINED"`, `}},"Status":"INACTIVE"`, `},"Status":"INACTIVE"`,
		`},"Status":"DEACTIVATED","ExpiresAt":`,
		`}},"Status":"DEACTIVATED"`, `}],"ActivatedAt":`, `,"Index":`, `,"Agent":{"UserID":"`, `","AcceptedAt":`,
		`,"ConnectedAt":`, `,"HeldAt":`, `,"HoldTotal":`, `,"Holds":`, `,"WorkStartedAt":`,
		`,"WorkEndedAt":`, `,"OfferedAt":`,
		`,"RoutingProfileID":"`, `,"HierarchyGroup":"`, `"},"DisconnectReason":"`, `,"DisconnectReason":"`,
		`CUSTOMER_DISCONNECT"`, `AGENT_DISCONNECT"`, `CONTACT_FLOW_DISCONNECT"`, `API","`, `EXPIRED"`, `TRANSFERRED"`,
		`,"PreDisconnect":"CONNECTED"`, `,"PreDisconnect":"IN_QUEUE"`, `,"PreDisconnect":"CONNECTED_ONHOLD"`,
		`,"Attributes":{"`, `,"SegmentAttributes":{"`, `connect:Subtype":{"String":"`, `connect:Chat"`,
		`":{"String":"`,
		`"},"Tags":{"aws:connect:instanceId":"`, `,"Tags":{"aws:connect:instanceId":"`,
		`aws:connect:systemEndpoint":"`,
		`","InitialID":"`, `","PreviousID":"`, `","RelatedID":"`, `,"ChainPlace":`, `,"Next":[{"ID":"`,
		`,"RankedSince":`,
		`,"Participant":{"ID":"`, `","Token":"`, `","DisplayName":"`, `,"CustomerID":"`, `,"References":{"`,
		`,"CustomerEndpoint":{"Type":"TELEPHONE_NUMBER","Address":"`,
		`,"SystemEndpoint":{"Type":"TELEPHONE_NUMBER","Address":"`,
		`,"CustomerEndpoint":{"Type":"EMAIL_ADDRESS","Address":"`,
		`,"SystemEndpoint":{"Type":"EMAIL_ADDRESS","Address":"`,
		`,"Media":{`, `"}}`, `}}`, `"}`, `":"`,
	}
}

// A lexicon finds phrases by how they begin.
type lexicon struct {
	list    []string
	byStart map[[phraseStart]byte][]int // the longest first
}

// phraseStart is how many bytes of a phrase it is looked for by. No phrase is shorter.
const phraseStart = 2

var phraseBook = newLexicon(phrases())

func newLexicon(list []string) *lexicon {
	l := &lexicon{list: list, byStart: map[[phraseStart]byte][]int{}}
	for i, phrase := range list {
		start := [phraseStart]byte([]byte(phrase[:phraseStart]))
		l.byStart[start] = append(l.byStart[start], i)
	}
	for _, found := range l.byStart { // order does not show: each is sorted by itself
		slices.SortFunc(found, func(a, b int) int { return len(list[b]) - len(list[a]) })
	}
	return l
}

// at returns the longest phrase that text begins with, -1 for none.
func (l *lexicon) at(text []byte) int {
	if len(text) < phraseStart {
		return -1
	}
	for _, i := range l.byStart[[phraseStart]byte(text)] {
		if phrase := l.list[i]; len(text) >= len(phrase) && string(text[:len(phrase)]) == phrase {
			return i
		}
	}
	return -1
}

// A frame is what one packed text is written or read with.
type frame struct {
	instance, self string // 16 bytes each; empty where the key has them in another form
	last           int64  // the last time that was met
}

// frameOf returns the frame of a row.
func frameOf(key string) *frame {
	if len(key) != 2*packedBytes {
		return &frame{}
	}
	return &frame{instance: key[:packedBytes], self: key[packedBytes:]}
}

// pack makes a text short.
func (f *frame) pack(text []byte) []byte {
	b := append(make([]byte, 0, len(text)/4), formPacked)
	for at := 0; at < len(text); {
		rest := text[at:]
		if phrase := phraseBook.at(rest); phrase >= 0 {
			b, at = append(b, codePhrase+byte(phrase)), at+len(phraseBook.list[phrase])
			continue
		}
		if id, ok := uuidAt(rest); ok {
			b, at = f.appendID(b, id), at+idLength
			continue
		}
		if n := digitsAt(text, at); n >= 4 {
			var ok bool
			if b, ok = f.appendNumber(b, string(rest[:n])); ok {
				at += n
				continue
			}
		}
		if n := strangeAt(rest); n > 0 {
			b = append(binary.AppendUvarint(append(b, codeRaw), uint64(n)), rest[:n]...)
			at += n
			continue
		}
		b, at = append(b, rest[0]), at+1
	}
	return b
}

// appendID writes 16 bytes, or less for an id that the frame knows.
func (f *frame) appendID(b []byte, id string) []byte {
	switch id {
	case f.instance:
		return append(b, codeInstance)
	case f.self:
		return append(b, codeSelf)
	}
	return append(append(b, codeUUID), id...)
}

// appendNumber writes a number, unless it is too large for that.
func (f *frame) appendNumber(b []byte, digits string) ([]byte, bool) {
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		return b, false
	}
	if len(digits) == timeDigits {
		b = binary.AppendVarint(append(b, codeTime), n-f.last)
		f.last = n
		return b, true
	}
	return binary.AppendUvarint(append(b, codeNumber), uint64(n)), true
}

// timeDigits is how many digits a time has, from 2001 to 2286.
const timeDigits = 13

// uuidAt returns the 16 bytes of a UUID in lower case that a text begins with.
func uuidAt(text []byte) (id string, ok bool) {
	if len(text) < idLength || text[8] != '-' {
		return "", false
	}
	id = packed(string(text[:idLength]))
	return id, len(id) == packedBytes
}

// digitsAt returns how many digits a number has that begins behind a colon and ends behind its digits.
func digitsAt(text []byte, at int) (n int) {
	if at == 0 || text[at-1] != ':' || text[at] == '0' {
		return 0
	}
	for at+n < len(text) && text[at+n] >= '0' && text[at+n] <= '9' {
		n++
	}
	return n
}

// strangeAt returns how many bytes at the beginning of a text are not of those that stand for themselves.
func strangeAt(text []byte) (n int) {
	for n < len(text) && (text[n] < ' ' || text[n] >= codePhrase) {
		n++
	}
	return n
}

// unpack returns the text that was packed.
func (f *frame) unpack(b []byte) (text []byte, err error) {
	if len(b) == 0 || b[0] != formPacked {
		return b, nil
	}
	text = make([]byte, 0, 8*len(b))
	for b = b[1:]; len(b) > 0; {
		code := b[0]
		b = b[1:]
		switch {
		case code >= codePhrase && int(code-codePhrase) < len(phraseBook.list):
			text = append(text, phraseBook.list[code-codePhrase]...)
		case code == codeInstance:
			text = append(text, unpacked(f.instance)...)
		case code == codeSelf:
			text = append(text, unpacked(f.self)...)
		case code >= ' ' && code < codePhrase:
			text = append(text, code)
		case code == codeUUID && len(b) >= packedBytes:
			text, b = append(text, unpacked(string(b[:packedBytes]))...), b[packedBytes:]
		default:
			if text, b, err = f.unpackNumber(code, text, b); err != nil {
				return nil, err
			}
		}
	}
	return text, nil
}

// unpackNumber reads what begins with a number.
func (f *frame) unpackNumber(code byte, text, b []byte) (longer, rest []byte, err error) {
	switch code {
	case codeTime:
		if n, size := binary.Varint(b); size > 0 {
			f.last += n
			return strconv.AppendInt(text, f.last, 10), b[size:], nil
		}
	case codeNumber:
		if n, size := binary.Uvarint(b); size > 0 {
			return strconv.AppendUint(text, n, 10), b[size:], nil
		}
	case codeRaw:
		if n, size := binary.Uvarint(b); size > 0 && n <= uint64(len(b)-size) {
			return append(text, b[size:size+int(n)]...), b[size+int(n):], nil
		}
	}
	return nil, nil, fmt.Errorf("the code %#x is of no meaning, or cut short", code)
}
