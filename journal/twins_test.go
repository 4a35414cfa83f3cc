package journal

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// TestTwins tells both journals the same random story and compares all that can
// be seen.
func TestTwins(t *testing.T) {
	t.Parallel()
	for seed := range uint64(4) {
		dice := rand.New(rand.NewPCG(seed, 1))
		slow, fast := NewMemory(), mustOpen(t, t.TempDir(), Options{Dictionary: sample(4000), DictionaryID: 7})
		for range 150 {
			step := randomStep(dice)
			if a, b := step(slow), step(fast); a != b {
				t.Fatalf("seed %d: memory says %s, SQLite says %s", seed, a, b)
			}
		}
		if a, b := portrait(t, slow), portrait(t, fast); a != b {
			t.Fatalf("seed %d: memory shows\n%s\nSQLite shows\n%s", seed, a, b)
		}
		if err := fast.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// randomStep draws something to ask of a journal; the answer is text.
func randomStep(dice *rand.Rand) func(store) string {
	n, m := dice.Int64N(60), dice.Int64N(40)
	switch dice.IntN(12) {
	case 0:
		return func(j store) string { return fmt.Sprint(j.SaveSnapshot(n, sample(int(m)*1000))) }
	case 1:
		return func(j store) string { return fmt.Sprint(j.Trim(n)) }
	case 2:
		return func(j store) string { return fmt.Sprint(j.Forget(n)) }
	}
	b := Batch{Payload: sample(int(m * n))}
	for range m % 4 {
		b.Archive = append(b.Archive, Entry{fmt.Sprint(dice.IntN(30)), dice.Int64N(200), sample(int(n))})
	}
	return func(j store) string { return fmt.Sprint(j.Append(b)) }
}

// portrait is all that can be seen of a journal.
func portrait(t *testing.T, j store) string {
	n, h := j.End()
	snapshot, state, err := j.LatestSnapshot()
	return fmt.Sprint(n, h, snapshot, state, err, collect(t, j.Read(0)), collectEntries(t, j.Range("", "")))
}
