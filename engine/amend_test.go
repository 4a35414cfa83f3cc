package engine

import (
	"maps"
	"slices"
	"sync"
	"testing"
	"testing/synctest"

	"patchcord/acd"
	"patchcord/journal"
)

// changes are the commands that change what is known of a contact.
func changes(id acd.ContactID, value string) []acd.Command {
	return []acd.Command{
		acd.UpdateContactAttributes{ContactID: id, Attributes: map[string]string{"note": value}},
		acd.TagContact{ContactID: id, Tags: map[string]string{"note": value}},
		acd.UpdateContact{ContactID: id, Name: &value},
		acd.ReportMedia{ContactID: id, Media: acd.Media{Recordings: []acd.Recording{{Location: value}}}},
	}
}

// says demands that a contact shows what changes wrote.
func (w *world) says(id acd.ContactID, value string) {
	w.Helper()
	c := w.find(id)
	if c.Attributes["note"] != value || c.Tags["note"] != value || c.Name != value || c.Media == nil ||
		c.Media.Recordings[0].Location != value {
		w.Errorf("contact %s is %q with %v, %v and %+v, want %q", id, c.Name, c.Attributes, c.Tags, c.Media, value)
	}
}

// after brings in a task that follows another.
func (w *world) after(id acd.ContactID) acd.ContactID {
	w.Helper()
	next := w.task()
	next.PreviousID = id
	return acd.ContactID(w.must(w.instance, next))
}

// TestAmended changes contacts that have ended: alone, in a chain, and after a restart.
func TestAmended(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j := newBrittle()
		w := open(t, j, func(o *Options) { o.SnapshotRecords = 3 })
		first := w.contact()
		w.must(w.instance, acd.StopContact{ContactID: first})
		for _, cmd := range changes(first, "one") {
			w.must(w.instance, cmd)
		}
		w.says(first, "one")
		if w.held(first) {
			t.Error("a contact that has ended is in memory again")
		}
		second := w.after(first)
		w.must(w.instance, acd.StopContact{ContactID: second})
		third := w.after(second)
		w.must(w.instance, acd.UpdateContactAttributes{ContactID: third, Attributes: map[string]string{"note": "all"}})
		for _, id := range []acd.ContactID{first, second, third} {
			if got := w.find(id).Attributes["note"]; got != "all" {
				t.Errorf("the attribute of %s is %q", id, got)
			}
		}
		w.refused(acd.NotFound, acd.TagContact{ContactID: "none", Tags: map[string]string{"a": "b"}})
		w.replayed(j)
		w.close()
		again := open(t, j, nil)
		if got := again.find(first); got.Attributes["note"] != "all" || got.Tags["note"] != "one" {
			t.Errorf("after a restart it is %v", got)
		}
		again.replayed(j)
		again.close()
	})
}

// TestAmendedInBatch changes contacts that ended in the same batch, whose rows are not there yet.
func TestAmendedInBatch(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j := newBrittle()
		w := open(t, j, nil)
		first := w.contact()
		second := w.after(first)
		j.shut()
		var all sync.WaitGroup
		ask := func(cmds ...acd.Command) {
			for _, cmd := range cmds {
				all.Go(func() { w.must(w.instance, cmd) })
				synctest.Wait()
			}
		}
		all.Go(func() { w.contact() }) // this one keeps the disk busy; the others go together
		synctest.Wait()
		ask(acd.StopContact{ContactID: first})
		ask(changes(first, "one")...)
		ask(acd.UpdateContactAttributes{ContactID: second, Attributes: map[string]string{"note": "two"}})
		ask(acd.StopContact{ContactID: second})
		ask(changes(second, "three")...)
		j.lift()
		all.Wait()
		w.says(second, "three")
		if got := w.find(first); got.Attributes["note"] != "three" || got.Name != "one" {
			t.Errorf("the first is %v", got)
		}
		w.close()
	})
}

// TestTree finds a tree while its contacts end, on a stage that is set back.
func TestTree(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := open(t, journal.NewMemory(), func(o *Options) { o.Stage = true })
		root := w.contact()
		related := w.task()
		related.RelatedID = root
		tree := []acd.ContactID{root, w.after(root), acd.ContactID(w.must(w.instance, related))}
		w.contact()
		slices.Sort(tree)
		whole := func(when string, root acd.ContactID, want ...acd.ContactID) {
			t.Helper()
			found, err := w.Tree(w.instance, root)
			var ids []acd.ContactID
			for _, c := range found {
				ids = append(ids, c.ID)
			}
			slices.Sort(ids)
			if !slices.Equal(ids, want) || err != nil {
				t.Errorf("%s the tree is %v, %v, want %v", when, ids, err, want)
			}
		}
		whole("at first", root, tree...)
		saved, err := w.Save(w.ctx)
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range tree {
			w.must(w.instance, acd.StopContact{ContactID: id})
			whole("after an end", root, tree...)
		}
		ended, err := w.Save(w.ctx)
		if err != nil {
			t.Fatal(err)
		}
		for _, stage := range [][]byte{saved, ended} {
			if err := w.Load(w.ctx, stage); err != nil {
				t.Fatal(err)
			}
			whole("set back", root, tree...)
		}
		whole("of none", "none")
		whole("of no id", "a/b")
		if found, err := w.Tree("none", root); found != nil || err != nil {
			t.Errorf("in no instance there is %v, %v", found, err)
		}
		w.close()
	})
}

// TestAmendedStage sets a stage back to before an ended contact was changed.
func TestAmendedStage(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := open(t, journal.NewMemory(), func(o *Options) { o.Stage = true })
		c := w.contact()
		w.must(w.instance, acd.StopContact{ContactID: c})
		before := w.find(c)
		saved, err := w.Save(w.ctx)
		if err != nil {
			t.Fatal(err)
		}
		for _, cmd := range changes(c, "one") {
			w.must(w.instance, cmd)
		}
		w.says(c, "one")
		if err := w.Load(w.ctx, saved); err != nil {
			t.Fatal(err)
		}
		if got := w.find(c); got.Name != before.Name || !maps.Equal(got.Attributes, before.Attributes) {
			t.Errorf("set back it is %v, was %v", got, before)
		}
		w.close()
	})
}
