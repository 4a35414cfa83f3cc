package engine

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"patchcord/account"
	"patchcord/acd"
	"patchcord/journal"
	"patchcord/scribe"
)

// The stage of the benchmarks: agents at work, contacts waiting, callers at once.
const (
	benchAgents   = 100
	benchContacts = 1000
	benchCallers  = 64
)

// BenchmarkDo asks from many callers at once; an operation is one answered command.
func BenchmarkDo(b *testing.B) {
	for name, cmd := range map[string]func(id acd.ContactID, n int64) acd.Command{
		"priority": func(id acd.ContactID, n int64) acd.Command {
			priority := n%9 + 1
			return acd.UpdateContactRoutingData{ContactID: id, QueuePriority: &priority}
		},
		"criteria": func(id acd.ContactID, n int64) acd.Command {
			steps := threeSteps()
			return acd.UpdateContactRoutingData{ContactID: id, Steps: &steps}
		},
	} {
		b.Run(name+"/memory", func(b *testing.B) { benchDo(b, journal.NewMemory(), cmd) })
		b.Run(name+"/sqlite", func(b *testing.B) { benchDo(b, benchSQLite(b), cmd) })
	}
}

func benchSQLite(b *testing.B) journal.Journal {
	id, dictionary := scribe.Dictionary()
	j, err := journal.Open(b.TempDir(), journal.Options{Dictionary: dictionary, DictionaryID: id})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { j.Close() })
	return j
}

// threeSteps are criteria that nobody fits.
func threeSteps() []acd.Step {
	condition := func(name, value string, level float32) acd.Expression {
		return acd.Expression{Attribute: &acd.AttributeCondition{
			Name: name, Value: value, Operator: acd.NumberGreaterOrEqualTo, Level: level,
		}}
	}
	step := func(level float32) acd.Step {
		both := []acd.Expression{condition("Language", "French", level), condition("Technology", "DynamoDB", 5)}
		return acd.Step{Expression: acd.Expression{And: both}, Expiry: &acd.Expiry{DurationInSeconds: 3600}}
	}
	return []acd.Step{step(4), step(3), step(1)}
}

// benchStage opens an engine with everybody at work and everything waiting.
func benchStage(b *testing.B, j journal.Journal, contacts int) (*world, []acd.ContactID) {
	e, err := Open(j, settings(nil))
	if err != nil {
		b.Fatal(err)
	}
	w := &world{TB: b, Engine: e, ctx: context.Background()}
	w.found()
	for name, value := range map[string]string{"Language": "French", "Technology": "DynamoDB"} {
		w.must(w.instance, acd.CreatePredefinedAttribute{Attribute: acd.PredefinedAttribute{
			Name: name, Values: []string{value}, Purposes: []string{"ROUTING"},
		}})
	}
	w.View(func(a *account.Account) {
		i, _ := a.Instance(w.instance)
		w.available = i.Directory().AgentStatuses()[0].ID
	})
	w.manyContacts(benchAgents)
	for n := range benchAgents {
		user := w.user(fmt.Sprintf("agent%d", n))
		w.ready(user)
		var hands []acd.AgentContact
		w.View(func(a *account.Account) {
			i, _ := a.Instance(w.instance)
			agent, _ := i.Agent(user)
			hands = agent.Hands
		})
		w.must(w.instance, acd.AcceptContact{UserID: user, ContactID: hands[0].ContactID})
	}
	return w, w.manyContacts(contacts)
}

// manyContacts brings in tasks, many at once.
func (w *world) manyContacts(n int) []acd.ContactID {
	ids := make([]acd.ContactID, n)
	task := w.task()
	var all sync.WaitGroup
	var next atomic.Int64
	for range min(n, 4*benchCallers) {
		all.Go(func() {
			for i := next.Add(1) - 1; i < int64(n); i = next.Add(1) - 1 {
				created, err := w.Do(w.ctx, w.instance, task)
				if err != nil {
					w.Error(err)
					return
				}
				ids[i] = acd.ContactID(created)
			}
		})
	}
	all.Wait()
	return ids
}

func benchDo(b *testing.B, j journal.Journal, cmd func(acd.ContactID, int64) acd.Command) {
	w, contacts := benchStage(b, j, benchContacts)
	before, _ := j.End()
	var next atomic.Int64
	var slowest atomic.Int64
	busy := busyTime()
	b.ReportAllocs()
	b.ResetTimer()
	var all sync.WaitGroup
	for range benchCallers {
		all.Go(func() {
			for n := next.Add(1); n <= int64(b.N); n = next.Add(1) {
				began := time.Now()
				_, err := w.Do(w.ctx, w.instance, cmd(contacts[n%int64(len(contacts))], n))
				if err != nil {
					b.Error(err)
					return
				}
				if took := int64(time.Since(began)); took > slowest.Load() {
					slowest.Store(took)
				}
			}
		})
	}
	all.Wait()
	b.StopTimer()
	b.ReportMetric(float64((busyTime()-busy).Microseconds())/float64(b.N), "cpu-us/op")
	after, _ := j.End()
	b.ReportMetric(float64(b.N)/float64(max(after-before, 1)), "asks/record")
	b.ReportMetric(float64(slowest.Load())/1e6, "ms-slowest")
	w.close()
}

// busyTime returns for how long the processors have worked for this process.
func busyTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// BenchmarkOpen starts with many contacts waiting, from a snapshot.
func BenchmarkOpen(b *testing.B) {
	const contacts = 100_000
	j := journal.NewMemory()
	w, _ := benchStage(b, j, contacts)
	w.close()
	_, text, _ := j.LatestSnapshot()
	for b.Loop() {
		e, err := Open(j, settings(nil))
		if err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		e.Close(w.ctx)
		b.StartTimer()
	}
	b.ReportMetric(float64(len(text))/contacts, "B/contact")
	report := func(name string, do func()) {
		began := busyTime()
		do()
		b.ReportMetric(float64((busyTime() - began).Milliseconds()), "cpu-ms-"+name)
	}
	var state account.State
	report("copy", func() { _, _, state = w.follower.snapshot() })
	report("encode", func() { scribe.EncodeState(0, state) })
	report("decode", func() { scribe.DecodeState(text) })
}
