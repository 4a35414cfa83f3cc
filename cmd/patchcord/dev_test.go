package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/engine"
	"patchcord/journal"
)

// fetch asks for something without a signature.
func (s *running) fetch(method, path, body string) (int, string) {
	s.Helper()
	r, err := http.NewRequestWithContext(s.Context(), method, s.scheme+"://"+s.address+path, strings.NewReader(body))
	if err != nil {
		s.Fatal(err)
	}
	answer, err := s.client.Do(r)
	if err != nil {
		s.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		s.Fatal(err)
	}
	return answer.StatusCode, string(text)
}

func TestDev(t *testing.T) {
	w := newWorld(t)
	s := w.start("dev")
	ids, err := s.instances()
	if err != nil || len(ids) != 1 {
		t.Fatalf("the instances are %v (%v)", ids, err)
	}
	for _, want := range []string{"http://" + s.address, "export AWS_ENDPOINT_URL_CONNECT=http://" + s.address + "\n",
		"The demo instance is " + ids[0], "aws connect start-task-contact --instance-id " + ids[0], "curl -N "} {
		if !strings.Contains(s.out.String(), want) {
			t.Errorf("dev does not print %q:\n%s", want, s.out.String())
		}
	}
	if status, text := s.fetch("GET", "/health", ""); status != http.StatusOK || text != `{"Status":"ok"}` {
		t.Errorf("/health: %d %s", status, text)
	}
	if status, text := s.fetch("GET", "/patchcord/v1/operations", ""); status != http.StatusOK ||
		strings.Count(text, `"Operation":`) != 380 || !strings.Contains(text, `"Served":true`) {
		t.Errorf("operations: %d %s", status, text)
	}
	if status, text := s.fetch("POST", "/patchcord/v1/clock", `{"AdvanceSeconds":1}`); status != http.StatusConflict {
		t.Errorf("clock: %d %s", status, text)
	}
	if status, text := s.fetch("GET", "/nothing", ""); status != http.StatusNotFound || !strings.HasPrefix(text, "{") {
		t.Errorf("nothing: %d %s", status, text)
	}
	s.stop()
}

// The three commands that dev prints work: here they are played with the SDK.
func TestDevPlaysTheExample(t *testing.T) {
	w := newWorld(t)
	s := w.start("dev", "--clock", "manual", "--start", "2026-02-03T04:05:06.789Z")
	found := regexp.MustCompile(`--instance-id (\S+) --contact-flow-id (\S+)`).FindStringSubmatch(s.out.String())
	if found == nil {
		t.Fatalf("dev prints %s", s.out.String())
	}
	task, err := s.sdk().StartTaskContact(t.Context(), &sdk.StartTaskContactInput{InstanceId: &found[1],
		ContactFlowId: &found[2], Name: aws.String("Bonjour")})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if status, text := s.fetch("POST", "/patchcord/v1/clock", `{"AdvanceSeconds": 10}`); status != http.StatusOK {
			t.Fatal(text)
		}
	}
	c, err := s.sdk().DescribeContact(t.Context(), &sdk.DescribeContactInput{InstanceId: &found[1],
		ContactId: task.ContactId})
	if err != nil || c.Contact.AgentInfo == nil || len(c.Contact.RoutingCriteria.Steps) != 3 ||
		c.Contact.RoutingCriteria.Steps[2].Status != "JOINED" {
		t.Errorf("the contact is %+v (%v)", c, err)
	}
	if want := "2026-02-03T04:05:26.789Z"; c.Contact.AgentInfo.ConnectedToAgentTimestamp.Format(time.RFC3339Nano) != want {
		t.Errorf("connected at %s, want %s", c.Contact.AgentInfo.ConnectedToAgentTimestamp, want)
	}
	s.stop()
}

// A chat's customer has Amazon's five minutes, or as long as it is said, where the flag is given.
func TestChatConnectTimeout(t *testing.T) {
	const noCustomer = "CUSTOMER_CONNECTION_NOT_ESTABLISHED"
	w := newWorld(t)
	for _, tt := range []struct {
		flags    []string
		connects bool
		seconds  int
		reason   string
	}{
		{nil, false, 24 * 60 * 60, ""},
		{[]string{"--chat-connect-timeout"}, false, 299, ""},
		{[]string{"--chat-connect-timeout"}, false, 300, noCustomer},
		{[]string{"--chat-connect-timeout"}, true, 301, ""},
		{[]string{"--chat-connect-timeout=90s"}, false, 90, noCustomer},
		{[]string{"--chat-connect-timeout=0s"}, false, 301, ""},
	} {
		s := w.start(append([]string{"dev", "--clock", "manual"}, tt.flags...)...)
		found := regexp.MustCompile(`--instance-id (\S+) --contact-flow-id (\S+)`).FindStringSubmatch(s.out.String())
		chat, err := s.sdk().StartChatContact(t.Context(), &sdk.StartChatContactInput{InstanceId: &found[1],
			ContactFlowId: &found[2], ParticipantDetails: &types.ParticipantDetails{DisplayName: aws.String("Chloé")}})
		if err != nil {
			t.Fatal(err)
		}
		if tt.connects {
			path := "/patchcord/v1/instances/" + found[1] + "/contacts/" + *chat.ContactId + "/media"
			if status, text := s.fetch("POST", path, `{"CustomerState":"CONNECTED"}`); status != http.StatusOK {
				t.Errorf("media: %d %s", status, text)
			}
		}
		s.fetch("POST", "/patchcord/v1/clock", fmt.Sprintf(`{"AdvanceSeconds": %d}`, tt.seconds))
		c, err := s.sdk().DescribeContact(t.Context(), &sdk.DescribeContactInput{InstanceId: &found[1],
			ContactId: chat.ContactId})
		if err != nil || aws.ToString(c.Contact.DisconnectReason) != tt.reason {
			t.Errorf("%v, after %d s: %+v (%v), want the reason %q", tt.flags, tt.seconds, c.Contact, err, tt.reason)
		}
		if here := c.Contact.ConnectedToSystemTimestamp != nil; here != (tt.connects || len(tt.flags) == 0 ||
			tt.flags[0] == "--chat-connect-timeout=0s") {
			t.Errorf("%v, connects %v: connected is %v", tt.flags, tt.connects, here)
		}
		s.stop()
	}
}

func TestDevSeeds(t *testing.T) {
	w := newWorld(t)
	printed := func(args ...string) string {
		s := w.start(append([]string{"dev"}, args...)...)
		defer s.stop()
		return strings.ReplaceAll(s.out.String(), s.address, "HERE")
	}
	if a, b := printed(), printed("--seed", "1"); a != b {
		t.Errorf("the same seed prints\n%s\nand\n%s", a, b)
	}
	if a, b := printed(), printed("--seed", "2"); a == b {
		t.Errorf("another seed prints the same")
	}
	if a := printed("--empty"); !strings.Contains(a, "aws connect create-instance") {
		t.Errorf("empty: %s", a)
	}
}

func TestDevEmpty(t *testing.T) {
	w := newWorld(t)
	s := w.start("dev", "--empty", "--quotas", "aws")
	if ids, err := s.instances(); err != nil || len(ids) != 0 {
		t.Errorf("the instances are %v (%v)", ids, err)
	}
	for i, alias := range []string{"one", "two", "three"} {
		if _, err := s.create(alias); (err == nil) != (i < 2) {
			t.Errorf("instance %s: %v", alias, err)
		}
	}
	if status, text := s.fetch("POST", "/patchcord/v1/reset", ""); status != http.StatusOK {
		t.Errorf("reset: %d %s", status, text)
	}
	if ids, err := s.instances(); err != nil || len(ids) != 0 {
		t.Errorf("after the reset the instances are %v (%v)", ids, err)
	}
	s.stop()
}

// After a reset the same calls have the same answers as after a start.
func TestResetBeginsAnew(t *testing.T) {
	w := newWorld(t)
	s := w.start("dev")
	ids, err := s.instances()
	if err != nil {
		t.Fatal(err)
	}
	shown := func() string {
		out, err := s.sdk().SearchAvailablePhoneNumbers(t.Context(), &sdk.SearchAvailablePhoneNumbersInput{
			InstanceId: &ids[0], PhoneNumberCountryCode: "DE", PhoneNumberType: "DID", MaxResults: aws.Int32(1)})
		if err != nil {
			t.Fatal(err)
		}
		return *out.AvailableNumbersList[0].PhoneNumber
	}
	first := shown()
	if second := shown(); second == first {
		t.Errorf("%s is shown twice", second)
	}
	if status, text := s.fetch("POST", "/patchcord/v1/reset", ""); status != http.StatusOK {
		t.Errorf("reset: %d %s", status, text)
	}
	if again := shown(); again != first {
		t.Errorf("after a reset %s is shown first, and not %s", again, first)
	}
	s.stop()
}

// A stream that is being read does not keep the server from stopping.
func TestStopWithAReader(t *testing.T) {
	w := newWorld(t)
	s := w.start("dev")
	ids, _ := s.instances()
	answer, err := http.Get("http://" + s.address + "/patchcord/v1/instances/" + ids[0] + "/events?lastEventId=0")
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Fatal(answer, err)
	}
	defer answer.Body.Close()
	s.stop()
	if _, err := io.ReadAll(answer.Body); err != nil {
		t.Errorf("the stream broke off: %v", err)
	}
}

// brokenJournal takes so many records and no more.
type brokenJournal struct {
	*journal.Memory
	left int
}

func (j *brokenJournal) Append(b journal.Batch) (int64, error) {
	if j.left--; j.left < 0 {
		return 0, errors.New("the disk is on fire")
	}
	return j.Memory.Append(b)
}

// A server whose journal fails stops by itself and says why.
func TestJournalFails(t *testing.T) {
	w := newWorld(t)
	var out, errs buffer
	m := &Main{Now: w.now, stdout: &out, stderr: &errs}
	log := newLog(&errs)
	s, err := startServer("127.0.0.1:0", nil, log)
	if err != nil {
		t.Fatal(err)
	}
	if answer, err := http.Get("http://" + s.address() + "/health"); err != nil || answer.StatusCode != 503 {
		t.Errorf("before it is ready, /health answers %v (%v)", answer, err)
	}
	options := engine.Options{Account: acd.Account{Number: "123456789012", Region: "us-east-1"}}
	h, err := build(t.Context(), &brokenJournal{journal.NewMemory(), 1}, plan{engine: options, log: log, now: w.now})
	if err != nil {
		t.Fatal(err)
	}
	m.Ready = func(string) {
		create := acd.CreateInstance{Instance: acd.Instance{Alias: "one", IdentityManagementType: "SAML"}}
		if _, err := h.engine.Do(t.Context(), "", create); err != nil {
			t.Errorf("the first: %v", err)
		}
		create.Instance.Alias = "two"
		if _, err := h.engine.Do(t.Context(), "", create); !errors.Is(err, engine.ErrStopped) {
			t.Errorf("the second: %v", err)
		}
	}
	if err := m.live(context.Background(), s, h); err == nil || !strings.Contains(err.Error(), "the disk is on fire") {
		t.Errorf("it stopped with %v", err)
	}
}
