package journal

import (
	"bytes"
	"fmt"

	"github.com/klauspost/compress/s2"
	"github.com/klauspost/compress/zstd"
)

// How a stored value is packed; a positive form is the id of the dictionary.
const (
	formS2    = -2 // s2, a block
	formPlain = -1 // as it came
	formZstd  = 0  // zstd without a dictionary
)

// Values below this size are kept plain unless there is a dictionary: a frame's
// header would eat what it saves.
const packBytesMin = 128

// Payloads of records from this size on are packed by S2. Such a record is that of a crowd, which waits for it: S2
// takes a fifth of the time, for twice the bytes, which are still few for each of the crowd. A zstd encoder with a
// dictionary copies half a megabyte of tables before it begins.
const crowdBytesMin = 4 << 10

// A scratch above this size is let go, so that one large batch is not paid for ever.
const scratchBytesMax = 4 << 20

// A packing compresses with one dictionary and reads what any earlier one wrote.
// Its coders are made once. It is safe for concurrent use.
type packing struct {
	form    int64 // of what it writes
	encoder *zstd.Encoder
	decoder *zstd.Decoder
	known   map[int64][]byte // dictionaries by id
}

// newPacking makes a packing that writes with the dictionary of that id, or with
// none for id 0.
func newPacking(id uint32, known map[int64][]byte) (*packing, error) {
	p := &packing{form: int64(id), known: known}
	in := []zstd.EOption{
		zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(2), zstd.WithEncoderCRC(false),
		zstd.WithWindowSize(1 << 20),
	}
	if id != 0 {
		in = append(in, zstd.WithEncoderDictRaw(id, known[int64(id)]))
	}
	out := []zstd.DOption{zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(4 * PayloadBytesMax)}
	for id, content := range known {
		out = append(out, zstd.WithDecoderDictRaw(uint32(id), content))
	}
	var err error
	if p.encoder, err = zstd.NewWriter(nil, in...); err != nil {
		return nil, fmt.Errorf("make zstd encoder: %w", err)
	}
	if p.decoder, err = zstd.NewReader(nil, out...); err != nil {
		return nil, fmt.Errorf("make zstd decoder: %w", err)
	}
	return p, nil
}

// pack returns the smaller of the plain and the compressed value: value itself,
// or what lies in scratch until the next pack with it.
func (p *packing) pack(scratch *[]byte, value []byte) (form int64, packed []byte) {
	if p.form == formZstd && len(value) < packBytesMin {
		return formPlain, value
	}
	if cap(*scratch) > scratchBytesMax {
		*scratch = nil
	}
	*scratch = p.encoder.EncodeAll(value, (*scratch)[:0])
	if len(*scratch) >= len(value) {
		return formPlain, value
	}
	return p.form, *scratch
}

// packRecord packs the payload of a record.
func (p *packing) packRecord(scratch *[]byte, payload []byte) (form int64, packed []byte) {
	if len(payload) < crowdBytesMin {
		return p.pack(scratch, payload)
	}
	if cap(*scratch) > scratchBytesMax {
		*scratch = nil
	}
	*scratch = s2.Encode((*scratch)[:cap(*scratch)], payload)
	if len(*scratch) >= len(payload) {
		return formPlain, payload
	}
	return formS2, *scratch
}

// unpack returns a fresh copy of the value that was packed.
func (p *packing) unpack(form int64, packed []byte) ([]byte, error) {
	if form == formPlain {
		return bytes.Clone(packed), nil
	}
	if form == formS2 {
		return unpackS2(packed)
	}
	if _, ok := p.known[form]; !ok && form != formZstd {
		return nil, fmt.Errorf("%w: dictionary %d is missing", ErrDamaged, form)
	}
	value, err := p.decoder.DecodeAll(packed, nil)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return value, nil
}

// unpackS2 returns what was packed by S2, unless it says that it was larger than payloads are.
func unpackS2(packed []byte) ([]byte, error) {
	size, err := s2.DecodedLen(packed)
	if err == nil && size > PayloadBytesMax {
		err = s2.ErrTooLarge
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	value, err := s2.Decode(make([]byte, size), packed)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return value, nil
}

// close lets the coders go.
func (p *packing) close() {
	p.encoder.Close()
	p.decoder.Close()
}
