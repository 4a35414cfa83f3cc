package journal

import (
	"bytes"
	"strings"
	"testing"
)

// FuzzMark reads any bytes as a mark. What it accepts, it wrote: the slot can be
// written again to the byte, and no byte of it can be changed.
func FuzzMark(f *testing.F) {
	slot := encodeSlot(point{18, Hash{1, 2, 3}})
	f.Add(slot[:])
	f.Add(append(bytes.Repeat([]byte{0}, markStride), slot[:]...))
	f.Add([]byte(markMagic))
	f.Fuzz(func(t *testing.T, b []byte) {
		high, whole := decodeMark(b)
		if whole == 0 {
			if high != (point{}) {
				t.Errorf("no slot is whole, yet the mark is at %d", high.sequence)
			}
			return
		}
		if high.sequence < 0 {
			t.Errorf("the mark is at %d", high.sequence)
		}
		again := encodeSlot(high)
		if !bytes.Contains(b, again[:]) {
			t.Errorf("the mark at %d is not among the bytes it was read from", high.sequence)
		}
		for i := range again {
			again[i] ^= 0x01
			if _, ok := decodeSlot(again[:]); ok {
				t.Errorf("byte %d of a slot does not matter", i)
			}
			again[i] ^= 0x01
		}
	})
}

// FuzzRow opens any row. With its own checksum a row is refused or is a record;
// with the checksum of the bytes, so that the unpacking behind it is reached,
// it still never panics, and what it accepts can be sealed and opened again.
func FuzzRow(f *testing.F) {
	known := map[int64][]byte{7: []byte("a dictionary of typical words, typical words")}
	p, err := newPacking(7, known)
	if err != nil {
		f.Fatal(err)
	}
	crowd := strings.Repeat("typical words of a crowd, ", crowdBytesMin/20)
	for _, payload := range []string{"", "x", "typical words, typical words, typical words", crowd} {
		rec := link(point{4, Hash{9}}, []byte(payload), digest([]Entry{{Key: "k", At: 1, Value: []byte("v")}}))
		var scratch []byte
		r := seal(rec, p, &scratch)
		f.Add(r.sequence, r.batch, r.previous, r.archive, r.form, r.crc, bytes.Clone(r.payload))
	}
	f.Fuzz(func(t *testing.T, sequence int64, batch, previous, archive []byte, form, crc int64, payload []byte) {
		r := row{sequence, batch, previous, archive, form, crc, payload}
		if _, err := r.open(p); err == nil && r.sum() != crc {
			t.Error("a row without its checksum was opened")
		}
		r.crc = r.sum()
		if _, err := r.open(p); err == nil && len(batch) != len(BatchID{}) {
			t.Error("a row without a batch id was opened")
		}
		content, err := p.unpack(form, payload)
		if err != nil || len(previous) != len(Hash{}) {
			return
		}
		rec := link(point{sequence, Hash(previous)}, content, Hash{})
		var scratch []byte
		again := seal(rec, p, &scratch)
		opened, err := again.open(p)
		if err != nil || opened.Hash != rec.Hash || !bytes.Equal(opened.Payload, content) {
			t.Errorf("a sealed record does not open: %v", err)
		}
	})
}
