package connect

import (
	"math/rand/v2"
	"testing"
)

// TestPlainEnd compares the eight bytes at once with one byte after the other: every byte at every place, then chance.
func TestPlainEnd(t *testing.T) {
	for place := range 20 {
		for b := range 256 {
			data := []byte("a string of plain ones")
			data[place] = byte(b)
			comparePlainEnd(t, data)
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 100_000 {
		data := make([]byte, random.IntN(40))
		for i := range data {
			data[i] = byte(random.Uint32())
			if random.IntN(4) > 0 {
				data[i] = 'a' + data[i]%26
			}
		}
		comparePlainEnd(t, data)
	}
}

func comparePlainEnd(t *testing.T, data []byte) {
	t.Helper()
	for from := range len(data) + 1 {
		want := from
		for want < len(data) && isPlain(data[want]) {
			want++
		}
		if got := plainEnd(data, from); got != want {
			t.Fatalf("plain bytes of %q from %d on end at %d, not at %d", data, from, want, got)
		}
	}
}
