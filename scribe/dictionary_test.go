package scribe

import (
	"crypto/sha256"
	"encoding/hex"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// TestDictionary guards the content that belongs to an id, and says what it is good for.
func TestDictionary(t *testing.T) {
	id, content := Dictionary()
	sum := sha256.Sum256(content)
	if got := hex.EncodeToString(sum[:8]); id != 1 || got != dictionarySum {
		t.Fatalf("dictionary %d has another content, %s: what was packed with it is lost; make a new one instead", id, got)
	}
	record := EncodeRecord(rerouted())
	plain, packed := packedBytes(t, record), packedBytes(t, record, zstd.WithEncoderDictRaw(id, content))
	if packed > plain*6/10 {
		t.Errorf("of %d bytes the dictionary leaves %d, packing alone %d", len(record), packed, plain)
	}
	t.Logf("of %d bytes the dictionary leaves %d, packing alone %d", len(record), packed, plain)
}

// dictionarySum begins the SHA-256 of the dictionary with id 1.
const dictionarySum = "dd9f64fe3595424a"

func packedBytes(t *testing.T, record []byte, options ...zstd.EOption) int {
	t.Helper()
	encoder, err := zstd.NewWriter(nil, append(options, zstd.WithEncoderLevel(zstd.SpeedFastest))...)
	if err != nil {
		t.Fatal(err)
	}
	defer encoder.Close()
	return len(encoder.EncodeAll(record, nil))
}
