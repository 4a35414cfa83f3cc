package history

import (
	"bytes"
	"encoding/hex"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
)

const (
	someInstance = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"
	someID       = "00000000-1111-4222-8333-444444444444"
)

// typical is the text of a contact as there are most.
const typical = `1 {"ID":"` + someID + `","Number":1244,"AssociationID":"` + someID + `","Channel":"EMAIL",` +
	`"InitiationMethod":"INBOUND","State":"COMPLETED","FlowID":"8c5cac84-22d0-4cf8-99d0-5d8ffac95833",` +
	`"InitiatedAt":1790188611557,"ConnectedToSystemAt":1790188611557,"RingStartedAt":1790188692977,` +
	`"DisconnectedAt":1790188908308,"CompletedAt":1790188934621,"LastUpdatedAt":1790188934621,` +
	`"ExpiresAt":1790793409103,"Target":{"Type":"STANDARD","ID":"92809f96-e988-4b82-888f-c02e3d6d316d"},` +
	`"Queue":{"Type":"STANDARD","ID":"92809f96-e988-4b82-888f-c02e3d6d316d"},"EnqueuedAt":1790188611557,` +
	`"EnqueueNumber":127,"Agent":{"UserID":"6edb8998-3cf1-42a0-b09c-c11119b1d277","AcceptedAt":1790188693977,` +
	`"ConnectedAt":1790188693977,"WorkStartedAt":1790188908308,"WorkEndedAt":1790188934621,` +
	`"OfferedAt":1790188692977},"DisconnectReason":"CUSTOMER_DISCONNECT","Name":"café 日本 \u0001",` +
	`"Tags":{"aws:connect:instanceId":"` + someInstance + `"}}`

// TestPacking gives every text back, and makes those of contacts short.
func TestPacking(t *testing.T) {
	k := key(someInstance, someID)
	texts := []string{typical, "", "x", "0", ":", ":0123", ":123", ":1234", ":99999999999999999999", ":1790188611557",
		":17901886115570", "\x00", "\x01\xff\x80", strings.ToUpper(someID), someID + someInstance, someID[:35], "日本"}
	dice := rand.New(rand.NewPCG(1, 1))
	for range 2000 {
		from, to := dice.IntN(len(typical)), dice.IntN(len(typical)+1)
		if from > to {
			from, to = to, from
		}
		b := []byte(typical[from:to])
		if len(b) > 0 {
			b[dice.IntN(len(b))] = byte(dice.IntN(256))
		}
		texts = append(texts, string(b))
	}
	for _, text := range texts {
		for _, at := range []string{k, "i/c"} {
			b := frameOf(at).pack([]byte(text))
			if back, err := frameOf(at).unpack(b); err != nil || string(back) != text {
				t.Fatalf("%q came back as %q, %v", text, back, err)
			}
		}
	}
	if b := frameOf(k).pack([]byte(typical)); len(b) > len(typical)/4 {
		t.Errorf("%d bytes are %d, packed", len(typical), len(b))
	}
	if b, err := frameOf(k).unpack([]byte(typical)); err != nil || !bytes.Equal(b, []byte(typical)) {
		t.Errorf("a text that was not packed: %v", err)
	}
}

// TestPackedForEver reads what was packed once.
func TestPackedForEver(t *testing.T) {
	kept, err := os.ReadFile("testdata/packed.txt")
	if err != nil {
		t.Fatal(err)
	}
	wasPacked := strings.TrimSpace(string(kept))
	b := frameOf(key(someInstance, someID)).pack([]byte(typical))
	if got := hex.EncodeToString(b); got != wasPacked {
		t.Errorf("it is packed as\n%s", got)
	}
	old, err := hex.DecodeString(wasPacked)
	if err != nil {
		t.Fatal(err)
	}
	if text, err := frameOf(key(someInstance, someID)).unpack(old); err != nil || string(text) != typical {
		t.Errorf("it was %s, %v", text, err)
	}
}

// TestUnpackDamaged refuses what nobody has packed.
func TestUnpackDamaged(t *testing.T) {
	for _, text := range []string{"\x00\x01x", "\x00\x04", "\x00\x05\xff", "\x00\x06\x05x", "\x00\x07", "\x00\xff"} {
		if got, err := frameOf("i/c").unpack([]byte(text)); err == nil {
			t.Errorf("%q was read as %q", text, got)
		}
	}
	if n := len(phrases()); n > 128 {
		t.Errorf("there are %d phrases", n)
	}
}
