package journal

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash/crc32"

	"github.com/zeebo/blake3"
)

// A point is a place in the chain: a record's sequence and its hash.
type point struct {
	sequence int64
	hash     Hash
}

// digest is the SHA-256 over the entries, each field after its length; zero if
// there are none. Entries without marks have the digest that they had before
// there were marks.
func digest(archive []Entry) Hash {
	if len(archive) == 0 {
		return Hash{}
	}
	h := sha256.New()
	var n [8]byte
	number := func(v uint64) {
		binary.LittleEndian.PutUint64(n[:], v)
		h.Write(n[:])
	}
	for _, e := range archive {
		number(uint64(len(e.Key)))
		h.Write([]byte(e.Key))
		number(uint64(e.At))
		number(uint64(len(e.Value)))
		h.Write(e.Value)
		if len(e.Marks) == 0 {
			continue
		}
		number(1<<64 - 1) // no key is as long
		number(uint64(e.Number))
		number(uint64(len(e.Note)))
		h.Write(e.Note)
		number(uint64(len(e.Marks)))
		for _, m := range e.Marks {
			number(uint64(len(m.Word)))
			h.Write([]byte(m.Word))
			number(uint64(m.At))
		}
	}
	return Hash(h.Sum(nil))
}

// link makes the record that follows previous. The payload is hashed once, by BLAKE3,
// since SHA-256 takes seven times as long where the processor does not help; batch id and
// hash are taken over its digest.
func link(previous point, payload []byte, archive Hash) Record {
	r := Record{
		Sequence: previous.sequence + 1, Previous: previous.hash, Archive: archive, Payload: payload,
	}
	content := blake3.Sum256(payload)
	var place [32 + 8 + 32 + 32 + 16]byte
	copy(place[0:], r.Previous[:])
	binary.LittleEndian.PutUint64(place[32:], uint64(r.Sequence))
	copy(place[40:], content[:])
	copy(place[72:], archive[:])
	id := sha256.Sum256(place[:104])
	r.Batch = BatchID(id[:16])
	copy(place[104:], r.Batch[:])
	r.Hash = sha256.Sum256(place[:])
	return r
}

// A row is a record as it lies in the database.
type row struct {
	sequence int64
	batch    []byte // 16 bytes
	previous []byte // 32 bytes
	archive  []byte // 32 bytes, or none for a zero digest
	form     int64  // how the payload is packed, see packing.go
	crc      int64  // CRC32C over all of the above and the payload
	payload  []byte // packed
}

// sum is the checksum of a row: CRC32C over its columns in their order, each
// blob after its length.
func (r *row) sum() int64 {
	var n [24]byte
	binary.LittleEndian.PutUint64(n[0:], uint64(r.sequence))
	binary.LittleEndian.PutUint64(n[8:], uint64(r.form))
	n[16], n[17], n[18] = byte(len(r.batch)), byte(len(r.previous)), byte(len(r.archive))
	binary.LittleEndian.PutUint32(n[20:], uint32(len(r.payload)))
	table := crc32.MakeTable(crc32.Castagnoli)
	crc := crc32.Checksum(n[:], table)
	for _, b := range [...][]byte{r.batch, r.previous, r.archive, r.payload} {
		crc = crc32.Update(crc, table, b)
	}
	return int64(crc)
}

// seal packs a record into the row that keeps it. The row may lie in scratch.
func seal(rec Record, p *packing, scratch *[]byte) row {
	r := row{sequence: rec.Sequence, batch: rec.Batch[:], previous: rec.Previous[:]}
	if rec.Archive != (Hash{}) {
		r.archive = rec.Archive[:]
	}
	r.form, r.payload = p.packRecord(scratch, rec.Payload)
	r.crc = r.sum()
	return r
}

// A damage is what is wrong with one record.
type damage struct {
	sequence int64
	what     string
}

// Error names the record.
func (d *damage) Error() string { return fmt.Sprintf("record %d %s", d.sequence, d.what) }

// Unwrap makes a damage an ErrDamaged.
func (d *damage) Unwrap() error { return ErrDamaged }

// open unpacks a row and proves that it is what was sealed. Whether it follows
// the record before is for the walk to say.
func (r *row) open(p *packing) (Record, error) {
	if r.sum() != r.crc {
		return Record{}, &damage{r.sequence, "does not have its checksum"}
	}
	if len(r.previous) != len(Hash{}) || len(r.archive) != 0 && len(r.archive) != len(Hash{}) {
		return Record{}, &damage{r.sequence, "has a hash of the wrong length"}
	}
	payload, err := p.unpack(r.form, r.payload)
	if err != nil {
		return Record{}, &damage{r.sequence, "cannot be unpacked: " + err.Error()}
	}
	var archive Hash
	copy(archive[:], r.archive)
	rec := link(point{r.sequence - 1, Hash(r.previous)}, payload, archive)
	if string(rec.Batch[:]) != string(r.batch) {
		return Record{}, &damage{r.sequence, "does not have the content that its batch id names"}
	}
	return rec, nil
}
