package journal

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
)

// The mark's file holds two slots, each in a sector of its own. Record n goes to
// slot n%2, so a torn write spoils one slot and the other is one record behind.
//
//	0       8          16        48      52
//	"PCMARK1\n"  sequence   hash      CRC32C over the 48 bytes before
//	512     the same for odd sequences
const (
	markMagic     = "PCMARK1\n"
	markSlotBytes = 52
	markStride    = 512
	markFileBytes = 2 * markStride
)

// A mark is the high-water mark: a note, kept outside the database, of the last
// record that was acknowledged. It may lag after a power cut; it never leads.
type mark struct {
	file *os.File
}

// encodeSlot is the slot's bytes for a point.
func encodeSlot(p point) [markSlotBytes]byte {
	var b [markSlotBytes]byte
	copy(b[:], markMagic)
	binary.LittleEndian.PutUint64(b[8:], uint64(p.sequence))
	copy(b[16:], p.hash[:])
	sum := crc32.Checksum(b[:48], crc32.MakeTable(crc32.Castagnoli))
	binary.LittleEndian.PutUint32(b[48:], sum)
	return b
}

// decodeSlot reads one slot; ok is false unless every byte of it is as written.
func decodeSlot(b []byte) (p point, ok bool) {
	if len(b) < markSlotBytes || string(b[:8]) != markMagic {
		return point{}, false
	}
	sum := crc32.Checksum(b[:48], crc32.MakeTable(crc32.Castagnoli))
	if binary.LittleEndian.Uint32(b[48:]) != sum {
		return point{}, false
	}
	p = point{int64(binary.LittleEndian.Uint64(b[8:])), Hash(b[16:48])}
	return p, p.sequence >= 0
}

// decodeMark returns the higher of the two slots and how many of them are whole.
func decodeMark(b []byte) (high point, whole int) {
	for at := 0; at < markFileBytes && at < len(b); at += markStride {
		p, ok := decodeSlot(b[at:])
		if !ok {
			continue
		}
		if whole == 0 || p.sequence > high.sequence {
			high = p
		}
		whole++
	}
	return high, whole
}

// readMark reads the mark of a directory. A missing one is os.ErrNotExist, one
// without a whole slot is ErrDamaged.
func readMark(dir string) (high point, whole int, err error) {
	f, err := os.Open(filepath.Join(dir, markName))
	if err != nil {
		return point{}, 0, err
	}
	defer f.Close()
	b := make([]byte, markFileBytes)
	if n, err := f.ReadAt(b, 0); err != nil && !errors.Is(err, io.EOF) {
		return point{}, 0, fmt.Errorf("read mark: %w", err)
	} else {
		b = b[:n]
	}
	if high, whole = decodeMark(b); whole == 0 {
		return point{}, 0, fmt.Errorf("%w: neither slot of %s is whole", ErrDamaged, markName)
	}
	return high, whole, nil
}

// createMark replaces the mark of a directory by one that stands at a point and
// makes it durable.
func createMark(dir string, at point) (*mark, error) {
	b := make([]byte, markFileBytes)
	slot := encodeSlot(at)
	copy(b, slot[:])
	copy(b[markStride:], slot[:])
	path := filepath.Join(dir, markName)
	f, err := os.OpenFile(path+newSuffix, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return nil, fmt.Errorf("create mark: %w", err)
	}
	if _, err = f.Write(b); err == nil {
		err = f.Sync()
	}
	if err == nil {
		err = os.Rename(path+newSuffix, path)
	}
	if err == nil {
		err = syncDir(dir)
	}
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("create mark: %w", err)
	}
	return &mark{f}, nil
}

// write notes a point. It does not reach for the disk: what the mark guards
// against is a database that lost its tail, and a lagging mark guards the rest.
func (m *mark) write(p point) error {
	slot := encodeSlot(p)
	if _, err := m.file.WriteAt(slot[:], p.sequence%2*markStride); err != nil {
		return fmt.Errorf("write mark: %w", explain(err))
	}
	return nil
}

// sync makes the mark durable.
func (m *mark) sync() error {
	if err := m.file.Sync(); err != nil {
		return fmt.Errorf("sync mark: %w", explain(err))
	}
	return nil
}
