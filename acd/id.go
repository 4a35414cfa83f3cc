package acd

import "encoding/hex"

// The ids of the nouns. Each is a UUID in Amazon's lower-case form unless its comment says otherwise.
type (
	InstanceID        string // a Connect instance
	QueueID           string // a standard queue; an agent queue has its user's id (AG:sample-agent-event-stream)
	RoutingProfileID  string
	SecurityProfileID string
	UserID            string
	AgentStatusID     string
	HoursID           string
	HoursOverrideID   string
	FlowID            string
	ContactID         string
)

// Seed is what an instance derives its ids and draws from. It is journalled once, when the instance is created, so that
// the same story always gets the same ids.
type Seed uint64

// Draw returns the nth number that belongs to the numbered event of an instance: the same three give the same number.
// It is the splitmix64 finaliser over their sum, which spreads neighbouring inputs over the whole range.
func (s Seed) Draw(event int64, nth int) uint64 {
	z := uint64(s) + uint64(event)*0x9e3779b97f4a7c15 + uint64(nth)*0xd1342543de82ef95
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// UUID returns the nth id that belongs to the numbered event of an instance, in the form of a random (version 4) UUID.
func (s Seed) UUID(event int64, nth int) string {
	var b [16]byte
	hi, lo := s.Draw(event, 2*nth), s.Draw(event, 2*nth+1)
	for i := range 8 {
		b[i], b[8+i] = byte(hi>>(8*i)), byte(lo>>(8*i))
	}
	b[6] = b[6]&0x0f | 0x40
	b[8] = b[8]&0x3f | 0x80
	var text [36]byte
	hex.Encode(text[0:8], b[0:4])
	hex.Encode(text[9:13], b[4:6])
	hex.Encode(text[14:18], b[6:8])
	hex.Encode(text[19:23], b[8:10])
	hex.Encode(text[24:36], b[10:16])
	text[8], text[13], text[18], text[23] = '-', '-', '-', '-'
	return string(text[:])
}
