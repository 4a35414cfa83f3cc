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
