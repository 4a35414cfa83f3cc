package connect

import (
	"hash/maphash"
	"sync/atomic"
)

// The words that are kept: how many, and how long at most in bytes. Ids are longer: few of them come twice.
const (
	wordsKept    = 1 << 10
	wordBytesMax = 32
)

// words keeps strings that were read, since those of requests come again and again: names of attributes, their values,
// enumerations. Whoever reads one again gets the one that is there, which saves two allocations, and memory wherever it
// is kept. A word that needs the place of another takes it. It may be used by many goroutines.
type words struct {
	seed maphash.Seed
	kept [wordsKept]atomic.Pointer[string]
}

func newWords() *words { return &words{seed: maphash.MakeSeed()} }

// word returns a string with that content. It is shared: nobody may write through the pointer.
func (w *words) word(content []byte) *string {
	if len(content) > wordBytesMax {
		s := string(content)
		return &s
	}
	place := &w.kept[maphash.Bytes(w.seed, content)%wordsKept]
	if s := place.Load(); s != nil && *s == string(content) {
		return s
	}
	s := string(content)
	place.Store(&s)
	return &s
}
