package journal

import (
	"bytes"
	"fmt"

	"github.com/klauspost/compress/zstd"
)

// How a stored value is packed; a positive form is the id of the dictionary.
const (
	formPlain = -1 // as it came
	formZstd  = 0  // zstd without a dictionary
)

// Values below this size are kept plain unless there is a dictionary: a frame's
// header would eat what it saves.
const packBytesMin = 128

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

// unpack returns a fresh copy of the value that was packed.
func (p *packing) unpack(form int64, packed []byte) ([]byte, error) {
	if form == formPlain {
		return bytes.Clone(packed), nil
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

// close lets the coders go.
func (p *packing) close() {
	p.encoder.Close()
	p.decoder.Close()
}
