package main

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/hex"
	"encoding/pem"
	"errors"
	"io"
	"math/big"
	"net"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
	"github.com/aws/smithy-go"

	"patchcord/acd"
	"patchcord/directory"
	"patchcord/engine"
)

// nameOf returns what a client of AWS is told an error is called, empty where there is none.
func nameOf(err error) string {
	var told smithy.APIError
	if errors.As(err, &told) {
		return told.ErrorCode()
	}
	if err != nil {
		return err.Error()
	}
	return ""
}

// sign sends a request to the side door as the holder of a key.
func (s *running) sign(method, path, body string) *http.Response {
	s.Helper()
	r, err := http.NewRequestWithContext(s.Context(), method, s.scheme+"://"+s.address+path, strings.NewReader(body))
	if err != nil {
		s.Fatal(err)
	}
	credentials, _ := s.credentials.Retrieve(s.Context())
	hash := sha256.Sum256([]byte(body))
	err = v4.NewSigner().SignHTTP(s.Context(), credentials, r, hex.EncodeToString(hash[:]), "connect", "us-east-1",
		time.Now())
	if err != nil {
		s.Fatal(err)
	}
	answer, err := s.client.Do(r)
	if err != nil {
		s.Fatal(err)
	}
	s.Cleanup(func() { answer.Body.Close() })
	return answer
}

func TestServe(t *testing.T) {
	w := newWorld(t)
	data := w.file("data")
	s := w.start("serve", "--data", data)
	if _, err := s.instances(); nameOf(err) != "UnrecognizedClientException" {
		t.Errorf("without keys: %v", err)
	}
	id, secret := w.key(data, "--role", "admin")
	w.advance(time.Second)
	s.credentials = given(id, secret)
	instance, err := s.create("one")
	if err != nil {
		t.Fatal(err)
	}
	s.credentials = given(id, strings.Repeat("x", 40))
	if _, err := s.instances(); nameOf(err) != "InvalidSignatureException" {
		t.Errorf("another secret: %v", err)
	}
	s.stop()
	if text := s.err.String(); !strings.Contains(text, "msg=ready address="+s.address) ||
		!strings.Contains(text, "msg=stopped") {
		t.Errorf("the log says %s", text)
	}
	again := w.start("serve", "--data", data)
	again.credentials = given(id, secret)
	if ids, err := again.instances(); err != nil || !slices.Equal(ids, []string{instance}) {
		t.Errorf("after a restart the instances are %v (%v)", ids, err)
	}
	again.stop()
}

func TestServeRoles(t *testing.T) {
	w := newWorld(t)
	data := w.file("data")
	adminID, adminSecret := w.key(data, "--role", "admin")
	readerID, readerSecret := w.key(data, "--role", "read-only")
	s := w.start("serve", "--data", data)
	s.credentials = given(adminID, adminSecret)
	instance, err := s.create("one")
	if err != nil {
		t.Fatal(err)
	}
	agentID, agentSecret := w.key(data, "--role", "agent", "--instance", instance, "--user", "u")
	whole := acd.Account{Number: "123456789012", Region: "us-east-1"}
	namedID, namedSecret := w.key(data, "--role", "agent", "--instance", whole.InstanceARN(acd.InstanceID(instance)),
		"--user", whole.ARN(acd.InstanceID(instance), acd.KindUser, "u")) // A0003
	w.advance(time.Second)
	own := "/patchcord/v1/instances/" + instance + "/users/u/contacts/c/accept"
	for _, tt := range []struct {
		id, secret   string
		list, create string
		clock, act   int
	}{
		{adminID, adminSecret, "", "", 200, 404},
		{readerID, readerSecret, "", "AccessDeniedException", 200, 403},
		{agentID, agentSecret, "AccessDeniedException", "AccessDeniedException", 403, 404},
		{namedID, namedSecret, "AccessDeniedException", "AccessDeniedException", 403, 404},
	} {
		s.credentials = given(tt.id, tt.secret)
		if _, err := s.instances(); nameOf(err) != tt.list {
			t.Errorf("%s lists: %v", tt.id, err)
		}
		if _, err := s.create("two"); nameOf(err) != tt.create {
			t.Errorf("%s creates: %v", tt.id, err)
		}
		if answer := s.sign("GET", "/patchcord/v1/clock", ""); answer.StatusCode != tt.clock {
			t.Errorf("%s asks for the time: %d", tt.id, answer.StatusCode)
		}
		if answer := s.sign("POST", own, "{}"); answer.StatusCode != tt.act {
			t.Errorf("%s acts: %d", tt.id, answer.StatusCode)
		}
	}
	for _, path := range []string{"clock", "operations", "instances/" + instance + "/events"} {
		if status, text := s.fetch("GET", "/patchcord/v1/"+path, ""); status != 403 ||
			!strings.Contains(text, "MissingAuthenticationToken") {
			t.Errorf("%s without a signature: %d %s", path, status, text)
		}
	}
	if answer := s.sign("POST", "/patchcord/v1/reset", ""); answer.StatusCode != 403 {
		t.Errorf("reset: %d", answer.StatusCode)
	}
	s.stop()
}

func TestRevokedKey(t *testing.T) {
	w := newWorld(t)
	data := w.file("data")
	id, secret := w.key(data, "--role", "admin")
	otherID, otherSecret := w.key(data, "--role", "admin")
	s := w.start("serve", "--data", data)
	s.credentials = given(id, secret)
	instance, err := s.create("one")
	if err != nil {
		t.Fatal(err)
	}
	stream := s.sign("GET", "/patchcord/v1/instances/"+instance+"/events", "")
	if stream.StatusCode != http.StatusOK {
		t.Fatal(stream.Status)
	}
	if text := w.must("keys", "revoke", id, "--data", data); !strings.Contains(text, id+" is revoked") {
		t.Error(text)
	}
	w.advance(time.Second)
	if _, err := s.instances(); nameOf(err) != "UnrecognizedClientException" {
		t.Errorf("a revoked key: %v", err)
	}
	s.credentials = given(otherID, otherSecret)
	if _, err := s.instances(); err != nil {
		t.Errorf("another key: %v", err)
	}
	list := w.must("keys", "list", "--data", data)
	if strings.Contains(list, id) || !strings.Contains(list, otherID) || strings.Contains(list, otherSecret) {
		t.Error(list)
	}
	// What happens next is not told to whoever reads with the revoked key.
	s.startTask(instance)
	if text, err := io.ReadAll(stream.Body); err != nil || strings.Contains(string(text), "INITIATED") {
		t.Errorf("the stream went on: %s (%v)", text, err)
	}
	s.stop()
}

// startTask starts a task in the flow that every instance has.
func (s *running) startTask(instance string) string {
	s.Helper()
	flows, err := s.sdk().ListContactFlows(s.Context(), &sdk.ListContactFlowsInput{InstanceId: &instance})
	at := -1
	if err == nil {
		at = slices.IndexFunc(flows.ContactFlowSummaryList, func(f types.ContactFlowSummary) bool {
			return *f.Name == directory.SampleInbound
		})
	}
	if at < 0 {
		s.Fatalf("the flows are %v (%v)", flows, err)
	}
	task, err := s.sdk().StartTaskContact(s.Context(), &sdk.StartTaskContactInput{InstanceId: &instance,
		ContactFlowId: flows.ContactFlowSummaryList[at].Id, Name: aws.String("A task")})
	if err != nil {
		s.Fatal(err)
	}
	return aws.ToString(task.ContactId)
}

func TestSecondServer(t *testing.T) {
	w := newWorld(t)
	data := w.file("data")
	s := w.start("serve", "--data", data)
	code, _, stderr := w.run("serve", "--data", data, "--listen", "127.0.0.1:0")
	if code != exitFault || !strings.Contains(stderr, "patchcord: another server is running on "+data) {
		t.Errorf("exit %d: %s", code, stderr)
	}
	s.stop()
	w.start("serve", "--data", data).stop()
}

func TestKeysThatAreDamaged(t *testing.T) {
	w := newWorld(t)
	data := w.file("data")
	id, secret := w.key(data, "--role", "admin")
	s := w.start("serve", "--data", data)
	s.credentials = given(id, secret)
	w.write("data/keys.json", "[]")
	w.advance(time.Second)
	if _, err := s.instances(); nameOf(err) != "UnrecognizedClientException" {
		t.Errorf("with a damaged file: %v", err)
	}
	s.stop()
	if !strings.Contains(s.err.String(), "no key is accepted") {
		t.Errorf("the log says %s", s.err.String())
	}
	if code, _, stderr := w.run("serve", "--data", data, "--listen", "127.0.0.1:0"); code != exitFault ||
		!strings.Contains(stderr, "keys.json is damaged") {
		t.Errorf("exit %d: %s", code, stderr)
	}
}

// certify makes a certificate for this machine, in two files, and returns it.
func (w *world) certify() *x509.Certificate {
	w.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		w.Fatal(err)
	}
	form := &x509.Certificate{SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour),
		NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}}
	der, err := x509.CreateCertificate(rand.Reader, form, form, key.Public(), key)
	if err != nil {
		w.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		w.Fatal(err)
	}
	w.write("cert.pem", string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})))
	w.write("key.pem", string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: secret})))
	made, err := x509.ParseCertificate(der)
	if err != nil {
		w.Fatal(err)
	}
	return made
}

func TestTLS(t *testing.T) {
	w := newWorld(t)
	data := w.file("data")
	trusted := x509.NewCertPool()
	trusted.AddCert(w.certify())
	id, secret := w.key(data, "--role", "admin")
	s := w.start("serve", "--data", data, "--tls-cert", w.file("cert.pem"), "--tls-key", w.file("key.pem"))
	s.scheme, s.credentials = "https", given(id, secret)
	s.client = &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: trusted}}}
	if _, err := s.create("one"); err != nil {
		t.Error(err)
	}
	s.client = &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: trusted},
		ForceAttemptHTTP2: true}}
	if answer := s.sign("GET", "/patchcord/v1/clock", ""); answer.StatusCode != 200 || answer.ProtoMajor != 2 {
		t.Errorf("by HTTP/2: %v", answer)
	}
	if answer, err := http.Get("http://" + s.address + "/health"); err == nil && answer.StatusCode == 200 {
		t.Error("it answers without TLS")
	}
	s.stop()
}

// Listening to other machines is allowed once there is a key, and without TLS it is warned of.
func TestBeyondLoopback(t *testing.T) {
	w := newWorld(t)
	data := w.file("data")
	w.key(data, "--role", "admin")
	ctx, cancel := context.WithCancel(t.Context())
	var out, errs buffer
	m := &Main{Now: w.now, Ready: func(string) { cancel() }}
	code := m.Run(ctx, []string{"serve", "--data", data, "--listen", "0.0.0.0:0"}, &out, &errs)
	if code != exitOK || !strings.Contains(errs.String(), "level=WARN msg=\"other machines reach this without TLS") {
		t.Errorf("exit %d: %s", code, errs.String())
	}
}

// stateOf returns the hash of the state of a directory, as verify replays it, and after which record.
func (w *world) stateOf(data string) string {
	w.Helper()
	text := w.must("journal", "verify", "--data", data)
	found := regexp.MustCompile(`(?m)^state +([0-9a-f]{64} after record [0-9]+), replayed from the first$`).
		FindStringSubmatch(text)
	if found == nil {
		w.Fatalf("verify prints %s", text)
	}
	return found[1]
}

func TestBackupAndRestore(t *testing.T) {
	w := newWorld(t)
	data, backup, restored := w.file("data"), w.file("monday"), w.file("restored")
	id, secret := w.key(data, "--role", "admin")
	s := w.start("serve", "--data", data)
	s.credentials = given(id, secret)
	instance, err := s.create("one")
	if err != nil {
		t.Fatal(err)
	}
	task := s.startTask(instance)
	before := w.stateOf(data) // beside the server
	w.must("backup", backup, "--data", data)
	s.startTask(instance)
	if code, _, stderr := w.run("backup", "--data", data, backup); code != exitFault {
		t.Errorf("a second backup in one file: exit %d: %s", code, stderr)
	}
	s.stop()

	w.must("restore", backup, "--data", restored)
	if after := w.stateOf(restored); after != before {
		t.Errorf("restored, the state is %s, not %s", after, before)
	}
	if code, _, stderr := w.run("restore", backup, "--data", data); code != exitFault {
		t.Errorf("over a journal that is there: exit %d: %s", code, stderr)
	}
	id, secret = w.key(restored, "--role", "read-only")
	again := w.start("serve", "--data", restored)
	again.credentials = given(id, secret)
	c, err := again.sdk().DescribeContact(t.Context(), &sdk.DescribeContactInput{InstanceId: &instance, ContactId: &task})
	if err != nil || aws.ToString(c.Contact.Name) != "A task" {
		t.Errorf("the contact is %+v (%v)", c, err)
	}
	again.stop()
}

func TestJournalDump(t *testing.T) {
	w := newWorld(t)
	data := w.file("data")
	id, secret := w.key(data, "--role", "admin")
	s := w.start("serve", "--data", data)
	s.credentials = given(id, secret)
	instance, err := s.create("one")
	if err != nil {
		t.Fatal(err)
	}
	s.startTask(instance)
	text := w.must("journal", "dump", "--data", data)
	lines := regexp.MustCompile(
		`(?m)^(record [0-9]+ 20[0-9]{2}-[^ ]+Z hash [0-9a-f]{64}|  [0-9]+ \S+ [0-9]+ [A-Z]\w+ \{.*\})$`)
	if n := len(lines.FindAllString(text, -1)); n < 10 || n != strings.Count(text, "\n") ||
		!strings.Contains(text, " ContactInitiated {") {
		t.Errorf("dump prints %s", text)
	}
	if last := w.must("journal", "dump", "--from", "2", "--data", data); !strings.HasPrefix(last, "record 2 ") {
		t.Errorf("from record 2, dump prints %.100s", last)
	}
	s.stop()
}

// A journal that has lost its end refuses to start, and names the command that accepts the loss.
func TestAcceptLoss(t *testing.T) {
	w := newWorld(t)
	data, backup := w.file("data"), w.file("monday")
	id, secret := w.key(data, "--role", "admin")
	s := w.start("serve", "--data", data)
	s.credentials = given(id, secret)
	if _, err := s.create("one"); err != nil {
		t.Fatal(err)
	}
	w.must("backup", backup, "--data", data)
	if _, err := s.create("two"); err != nil {
		t.Fatal(err)
	}
	s.stop()
	old, err := os.ReadFile(backup)
	if err == nil {
		err = os.WriteFile(w.file("data/patchcord.db"), old, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	code, _, stderr := w.run("serve", "--data", data, "--listen", "127.0.0.1:0")
	named := regexp.MustCompile(`patchcord (journal accept-loss --data \S+ --from [0-9]+)`).FindStringSubmatch(stderr)
	if code != exitFault || named == nil {
		t.Fatalf("exit %d: %s", code, stderr)
	}
	if code, _, _ := w.run("journal", "verify", "--data", data); code != exitFault {
		t.Errorf("verify: exit %d", code)
	}
	if text := w.must(strings.Fields(named[1])...); !strings.Contains(text, "are given up; what was there is kept in ") {
		t.Error(text)
	}
	if text := w.must("journal", "verify", "--data", data); !strings.Contains(text, "given up") {
		t.Error(text)
	}
	again := w.start("serve", "--data", data)
	again.credentials = given(id, secret)
	if ids, err := again.instances(); err != nil || len(ids) != 1 {
		t.Errorf("the instances are %v (%v)", ids, err)
	}
	again.stop()
}

func TestServeQuotas(t *testing.T) {
	w := newWorld(t)
	data := w.file("data")
	id, secret := w.key(data, "--role", "admin")
	for args, want := range map[string]int{
		"--quota-instances-per-account 1": 1,
		"--quotas aws":                    2,
		"--quotas off":                    3,
	} {
		data := w.file("data-" + strings.Fields(args)[0] + strings.Fields(args)[1])
		copyKeys(t, w.file("data/keys.json"), data)
		s := w.start(append([]string{"serve", "--data", data}, strings.Fields(args)...)...)
		s.credentials = given(id, secret)
		made := 0
		for _, alias := range []string{"one", "two", "three"} {
			if _, err := s.create(alias); err == nil {
				made++
			}
		}
		if made != want {
			t.Errorf("%s: %d instances were made, want %d", args, made, want)
		}
		s.stop()
	}
}

// A long start says now and then how far it has come.
func TestProgress(t *testing.T) {
	w := newWorld(t)
	var log buffer
	p := &progress{log: newLog(&log), now: w.now, end: 9, last: w.now()}
	for record := range int64(9) {
		w.advance(time.Second)
		p.see(engine.Sighting{Sequence: record + 1})
		p.see(engine.Sighting{Sequence: record + 1, Index: 1})
	}
	p.done.Store(true)
	w.advance(time.Hour)
	p.see(engine.Sighting{Sequence: 10})
	for i, want := range []string{"record=3 of=9", "record=6 of=9", "record=9 of=9"} {
		lines := strings.Split(log.String(), "\n")
		if len(lines) != 4 || !strings.Contains(lines[i], want) {
			t.Fatalf("the log says %s", log.String())
		}
	}
}

func copyKeys(t *testing.T, from, dir string) {
	t.Helper()
	text, err := os.ReadFile(from)
	if err == nil {
		err = errors.Join(os.MkdirAll(dir, 0o700), os.WriteFile(dir+"/keys.json", text, 0o600))
	}
	if err != nil {
		t.Fatal(err)
	}
}
