package journal

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// sample is text of some size that compresses about as well as events do.
func sample(size int) []byte {
	var b bytes.Buffer
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, `{"at":%d,"kind":"ContactQueued","contact":"%08x-4f2a-%04x","queue":"support","n":%d}`+"\n",
			1700000000000+i*137, i*2654435761, i*40503%65536, i)
	}
	return b.Bytes()[:size]
}

// BenchmarkAppend measures one durable batch, beside a plain file that is
// written and synced with the same bytes.
func BenchmarkAppend(b *testing.B) {
	for _, size := range []int{1 << 10, 8 << 10, 64 << 10} {
		payload := sample(size)
		b.Run(fmt.Sprintf("file/%dKB", size>>10), func(b *testing.B) { benchmarkFile(b, payload) })
		b.Run(fmt.Sprintf("sqlite/%dKB", size>>10), func(b *testing.B) { benchmarkAppend(b, payload, Options{}) })
		with := Options{Dictionary: sample(16 << 10), DictionaryID: 1}
		b.Run(fmt.Sprintf("dictionary/%dKB", size>>10), func(b *testing.B) { benchmarkAppend(b, payload, with) })
	}
}

func benchmarkFile(b *testing.B, payload []byte) {
	f, err := os.Create(filepath.Join(b.TempDir(), "raw"))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	b.SetBytes(int64(len(payload)))
	for b.Loop() {
		if _, err := f.Write(payload); err != nil {
			b.Fatal(err)
		}
		if err := f.Sync(); err != nil {
			b.Fatal(err)
		}
	}
}

func benchmarkAppend(b *testing.B, payload []byte, o Options) {
	s, err := Open(b.TempDir(), o)
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	b.SetBytes(int64(len(payload)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.Append(Batch{Payload: payload}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkArchive measures a batch that ends 20 contacts, whose keys lie all over
// the archive, and looking one up.
func BenchmarkArchive(b *testing.B) {
	s, err := Open(b.TempDir(), Options{Dictionary: sample(16 << 10), DictionaryID: 1})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	payload, value, n := sample(8<<10), sample(1000), 0
	b.Run("append", func(b *testing.B) {
		for b.Loop() {
			batch := Batch{Payload: payload}
			for range 20 {
				n++
				batch.Archive = append(batch.Archive, Entry{Key: scatteredKey(n), At: int64(n), Value: value})
			}
			if _, err := s.Append(batch); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("lookup", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			if _, ok, err := s.Lookup(scatteredKey(1 + i*7919%n)); !ok || err != nil {
				b.Fatal(ok, err)
			}
		}
	})
}

// scatteredKey is the nth of keys that come in no order.
func scatteredKey(n int) string { return fmt.Sprintf("%016x", uint64(n)*0x9e3779b97f4a7c15) }

// BenchmarkOpen measures a start with a tail of 1000 records to prove.
func BenchmarkOpen(b *testing.B) {
	dir := b.TempDir()
	s, err := Open(dir, Options{})
	if err != nil {
		b.Fatal(err)
	}
	for range 1000 {
		if _, err := s.Append(Batch{Payload: sample(8 << 10)}); err != nil {
			b.Fatal(err)
		}
	}
	s.Close()
	for b.Loop() {
		s, err := Open(dir, Options{})
		if err != nil {
			b.Fatal(err)
		}
		s.Close()
	}
}
