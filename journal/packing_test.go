package journal

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/klauspost/compress/s2"
)

// TestPackRecord packs payloads of a few and of a crowd, and those that cannot be packed.
func TestPackRecord(t *testing.T) {
	p, err := newPacking(7, map[int64][]byte{7: sample(4 << 10)})
	if err != nil {
		t.Fatal(err)
	}
	defer p.close()
	noise := make([]byte, 3*crowdBytesMin)
	random := rand.New(rand.NewPCG(1, 2))
	for i := range noise {
		noise[i] = byte(random.Uint32())
	}
	var scratch []byte
	for _, test := range []struct {
		payload []byte
		form    int64
	}{
		{sample(crowdBytesMin - 1), 7},
		{sample(crowdBytesMin), formS2},
		{sample(1 << 20), formS2},
		{noise, formPlain},
	} {
		form, packed := p.packRecord(&scratch, test.payload)
		if form != test.form || form != formPlain && len(packed) > len(test.payload)*3/4 {
			t.Errorf("%d bytes are packed in form %d to %d", len(test.payload), form, len(packed))
		}
		again, err := p.unpack(form, packed)
		if err != nil || !bytes.Equal(again, test.payload) {
			t.Errorf("%d bytes in form %d do not come back: %v", len(test.payload), form, err)
		}
	}
}

// TestUnpackDamagedS2 refuses what S2 cannot have written, and what would be larger than payloads are.
func TestUnpackDamagedS2(t *testing.T) {
	p, err := newPacking(0, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer p.close()
	whole := s2.Encode(nil, sample(crowdBytesMin))
	huge := append([]byte{0x81, 0x80, 0x80, 0x20}, whole...) // says 64 MiB and one byte
	for _, packed := range [][]byte{nil, whole[:len(whole)/2], huge, {0xff}} {
		if _, err := p.unpack(formS2, packed); !errors.Is(err, ErrDamaged) {
			t.Errorf("%d bytes of a damaged block: %v", len(packed), err)
		}
	}
}
