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
	case 3, 4:
		span := Span{Word: fmt.Sprint(m % 4), From: n, To: n + 3*m, Back: n%2 == 0, Until: dice.Int64N(150)}
		if m%3 == 0 {
			span.Behind = &Place{n + m, dice.Int64N(6)}
		}
		return func(j store) string { return fmt.Sprint(spanOf(j, span)) }
	}
	b := Batch{Payload: sample(int(m * n))}
	for range m % 4 {
		e := Entry{Key: fmt.Sprint(dice.IntN(30)), At: dice.Int64N(200), Value: sample(int(n)), Number: dice.Int64N(6)}
		for word := range dice.IntN(4) {
			e.Marks = append(e.Marks, Mark{fmt.Sprint(word), e.At + dice.Int64N(5) - 1})
			e.Note = []byte(e.Key)
		}
		b.Archive = append(b.Archive, e)
	}
	return func(j store) string { return fmt.Sprint(j.Append(b)) }
}

// spanOf shows a span and what its marks belong to.
func spanOf(j store, s Span) (text string, err error) {
	n := int64(0)
	for m, err := range j.Marks(s) {
		if err != nil {
			return text, err
		}
		e, ok, err := j.Entry(m.Row)
		text += fmt.Sprintln(m.Place, string(m.Note), e, ok, err)
		n++
	}
	count, err := j.Count(s)
	if count != n {
		err = fmt.Errorf("%d marks are counted, %d are yielded", count, n)
	}
	return text, err
}

// portrait is all that can be seen of a journal.
func portrait(t *testing.T, j store) string {
	n, h := j.End()
	snapshot, state, err := j.LatestSnapshot()
	return fmt.Sprint(n, h, snapshot, state, err, collect(t, j.Read(0)), collectEntries(t, j.Range("", "")))
}
