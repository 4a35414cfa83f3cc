package engine

import (
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"patchcord/acd"
	"patchcord/history"
	"patchcord/journal"
	"patchcord/scribe"
)

// all asks for every contact of the world, a few at a time.
func (w *world) all() history.Query {
	return history.Query{Instance: w.instance, Max: 7,
		Range: history.Range{Moment: history.Initiated, From: 1, To: acd.TimeOf(time.Now().AddDate(100, 0, 0))}}
}

// searched demands that a search finds so many contacts on all its pages, each once.
func (w *world) searched(want int) {
	w.Helper()
	found, q := map[acd.ContactID]bool{}, w.all()
	for {
		a, err := w.Search(q)
		if err != nil || a.Total != int64(want) {
			w.Errorf("a search counts %d contacts, %v, want %d", a.Total, err, want)
			return
		}
		for _, c := range a.Contacts {
			if found[c.ID] {
				w.Errorf("a search finds %s twice", c.ID)
			}
			found[c.ID] = true
		}
		if q.After = a.Next; a.Next == nil {
			break
		}
	}
	if len(found) != want {
		w.Errorf("a search finds %d contacts, want %d", len(found), want)
	}
}

// TestSearchWhileTheyEnd counts every contact once, while they end beside the search.
func TestSearchWhileTheyEnd(t *testing.T) {
	w := open(t, journal.NewMemory(), nil)
	const contacts = 60
	var ids []acd.ContactID
	for range contacts {
		ids = append(ids, w.contact())
	}
	var all sync.WaitGroup
	done := make(chan struct{})
	all.Go(func() {
		defer close(done)
		for _, id := range ids {
			w.must(w.instance, acd.StopContact{ContactID: id})
		}
	})
	for running := true; running; {
		select {
		case <-done:
			running = false
		default:
		}
		w.searched(contacts)
	}
	all.Wait()
	if a, err := w.Search(history.Query{Instance: "none"}); err != nil || a.Total != 0 {
		t.Errorf("an instance that is not there: %+v, %v", a, err)
	}
	ended := 0
	for _, err := range w.Ended(w.instance, 1, acd.TimeOf(time.Now().Add(time.Hour))) {
		if err != nil {
			t.Fatal(err)
		}
		ended++
	}
	if ended != contacts {
		t.Errorf("%d contacts have ended, want %d", ended, contacts)
	}
	w.close()
}

// TestSearchForgets finds nothing any more of what need not be kept, and again what is set on a stage.
func TestSearchForgets(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j := journal.NewMemory()
		w := open(t, j, func(o *Options) { o.Manual, o.RetentionMonths, o.Stage = start, 1, true })
		for range 3 {
			w.must(w.instance, acd.StopContact{ContactID: w.contact()})
		}
		stage, err := w.Save(w.ctx)
		if err != nil {
			t.Fatal(err)
		}
		w.searched(3)
		for range 2 {
			if _, err := w.AdvanceClock(w.ctx, 20*acd.Day); err != nil {
				t.Fatal(err)
			}
			synctest.Wait()
		}
		w.searched(0)
		if err := w.Load(w.ctx, stage); err != nil {
			t.Fatal(err)
		}
		w.searched(3)
		w.close()
	})
}

// TestSearchOnDisk finds in SQLite what ended before and after a restart, and what was changed after it ended.
func TestSearchOnDisk(t *testing.T) {
	dir := t.TempDir()
	id, dictionary := scribe.Dictionary()
	for round := range 2 {
		j, err := journal.Open(dir, journal.Options{Dictionary: dictionary, DictionaryID: id, Renew: Renew})
		if err != nil {
			t.Fatal(err)
		}
		w := open(t, j, nil)
		for range 5 {
			c := w.contact()
			w.must(w.instance, acd.StopContact{ContactID: c})
			w.amends(c, 7)
		}
		w.contact()
		w.searched(6 * (round + 1))
		q := w.all()
		q.Criteria.Attributes = history.Values{Keys: []history.Value{{Key: "told", Values: []string{"7"}}}}
		if a, err := w.Search(q); err != nil || a.Total != int64(5*(round+1)) {
			t.Errorf("%d contacts were told, %v", a.Total, err)
		}
		w.close()
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
		if _, err := journal.Verify(dir, nil); err != nil {
			t.Error(err)
		}
	}
}
