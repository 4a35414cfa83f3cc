package bench

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"patchcord/acd"
	"patchcord/connect"
	"patchcord/history"
	"patchcord/journal"
	"patchcord/scribe"
)

// History is what many ended contacts cost, and how fast they are found. Times are inside the server: no network, and
// no signature.
type History struct {
	Contacts  int
	BytesEach float64 // on the disk, index and all, with what the records themselves take that brought them
	Describe  Latency // DescribeContact of a contact by chance
	Newest    Latency // SearchContacts for the newest hundred of one queue and day, with their TotalCount
	Found     int64   // how many contacts such a search counts
	Scan      Latency // SearchContacts by a name, which has to look at every contact of a day
}

// A Latency is how long many requests of one kind took.
type Latency struct{ P50, P99 time.Duration }

// The archive of the bench: where it begins, for how long, and who was at work.
const (
	archiveDays   = 60
	archiveQueues = 20
	archiveAgents = 200
	rowsInRecord  = 256
)

// measureHistory makes an archive of many contacts and asks for them.
func measureHistory(ctx context.Context, o Options, dir string) (History, error) {
	r := History{Contacts: o.History}
	h, err := open(dir)
	if err != nil {
		return r, err
	}
	s, err := setUp(ctx, h.Engine, 1, 1)
	if err == nil {
		err = h.close()
	}
	if err != nil {
		return r, err
	}
	before, err := sizeOf(dir)
	if err != nil {
		return r, err
	}
	a := newArchivist(s.instance)
	if err := a.fill(ctx, o, dir); err != nil {
		return r, fmt.Errorf("fill archive: %w", err)
	}
	after, err := sizeOf(dir)
	if err != nil {
		return r, err
	}
	r.BytesEach = float64(after-before) / float64(o.History)
	if h, err = open(dir); err != nil {
		return r, err
	}
	return r, errors.Join(a.ask(ctx, h, &r), h.close())
}

// An archivist makes up contacts that have ended, each by its number alone.
type archivist struct {
	instance acd.InstanceID
	codec    history.Codec
	seed     acd.Seed
	began    acd.Time
	count    int
}

func newArchivist(instance acd.InstanceID) *archivist {
	return &archivist{
		instance: instance, codec: history.Codec{Encode: scribe.EncodeContact, Decode: scribe.DecodeContact}, seed: 7,
		began: acd.TimeOf(time.Now().AddDate(0, 0, -archiveDays)),
	}
}

// fill writes the archive as the engine does, in records that bring nothing else.
func (a *archivist) fill(ctx context.Context, o Options, dir string) error {
	a.count = o.History
	id, dictionary := scribe.Dictionary()
	j, err := journal.Open(dir, journal.Options{Dictionary: dictionary, DictionaryID: id})
	if err != nil {
		return err
	}
	for n := 0; n < o.History && err == nil; n += rowsInRecord {
		var rows []journal.Entry
		for i := n; i < min(n+rowsInRecord, o.History); i++ {
			rows = append(rows, a.codec.Row(a.instance, a.contact(i)))
		}
		_, err = j.Append(journal.Batch{Payload: scribe.AppendHeader(nil, a.at(n)), Archive: rows})
		if n%(rowsInRecord*400) == 0 {
			fmt.Fprintf(o.Progress, "archived %d of %d contacts\n", n+len(rows), o.History)
		}
		if err == nil {
			err = ctx.Err()
		}
	}
	return errors.Join(err, j.Close())
}

// at is when a contact began: they come evenly over the days.
func (a *archivist) at(n int) acd.Time {
	return a.began.Add(acd.Duration(int64(n) * int64(archiveDays*acd.Day) / int64(a.count)))
}

// id is one of the ids of the archive, for a purpose.
func (a *archivist) id(purpose, n int) string { return a.seed.UUID(int64(n), purpose) }

// The purposes of ids.
const (
	ofContact = iota
	ofQueue
	ofAgent
	ofFlow
	ofProfile
)

// contact is one that has ended: most were with an agent, a few gave up, a third had criteria of two steps.
func (a *archivist) contact(n int) acd.Contact {
	dice := rand.New(rand.NewPCG(uint64(n), 1))
	at := a.at(n)
	after := func(most acd.Duration) acd.Time {
		at = at.Add(1 + acd.Duration(dice.Int64N(int64(most))))
		return at
	}
	queue := acd.QueueRef{Type: acd.StandardQueue, ID: acd.QueueID(a.id(ofQueue, dice.IntN(archiveQueues)))}
	c := acd.Contact{
		ID: acd.ContactID(a.id(ofContact, n)), Number: int64(12*n + 40), Channel: acd.Channels()[n%4], InitiatedAt: at,
		InitiationMethod: acd.Inbound, FlowID: acd.FlowID(a.id(ofFlow, dice.IntN(8))), State: acd.CompletedLife,
		ConnectedToSystemAt: at, ExpiresAt: at.Add(7 * acd.Day), Target: queue, Queue: queue, EnqueuedAt: after(acd.Minute),
		EnqueueNumber: int64(12*n + 43), Tags: map[string]string{"aws:connect:instanceId": string(a.instance)},
	}
	c.AssociationID = c.ID
	if c.Channel == acd.Task {
		c.InitiationMethod, c.Name = acd.API, []string{"Call back", "Refund", "Address has changed"}[dice.IntN(3)]
	}
	if dice.IntN(3) == 0 {
		c.Criteria = twoSteps(c.EnqueuedAt, dice.IntN(2))
	}
	if dice.IntN(4) == 0 {
		c.Attributes = map[string]string{"plan": []string{"gold", "silver"}[dice.IntN(2)], "language": "fr"}
	}
	c.DisconnectReason, c.PreDisconnect = acd.ReasonCustomer, acd.EndedInQueue
	if dice.IntN(10) > 0 {
		c.RingStartedAt = after(3 * acd.Minute)
		c.Agent = &acd.AgentInfo{
			UserID: acd.UserID(a.id(ofAgent, dice.IntN(archiveAgents))), OfferedAt: c.RingStartedAt,
			AcceptedAt: after(10 * acd.Second), RoutingProfileID: acd.RoutingProfileID(a.id(ofProfile, 0)),
		}
		c.Agent.ConnectedAt, c.PreDisconnect = c.Agent.AcceptedAt, acd.EndedConnected
	}
	c.DisconnectedAt = after(20 * acd.Minute)
	if c.Agent != nil {
		c.Agent.WorkStartedAt, c.Agent.WorkEndedAt = c.DisconnectedAt, after(acd.Minute)
	}
	c.CompletedAt, c.LastUpdatedAt = at, at
	return c
}

// twoSteps are criteria of which the first may have expired.
func twoSteps(at acd.Time, expired int) *acd.RoutingCriteria {
	step := func(level float32, s acd.StepStatus) acd.Step {
		return acd.Step{Status: s, Expression: acd.Expression{Attribute: &acd.AttributeCondition{
			Name: attribute, Value: languages[0], Operator: acd.NumberGreaterOrEqualTo, Level: level}}}
	}
	k := &acd.RoutingCriteria{ActivatedAt: at, Steps: []acd.Step{step(4, acd.Joined), step(2, acd.Inactive)}}
	k.Steps[0].Expiry, k.Steps[0].ExpiresAt = &acd.Expiry{DurationInSeconds: 60}, at.Add(acd.Minute)
	if expired == 1 {
		k.Steps[0].Status, k.Steps[1].Status = acd.Expired, acd.Joined
	}
	return k
}

// ask measures the requests, each kind by itself and one after the other.
func (a *archivist) ask(ctx context.Context, h *house, r *History) error {
	server := connect.New(connect.Options{Account: "123456789012", Region: region, Engine: h.Engine, Records: h.Engine})
	dice := rand.New(rand.NewPCG(1, 2))
	serve := func(method, path, body string) func() error {
		return func() error {
			request, err := http.NewRequestWithContext(ctx, method, "http://bench"+path, strings.NewReader(body))
			if err != nil {
				return err
			}
			w := &answerOnly{header: http.Header{}}
			server.ServeHTTP(w, request)
			if w.status != http.StatusOK {
				return fmt.Errorf("%s is answered with status %d: %s", path, w.status, w.body)
			}
			return nil
		}
	}
	search := func(criteria string) func() error {
		from := a.began.Add(acd.Duration(dice.IntN(archiveDays-1)) * acd.Day).Std().Unix()
		return serve("POST", "/search-contacts", fmt.Sprintf(`{"InstanceId":%q,"MaxResults":100,"TimeRange":{"Type":`+
			`"INITIATION_TIMESTAMP","StartTime":%d,"EndTime":%d},"SearchCriteria":%s}`, a.instance, from, from+86_399, criteria))
	}
	var err error
	if r.Describe, err = latency(5000, func() func() error {
		return serve("GET", "/contacts/"+string(a.instance)+"/"+a.id(ofContact, dice.IntN(a.count)), "")
	}); err != nil {
		return err
	}
	if r.Newest, err = latency(500, func() func() error {
		return search(fmt.Sprintf(`{"QueueIds":[%q]}`, a.id(ofQueue, dice.IntN(archiveQueues))))
	}); err != nil {
		return err
	}
	r.Scan, err = latency(5, func() func() error {
		return search(`{"Name":{"SearchText":["refund"],"MatchType":"MATCH_ALL"}}`)
	})
	if err != nil {
		return err
	}
	day := history.Range{Moment: history.Initiated, From: a.began, To: a.began.Add(acd.Day)}
	found, err := h.Search(history.Query{Instance: a.instance, Max: 1, Range: day,
		Criteria: history.Criteria{Queues: []acd.QueueID{acd.QueueID(a.id(ofQueue, 0))}}})
	r.Found = found.Total
	return err
}

// latency measures requests one after the other. What is not known yet is read from the disk by the first tenth, which
// does not count.
func latency(times int, next func() func() error) (Latency, error) {
	var took []time.Duration
	for n := range times + times/10 {
		request := next()
		start := time.Now()
		if err := request(); err != nil {
			return Latency{}, err
		}
		if n >= times/10 {
			took = append(took, time.Since(start))
		}
	}
	slices.Sort(took)
	return Latency{P50: took[len(took)/2], P99: took[len(took)*99/100]}, nil
}

// answerOnly keeps an answer as it comes.
type answerOnly struct {
	header http.Header
	status int
	body   []byte
}

// Header returns the headers of the answer.
func (w *answerOnly) Header() http.Header { return w.header }

// WriteHeader notes the status.
func (w *answerOnly) WriteHeader(status int) { w.status = status }

// Write keeps what is written.
func (w *answerOnly) Write(b []byte) (int, error) {
	if w.status == 0 {
		w.status = http.StatusOK
	}
	w.body = append(w.body, b...)
	return len(b), nil
}

// sizeOf is how many bytes the files of a directory have.
func sizeOf(dir string) (bytes int64, err error) {
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := os.Stat(path)
		if err == nil {
			bytes += info.Size()
		}
		return err
	})
	return bytes, err
}
