package journal

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"slices"
	"sync"
	"testing"
)

// A store is a journal that the test has opened.
type store interface {
	Journal
	Close() error
}

// TestContract runs every behaviour on both journals.
func TestContract(t *testing.T) {
	for _, b := range behaviours() {
		t.Run("memory/"+b.name, func(t *testing.T) {
			t.Parallel()
			b.run(t, NewMemory())
		})
		t.Run("sqlite/"+b.name, func(t *testing.T) {
			t.Parallel()
			s := mustOpen(t, t.TempDir(), Options{})
			defer s.Close()
			b.run(t, s)
		})
	}
}

type behaviour struct {
	name string
	run  func(t *testing.T, j store)
}

// behaviours is what a journal does, whatever it is made of.
func behaviours() []behaviour {
	return []behaviour{
		{"an empty journal ends at 0", behavesWhenEmpty},
		{"records come back in order and chained", behavesInOrder},
		{"reading begins where it is told", behavesFrom},
		{"the caller keeps its bytes and gets its own", behavesWithBytes},
		{"the later of two archive entries stays", behavesOnUpsert},
		{"a range is ordered and bounded", behavesInRange},
		{"marks are found in their order", behavesWithMarks},
		{"marks go with their entry", behavesWhenMarksGo},
		{"forgetting is by age and bounded", behavesWhenForgetting},
		{"the newest snapshots stay", behavesWithSnapshots},
		{"trimming stops at the oldest snapshot", behavesWhenTrimmed},
		{"a refused batch changes nothing", behavesWhenRefused},
		{"a closed journal says so", behavesWhenClosed},
		{"readers do not disturb the writer", behavesConcurrently},
	}
}

func behavesWhenEmpty(t *testing.T, j store) {
	if n, h := j.End(); n != 0 || h != (Hash{}) {
		t.Errorf("end is %d %s", n, h)
	}
	if got := collect(t, j.Read(0)); len(got) != 0 {
		t.Errorf("%d records", len(got))
	}
	if n, payload, err := j.LatestSnapshot(); n != 0 || payload != nil || err != nil {
		t.Errorf("snapshot %d %q %v", n, payload, err)
	}
	if value, ok, err := j.Lookup("nobody"); ok || err != nil || value != nil {
		t.Errorf("lookup %q %v %v", value, ok, err)
	}
	if err := j.Trim(1); err != nil {
		t.Errorf("trim: %v", err)
	}
}

func behavesInOrder(t *testing.T, j store) {
	var want []string
	for i := range 300 { // more than a page
		want = append(want, fmt.Sprintf("payload %d %s", i, bytes.Repeat([]byte("x"), i)))
		if n := mustAppend(t, j, want[i]); n != int64(i+1) {
			t.Fatalf("sequence %d for append %d", n, i)
		}
	}
	var previous Hash
	for i, rec := range collect(t, j.Read(0)) {
		if rec.Sequence != int64(i+1) || rec.Previous != previous || string(rec.Payload) != want[i] {
			t.Fatalf("record %d is %d %s %q", i, rec.Sequence, rec.Previous, rec.Payload)
		}
		previous = rec.Hash
	}
	if n, h := j.End(); n != 300 || h != previous {
		t.Errorf("end is %d %s, want 300 %s", n, h, previous)
	}
}

func behavesFrom(t *testing.T, j store) {
	for i := range 5 {
		mustAppend(t, j, fmt.Sprint(i+1))
	}
	for from, want := range []int{5, 5, 4, 3, 2, 1, 0, 0, 0} {
		if got := collect(t, j.Read(int64(from))); len(got) != want {
			t.Errorf("read from %d: %d records, want %d", from, len(got), want)
		}
	}
	for rec, err := range j.Read(2) { // a caller may stop, and append while it reads
		if err != nil || rec.Sequence != 2 {
			t.Fatal(rec, err)
		}
		mustAppend(t, j, "meanwhile")
		break
	}
}

func behavesWithBytes(t *testing.T, j store) {
	payload, value := []byte("payload"), []byte("value")
	if _, err := j.Append(Batch{payload, []Entry{{Key: "k", At: 1, Value: value}}}); err != nil {
		t.Fatal(err)
	}
	payload[0], value[0] = 'X', 'X'
	for range 2 {
		rec := collect(t, j.Read(1))[0]
		got, _, err := j.Lookup("k")
		if err != nil || string(rec.Payload) != "payload" || string(got) != "value" {
			t.Fatalf("%q %q %v", rec.Payload, got, err)
		}
		rec.Payload[0], got[0] = 'Y', 'Y'
	}
}

func behavesOnUpsert(t *testing.T, j store) {
	appendEntries(t, j, Entry{Key: "a", At: 1, Value: []byte("1")},
		Entry{Key: "a", At: 2, Value: []byte("2")}, Entry{Key: "b", At: 1})
	appendEntries(t, j, Entry{Key: "a", At: 3, Value: []byte("3")})
	got := collectEntries(t, j.Range("", ""))
	if fmt.Sprint(got) != "[{a 3 [51] 0 [] []} {b 1 [] 0 [] []}]" {
		t.Error(got)
	}
	if value, ok, err := j.Lookup("b"); !ok || err != nil || len(value) != 0 {
		t.Error(value, ok, err)
	}
}

func behavesInRange(t *testing.T, j store) {
	var many []Entry // more than a page
	for i := range 600 {
		many = append(many, Entry{Key: fmt.Sprintf("k%03d", i), At: int64(i), Value: bytes.Repeat([]byte{byte(i)}, i)})
	}
	appendEntries(t, j, many...)
	appendEntries(t, j, Entry{Key: "k\xff\x00", At: 1}, Entry{Key: "k\xff", At: 1})
	for _, c := range []struct {
		from, to string
		want     int
	}{{"", "", 602}, {"k", "l", 602}, {"k100", "k200", 100}, {"k599", "", 3}, {"k2", "k1", 0}, {"k\xff", "", 2}} {
		got := collectEntries(t, j.Range(c.from, c.to))
		inOrder := slices.IsSortedFunc(got, func(a, b Entry) int { return bytes.Compare([]byte(a.Key), []byte(b.Key)) })
		if len(got) != c.want || !inOrder {
			t.Errorf("range %q to %q: %d entries, in order %v, want %d", c.from, c.to, len(got), inOrder, c.want)
		}
	}
}

func behavesWhenForgetting(t *testing.T, j store) {
	var entries []Entry
	for i := range ForgetRowsMax + 10 {
		entries = append(entries, Entry{Key: fmt.Sprint(i), At: int64(i)})
	}
	appendEntries(t, j, entries...)
	before := int64(ForgetRowsMax + 5)
	for _, want := range []int{ForgetRowsMax, 5, 0} {
		if n, err := j.Forget(before); n != want || err != nil {
			t.Errorf("forgot %d, %v, want %d", n, err, want)
		}
	}
	if got := collectEntries(t, j.Range("", "")); len(got) != 5 || got[0].At != before {
		t.Error(got)
	}
}

func behavesWithSnapshots(t *testing.T, j store) {
	for range 9 {
		mustAppend(t, j, "x")
	}
	big := sample(3<<20 + 5) // several parts
	for _, s := range []struct {
		sequence int64
		payload  []byte
	}{{3, []byte("three")}, {3, []byte("three again")}, {5, nil}, {9, big}} {
		if err := j.SaveSnapshot(s.sequence, s.payload); err != nil {
			t.Fatal(err)
		}
		n, payload, err := j.LatestSnapshot()
		if n != s.sequence || !bytes.Equal(payload, s.payload) || err != nil {
			t.Errorf("latest snapshot is %d with %d bytes, %v", n, len(payload), err)
		}
	}
	for _, sequence := range []int64{-1, 0, 8, 10} {
		if err := j.SaveSnapshot(sequence, nil); err == nil {
			t.Errorf("a snapshot of record %d was saved", sequence)
		}
	}
	if got := collect(t, j.Read(10)); len(got) != 0 {
		t.Errorf("%d records follow the snapshot", len(got))
	}
}

func behavesWhenTrimmed(t *testing.T, j store) {
	for i := range 700 { // more than one transaction's worth
		mustAppend(t, j, fmt.Sprint(i+1))
	}
	if err := j.Trim(2); err == nil {
		t.Error("trimmed without a snapshot")
	}
	before := collect(t, j.Read(0))
	for _, sequence := range []int64{500, 600, 650} {
		if err := j.SaveSnapshot(sequence, []byte("state")); err != nil {
			t.Fatal(err)
		}
	}
	if err := j.Trim(602); err == nil {
		t.Error("trimmed what only the newest snapshot covers")
	}
	for _, below := range []int64{601, 601, 5} {
		if err := j.Trim(below); err != nil {
			t.Fatal(err)
		}
	}
	after := collect(t, j.Read(0))
	if fmt.Sprint(after) != fmt.Sprint(before[600:]) {
		t.Errorf("%d records are left", len(after))
	}
	for _, err := range j.Read(600) {
		if !errors.Is(err, ErrTrimmed) {
			t.Errorf("reading a trimmed record: %v", err)
		}
	}
	if n := mustAppend(t, j, "next"); n != 701 {
		t.Errorf("next record is %d", n)
	}
}

func behavesWhenRefused(t *testing.T, j store) {
	mustAppend(t, j, "x")
	n, h := j.End()
	for _, b := range []Batch{
		{Payload: make([]byte, PayloadBytesMax+1)},
		{Archive: []Entry{{Key: "good", At: 1}, {Key: "", At: 1}}},
		{Archive: []Entry{{Key: string(make([]byte, KeyBytesMax+1)), At: 1}}},
		{Archive: []Entry{{Key: "k", At: 1, Value: make([]byte, ArchiveBytesMax)}}},
		{Archive: []Entry{{Key: "k", Note: make([]byte, NoteBytesMax+1)}}},
		{Archive: []Entry{{Key: "k", Marks: make([]Mark, MarksMax+1)}}},
		{Archive: []Entry{{Key: "k", Marks: []Mark{{"", 1}}}}},
		{Archive: []Entry{{Key: "k", Marks: []Mark{{string(make([]byte, WordBytesMax+1)), 1}}}}},
		{Archive: []Entry{{Key: "k", Marks: []Mark{{"w", 1}, {"w", 1}}}}},
	} {
		if _, err := j.Append(b); err == nil {
			t.Error("a batch over a limit was appended")
		}
	}
	if n2, h2 := j.End(); n2 != n || h2 != h {
		t.Errorf("the end has moved to %d", n2)
	}
	if _, ok, _ := j.Lookup("good"); ok {
		t.Error("a refused batch left an entry")
	}
}

func behavesWhenClosed(t *testing.T, j store) {
	mustAppend(t, j, "x")
	for range 2 {
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
	}
	_, appended := j.Append(Batch{})
	_, _, looked := j.Lookup("k")
	_, forgot := j.Forget(1)
	_, counted := j.Count(Span{Word: "w"})
	_, _, found := j.Entry(1)
	_, _, latest := j.LatestSnapshot()
	for i, err := range []error{appended, looked, forgot, counted, found, latest, j.SaveSnapshot(1, nil), j.Trim(2)} {
		if !errors.Is(err, ErrClosed) {
			t.Errorf("call %d: %v", i, err)
		}
	}
	for _, err := range j.Read(1) {
		if !errors.Is(err, ErrClosed) {
			t.Errorf("read: %v", err)
		}
	}
	for _, err := range j.Marks(Span{Word: "w"}) {
		if !errors.Is(err, ErrClosed) {
			t.Errorf("marks: %v", err)
		}
	}
}

func behavesConcurrently(t *testing.T, j store) {
	const batches = 100
	var readers sync.WaitGroup
	done := make(chan struct{})
	for range 4 {
		readers.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				n, _ := j.End()
				if n == 0 {
					continue
				}
				// What has ended is in the archive, at once.
				if _, ok, err := j.Lookup(fmt.Sprint(n)); !ok || err != nil {
					t.Errorf("lookup %d: %v %v", n, ok, err)
				}
				for rec, err := range j.Read(max(1, n-3)) {
					if err != nil {
						t.Errorf("read %d: %v", rec.Sequence, err)
					}
				}
			}
		})
	}
	for i := range batches {
		appendEntries(t, j, Entry{Key: fmt.Sprint(i + 1), At: int64(i), Value: sample(300)})
		if i == batches/2 {
			if err := j.SaveSnapshot(int64(i), sample(2<<20)); err != nil {
				t.Error(err)
			}
		}
	}
	close(done)
	readers.Wait()
}

func mustOpen(t *testing.T, dir string, o Options) *SQLite {
	t.Helper()
	s, err := Open(dir, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func mustAppend(t *testing.T, j Log, payload string) int64 {
	t.Helper()
	n, err := j.Append(Batch{Payload: []byte(payload)})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func appendEntries(t *testing.T, j Log, entries ...Entry) {
	t.Helper()
	if _, err := j.Append(Batch{Payload: []byte("ended"), Archive: entries}); err != nil {
		t.Fatal(err)
	}
}

func collect(t *testing.T, records iter.Seq2[Record, error]) (list []Record) {
	t.Helper()
	for rec, err := range records {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, rec)
	}
	return list
}

func collectEntries(t *testing.T, entries iter.Seq2[Entry, error]) (list []Entry) {
	t.Helper()
	for e, err := range entries {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, e)
	}
	return list
}
