package connect

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// A troubled server has a clock that is turned by hand and answers whatever it lets through.
type troubled struct {
	*testing.T
	trouble *Trouble
	server  *Server
	late    atomic.Int64 // nanoseconds by which the clock is ahead
	waited  time.Duration
	worked  int
	least   map[string]request // of operations that have been asked for
}

func newTroubled(t *testing.T, p TroublePlan) *troubled {
	t.Helper()
	w := &troubled{T: t, least: map[string]request{}}
	w.trouble = NewTrouble(7, func() time.Time { return testNow().Add(time.Duration(w.late.Load())) })
	w.trouble.wait = func(_ context.Context, d time.Duration) error {
		w.waited += d
		return nil
	}
	if err := w.trouble.Set(p); err != nil {
		t.Fatal(err)
	}
	w.server = newServer(Options{Trouble: w.trouble}, rowsOf(func(*Call, any) (any, error) {
		w.worked++
		return nil, nil
	}))
	return w
}

func (w *troubled) turn(d time.Duration) { w.late.Add(int64(d)) }

// askFor asks for an operation so many times and returns how many were answered, and the last refusal.
func (w *troubled) askFor(operation string, times int) (answered int, refusal *httptest.ResponseRecorder) {
	w.Helper()
	for range times {
		a := w.ask(operation)
		if a.Code == http.StatusOK {
			answered++
		} else {
			refusal = a
		}
	}
	return answered, refusal
}

// ask sends the least that an operation takes.
func (w *troubled) ask(operation string) *httptest.ResponseRecorder {
	w.Helper()
	if r, ok := w.least[operation]; ok {
		return r.to(w.server)
	}
	i := slices.IndexFunc(w.server.operations, func(o *Operation) bool { return o.Name == operation })
	o := w.server.operations[i]
	r := request{method: o.Method, uri: o.URI, labels: map[string]string{}, query: map[string][]string{},
		body: map[string]any{}}
	for _, m := range inputTree(w, readInputs()[operation]).members {
		if label, ok := strings.CutPrefix(m.location, locationLabel); ok {
			r.labels[label] = m.text(w, 1)
		} else if m.required {
			r.body[m.name] = m.least(w)
		}
	}
	w.least[operation] = r
	return r.to(w.server)
}

// TestThrottle asks faster than Amazon lets one ask.
func TestThrottle(t *testing.T) {
	w := newTroubled(t, TroublePlan{Throttle: "aws"})
	for _, c := range []struct {
		operation    string
		burst, later int // at once, and again after two seconds
	}{
		{"DescribeQueue", 5, 4}, {"DescribeUser", 5, 4}, {"UpdateContactRoutingData", 20, 20}, {"DescribeContact", 15, 15},
		{"TagContact", 25, 25}, {"StartChatContact", 8, 8}, {"SearchContacts", 1, 1}, {"GetMetricDataV2", 10, 10},
		{"StopContact", 15, 15}, {"ListInstances", 5, 4},
	} {
		got, refusal := w.askFor(c.operation, c.burst+3)
		if got != c.burst || refusal.Code != http.StatusTooManyRequests ||
			refusal.Header().Get("X-Amzn-ErrorType") != throttling || !strings.Contains(messageOf(refusal), c.operation) {
			t.Errorf("%d of %d requests at once are answered, then %d %s", got, c.burst, refusal.Code, refusal.Body)
		}
		w.turn(2 * time.Second)
		if got, _ := w.askFor(c.operation, c.burst+3); got != c.later {
			t.Errorf("%d of %s are answered after two seconds, not %d", got, c.operation, c.later)
		}
	}
	w.turn(time.Hour)
	if got, _ := w.askFor("DescribeQueue", 10); got != 5 {
		t.Errorf("%d are answered after an hour", got)
	}
	w.trouble.Renew()
	if got, _ := w.askFor("DescribeQueue", 10); got != 5 {
		t.Errorf("%d are answered anew", got)
	}
	w.turn(-time.Hour) // the machine's clock is set
	if got, _ := w.askFor("DescribeQueue", 10); got != 0 {
		t.Errorf("%d are answered when the clock goes back", got)
	}
	if err := w.trouble.Set(TroublePlan{}); err != nil {
		t.Error(err)
	}
	if got, _ := w.askFor("DescribeQueue", 100); got != 100 {
		t.Errorf("%d are answered without throttles", got)
	}
}

// TestThrottledClientTriesAgain lets the official client meet a throttle: it comes through by itself.
func TestThrottledClientTriesAgain(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	w := newTroubled(t, TroublePlan{Throttle: "aws"})
	s.server.options.Trouble = w.trouble
	tries := 0
	client := sdk.New(s.client.Options(), func(o *sdk.Options) {
		o.RetryMaxAttempts = 50
		o.Retryer = retry.NewStandard(func(o *retry.StandardOptions) {
			o.Backoff = retry.BackoffDelayerFunc(func(int, error) (time.Duration, error) {
				tries++
				w.turn(time.Second / 4) // in place of the wait
				return 0, nil
			})
		})
	})
	for i := range 8 {
		if _, err := client.ListQueues(s.ctx, &sdk.ListQueuesInput{InstanceId: &s.instance}); err != nil {
			t.Fatalf("request %d: %v", i+1, err)
		}
	}
	if tries != 6 { // five at once, and two tries for each token that came later
		t.Errorf("the client tried again %d times", tries)
	}
	impatient := sdk.New(client.Options(), func(o *sdk.Options) { o.Retryer = aws.NopRetryer{} })
	_, err := impatient.ListQueues(s.ctx, &sdk.ListQueuesInput{InstanceId: &s.instance})
	var throttled *types.ThrottlingException
	if !errors.As(err, &throttled) {
		t.Errorf("the answer is %v", err)
	}
}

// TestFaults answers a share of the requests with an exception, the same ones each time.
func TestFaults(t *testing.T) {
	plan := TroublePlan{Faults: []Fault{
		{Operation: "DescribeUser", Exception: "ResourceNotFoundException", Percent: 30},
		{Operation: "*", Exception: internalService, Percent: 1},
		{Operation: "CreateQueue", Exception: "DuplicateResourceException", Percent: 100},
	}}
	w := newTroubled(t, plan)
	met := func() (all []int) {
		for range 1000 {
			all = append(all, w.ask("DescribeUser").Code)
		}
		return all
	}
	first := met()
	missing := len(slices.DeleteFunc(slices.Clone(first), func(code int) bool { return code != http.StatusNotFound }))
	broken := len(slices.DeleteFunc(slices.Clone(first), func(code int) bool { return code < 500 }))
	if missing < 260 || missing > 340 || broken < 1 || broken > 20 || w.worked != 1000-missing-broken {
		t.Errorf("of 1000 requests %d are not found, %d break, and %d are done", missing, broken, w.worked)
	}
	w.trouble.Renew()
	w.askFor("DescribeQueue", 17) // others do not matter
	if !slices.Equal(first, met()) {
		t.Error("other requests are met the second time")
	}
	if a := w.ask("CreateQueue"); a.Code != http.StatusConflict ||
		a.Header().Get("X-Amzn-ErrorType") != "DuplicateResourceException" {
		t.Errorf("a queue is answered with %d %s", a.Code, a.Body)
	}
}

// TestLateFaults loses answers of work that is done: with its token, a client may ask again.
func TestLateFaults(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	flow := s.flowInto(s.queue())
	w := newTroubled(t, TroublePlan{Faults: []Fault{
		{Operation: "StartTaskContact", Exception: internalService, Percent: 50, Late: true},
		{Operation: "StopContact", Exception: internalService, Percent: 100, Late: true}}})
	s.server.options.Trouble = w.trouble
	tries := 0
	client := sdk.New(s.client.Options(), func(o *sdk.Options) {
		o.RetryMaxAttempts = 50
		o.Retryer = retry.NewStandard(func(o *retry.StandardOptions) {
			o.MaxAttempts = 50
			o.Backoff = retry.BackoffDelayerFunc(func(int, error) (time.Duration, error) {
				tries++
				return 0, nil
			})
			o.RateLimiter = unlimited{}
		})
	})
	for range 10 {
		got(client.StartTaskContact(s.ctx, &sdk.StartTaskContactInput{
			InstanceId: &s.instance, ContactFlowId: &flow, Name: new("Call back")}))
	}
	found := got(client.SearchContacts(s.ctx, s.search(nil)))
	if tries == 0 || len(found.Contacts) != 10 {
		t.Errorf("after %d tries there are %d contacts", tries, len(found.Contacts))
	}
	once := sdk.New(client.Options(), func(o *sdk.Options) { o.Retryer = aws.NopRetryer{} })
	_, err := once.StopContact(s.ctx, &sdk.StopContactInput{InstanceId: &s.instance, ContactId: found.Contacts[0].Id})
	refused(t, err, internalService, 500)
	if c := s.describe(*found.Contacts[0].Id); c.DisconnectTimestamp == nil {
		t.Error("the work was not done")
	}
	_, err = once.StopContact(s.ctx, &sdk.StopContactInput{InstanceId: &s.instance, ContactId: found.Contacts[0].Id})
	refused(t, err, "ContactNotFoundException", 410) // what the work itself refuses goes first
}

// unlimited lets a client try again as often as it likes.
type unlimited struct{}

// GetToken is part of retry.RateLimiter.
func (unlimited) GetToken(context.Context, uint) (func() error, error) {
	return func() error { return nil }, nil
}

// AddTokens is part of retry.RateLimiter.
func (unlimited) AddTokens(uint) error { return nil }

// TestDelays lets requests wait.
func TestDelays(t *testing.T) {
	w := newTroubled(t, TroublePlan{Delays: []Delay{{"DescribeUser", 200}, {"*", 50}}})
	w.ask("DescribeUser")
	if w.waited != 250*time.Millisecond {
		t.Errorf("the request waited %v", w.waited)
	}
	if w.ask("DescribeQueue"); w.waited != 300*time.Millisecond {
		t.Errorf("the requests waited %v", w.waited)
	}
	if err := waitFor(t.Context(), time.Nanosecond); err != nil {
		t.Error(err)
	}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if err := waitFor(gone, time.Hour); !errors.Is(err, context.Canceled) {
		t.Errorf("a client that has gone is waited for: %v", err)
	}
}

// TestTroublePlans refuses what cannot be meant.
func TestTroublePlans(t *testing.T) {
	trouble := NewTrouble(1, testNow)
	for _, c := range []struct {
		plan TroublePlan
		want string
	}{
		{TroublePlan{Throttle: "gcp"}, `Throttle is "gcp"`},
		{TroublePlan{Faults: make([]Fault, 1001)}, "at most 1000"},
		{TroublePlan{Faults: []Fault{{"MakeCoffee", internalService, 1, false}}}, "MakeCoffee"},
		{TroublePlan{Faults: []Fault{{"CreateQueue", internalService, 0, false}}}, "Percent is 0"},
		{TroublePlan{Faults: []Fault{{"CreateQueue", internalService, 101, false}}}, "Percent is 101"},
		{TroublePlan{Faults: []Fault{{"CreateQueue", "ConflictException", 1, false}}}, "DuplicateResourceException"},
		{TroublePlan{Faults: []Fault{{"*", "ConflictException", 1, false}}}, "Not every operation"},
		{TroublePlan{Delays: []Delay{{"*", -1}}}, "Milliseconds is -1"},
		{TroublePlan{Delays: []Delay{{"*", 30_001}}}, "0 to 30000"},
		{TroublePlan{Delays: []Delay{{"", 1}}}, `no operation ""`},
	} {
		var refused *acd.Error
		if err := trouble.Set(c.plan); !errors.As(err, &refused) || !strings.Contains(refused.Message, c.want) {
			t.Errorf("%+v is met with %v", c.plan, err)
		}
	}
	if p := trouble.Plan(); p.Throttle != "off" || len(p.Faults)+len(p.Delays) != 0 {
		t.Errorf("the plan is %+v", p)
	}
	for text, want := range map[string]Fault{ // order does not show: each stands alone
		"CreateQueue=LimitExceededException@2.5%": {"CreateQueue", "LimitExceededException", 2.5, false},
		"*=ServiceUnavailable":                    {"*", "ServiceUnavailable", 100, false},
	} {
		if f, err := ParseFault(text); err != nil || f != want {
			t.Errorf("%s is %+v (%v)", text, f, err)
		}
	}
	for _, text := range []string{"", "CreateQueue", "CreateQueue=X", "CreateQueue=ThrottlingException@often", "*=X@1%"} {
		if f, err := ParseFault(text); err == nil {
			t.Errorf("%q is %+v", text, f)
		}
	}
	if d, err := ParseDelay("DescribeUser=1.5s"); err != nil || d != (Delay{"DescribeUser", 1500}) {
		t.Errorf("%+v (%v)", d, err)
	}
	for _, text := range []string{"", "*", "*=5", "*=31s", "*=10us", "*=-1ms", "X=1s", "*=200000h"} {
		if d, err := ParseDelay(text); err == nil {
			t.Errorf("%q is %+v", text, d)
		}
	}
}
