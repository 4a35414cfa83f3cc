package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
)

// buffer is written by the program and read by the test.
type buffer struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.String()
}

// world is where the program runs: one wall with a clock on it, and a place for files.
type world struct {
	*testing.T
	dir  string
	late atomic.Int64 // nanoseconds by which the clock is ahead
}

func newWorld(t *testing.T) *world { return &world{T: t, dir: t.TempDir()} }

func (w *world) now() time.Time          { return time.Now().Add(time.Duration(w.late.Load())) }
func (w *world) advance(d time.Duration) { w.late.Add(int64(d)) }
func (w *world) file(name string) string { return filepath.Join(w.dir, name) }

func (w *world) write(name, text string) string {
	w.Helper()
	if err := os.WriteFile(w.file(name), []byte(text), 0o600); err != nil {
		w.Fatal(err)
	}
	return w.file(name)
}

// run runs the program to its end and returns what it exits with and prints.
func (w *world) run(args ...string) (code int, stdout, stderr string) {
	w.Helper()
	var out, err buffer
	m := &Main{Now: w.now, patience: time.Millisecond}
	code = m.Run(w.Context(), args, &out, &err)
	return code, out.String(), err.String()
}

// must runs the program, which must succeed, and returns what it prints.
func (w *world) must(args ...string) string {
	w.Helper()
	code, stdout, stderr := w.run(args...)
	if code != exitOK {
		w.Fatalf("patchcord %s: exit %d: %s", strings.Join(args, " "), code, stderr)
	}
	return stdout
}

// running is the program while it serves.
type running struct {
	*testing.T
	address     string
	out, err    buffer
	cancel      func()
	exit        chan int
	credentials aws.CredentialsProvider
	client      *http.Client
	scheme      string
}

// start runs a program that serves, and waits until it does.
func (w *world) start(args ...string) *running {
	w.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	s := &running{T: w.T, cancel: cancel, exit: make(chan int, 1), client: http.DefaultClient, scheme: "http",
		credentials: given("test", "test")}
	ready := make(chan string, 1)
	m := &Main{Now: w.now, Ready: func(address string) { ready <- address }}
	go func() { s.exit <- m.Run(ctx, append(args, "--listen", "127.0.0.1:0"), &s.out, &s.err) }()
	select {
	case s.address = <-ready:
	case code := <-s.exit:
		w.Fatalf("patchcord %s: exit %d: %s", strings.Join(args, " "), code, s.err.String())
	}
	w.Cleanup(cancel)
	return s
}

// stop tells the program to stop, which must exit with 0.
func (s *running) stop() {
	s.Helper()
	s.cancel()
	if code := <-s.exit; code != exitOK {
		s.Fatalf("exit %d: %s", code, s.err.String())
	}
}

func given(id, secret string) aws.CredentialsProvider {
	return aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
		return aws.Credentials{AccessKeyID: id, SecretAccessKey: secret}, nil
	})
}

// plainBody sends the bodies of requests as nothing but readers. The SDK closes a body as soon as an answer begins, and
// where its own writer has not seen the body's end by then it breaks its connection (aws/aws-sdk-go-v2 issue 2737).
type plainBody struct{ *http.Client }

// Do is part of the SDK's HTTPClient.
func (p plainBody) Do(r *http.Request) (*http.Response, error) {
	if r.Body != nil {
		r = r.Clone(r.Context())
		r.Body = struct{ io.ReadCloser }{r.Body}
	}
	return p.Client.Do(r)
}

// sdk returns Amazon's own client for the server.
func (s *running) sdk() *sdk.Client {
	return sdk.New(sdk.Options{
		Region:           "us-east-1",
		BaseEndpoint:     aws.String(s.scheme + "://" + s.address),
		Credentials:      s.credentials,
		HTTPClient:       plainBody{s.client},
		RetryMaxAttempts: 1,
	})
}

// instances returns the ids of the instances.
func (s *running) instances() ([]string, error) {
	out, err := s.sdk().ListInstances(s.Context(), &sdk.ListInstancesInput{})
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, i := range out.InstanceSummaryList {
		ids = append(ids, aws.ToString(i.Id))
	}
	return ids, nil
}

// create makes an instance and returns its id.
func (s *running) create(alias string) (string, error) {
	out, err := s.sdk().CreateInstance(s.Context(), &sdk.CreateInstanceInput{
		IdentityManagementType: "CONNECT_MANAGED",
		InstanceAlias:          aws.String(alias),
		InboundCallsEnabled:    aws.Bool(true),
		OutboundCallsEnabled:   aws.Bool(true),
	})
	if err != nil {
		return "", err
	}
	return aws.ToString(out.Id), nil
}

// key makes a key and returns its ID and secret.
func (w *world) key(data string, args ...string) (id, secret string) {
	w.Helper()
	text := w.must(append([]string{"keys", "create", "--data", data}, args...)...)
	found := regexp.MustCompile(`^export AWS_ACCESS_KEY_ID=(\S+)\nexport AWS_SECRET_ACCESS_KEY=(\S+)\n$`).
		FindStringSubmatch(text)
	if found == nil {
		w.Fatalf("keys create prints %q", text)
	}
	return found[1], found[2]
}
