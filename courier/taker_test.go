package courier

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func batch(events ...string) (b Batch) {
	for _, e := range events {
		b.Events = append(b.Events, []byte(e))
	}
	b.Attempt = 1
	return b
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// A file has one event a line. What a crash cut short goes, a file that was moved away is followed by a new one.
func TestFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "events.jsonl")
	if err := os.WriteFile(path, []byte("{\"n\":1}\n{\"n\""), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := NewFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Take(t.Context(), batch(`{"n":2}`, `{"n":3}`)); err != nil {
		t.Fatal(err)
	}
	if got := read(t, path); got != "{\"n\":1}\n{\"n\":2}\n{\"n\":3}\n" {
		t.Errorf("the file has %q", got)
	}
	if err := os.Rename(path, path+".1"); err != nil {
		t.Fatal(err)
	}
	if err := f.Take(t.Context(), batch(`{"n":4}`)); err != nil {
		t.Fatal(err)
	}
	if got := read(t, path); got != "{\"n\":4}\n" {
		t.Errorf("the new file has %q", got)
	}
	dead := batch(`{"n":5}`)
	dead.Reason = "the \"endpoint\" says \xff"
	if err := f.Take(t.Context(), dead); err != nil {
		t.Fatal(err)
	}
	var line struct {
		Reason string
		Event  struct{ N int }
	}
	_, last, _ := strings.Cut(read(t, path), "\n")
	err = json.Unmarshal([]byte(last), &line)
	if err != nil || line.Event.N != 5 || !strings.Contains(line.Reason, "says") {
		t.Errorf("a dead letter is %q, %v", last, err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
	if _, err := NewFile(filepath.Join(path, "below a file")); err == nil {
		t.Error("a file that cannot be is opened")
	}
}

// A very long line without an end goes whole.
func TestCutLine(t *testing.T) {
	for text, want := range map[string]string{
		"":                                     "",
		"a\n":                                  "a\n",
		"half":                                 "",
		"a\n" + strings.Repeat("x", 200_000):   "a\n",
		strings.Repeat("x", 100_000):           "",
		strings.Repeat("y", 70_000) + "\nhalf": strings.Repeat("y", 70_000) + "\n",
	} {
		path := filepath.Join(t.TempDir(), "f")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		f, err := NewFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f.Close()
		if got := read(t, path); got != want {
			t.Errorf("%.20q becomes %.20q", text, got)
		}
	}
}

func TestEndpoint(t *testing.T) {
	at := time.Unix(1767225600, 0)
	secret := []byte("0123456789abcdef")
	status, after := 0, ""
	var asked *http.Request
	var body []byte
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = r
		body, _ = io.ReadAll(r.Body)
		w.Header().Set("Location", "/elsewhere")
		w.Header().Set("Retry-After", after)
		w.WriteHeader(status)
	}))
	defer s.Close()
	address, err := url.Parse(s.URL + "/events?key=1")
	if err != nil {
		t.Fatal(err)
	}
	e := NewEndpoint(address, secret, func() time.Time { return at })
	defer e.Close()
	for _, c := range []struct {
		status int
		after  string
		taken  bool
		final  bool
		wait   time.Duration
	}{
		{200, "", true, false, 0}, {204, "", true, false, 0}, {302, "", false, false, 0}, {307, "", false, false, 0},
		{400, "", false, true, 0}, {401, "", false, false, 0}, {404, "", false, false, 0}, {413, "", false, true, 0},
		{422, "", false, true, 0}, {429, "7", false, false, 7 * time.Second}, {500, "soon", false, false, 0},
		{503, at.Add(time.Minute).UTC().Format(http.TimeFormat), false, false, time.Minute},
	} {
		status, after = c.status, c.after
		err := e.Take(t.Context(), batch(`{"n":1}`, `{"n":2}`))
		var no *Refusal
		if errors.As(err, &no) == c.taken || (err == nil) != c.taken {
			t.Errorf("%d: %v", c.status, err)
			continue
		}
		if !c.taken && (no.Final != c.final || no.After != c.wait) {
			t.Errorf("%d with %q: %+v", c.status, c.after, no)
		}
		if asked.URL.Path != "/events" {
			t.Errorf("%d was followed to %s", c.status, asked.URL)
		}
	}
	if string(body) != `[{"n":1},{"n":2}]` {
		t.Errorf("the body is %s", body)
	}
	h := asked.Header
	if h.Get("Content-Type") != "application/json" || h.Get("Patchcord-Attempt") != "1" ||
		h.Get("Patchcord-Signature") != Signature(secret, at, body) {
		t.Errorf("the header is %v", h)
	}
}

// The signature is what `openssl dgst -sha256 -hmac` makes of the seconds, a full stop and the body.
func TestSignature(t *testing.T) {
	const want = "t=1767225600,v1=b5e2228daeb5155aec9b148ca4b60f65b8bcdfa236fe0c69a9230cc189db3d09"
	if got := Signature([]byte("0123456789abcdef"), time.Unix(1767225600, 0), []byte(`[{"n":1}]`)); got != want {
		t.Errorf("%s, not %s", got, want)
	}
}

// An endpoint that is not there, or takes too long, is no end; what is said of it names no password.
func TestEndpointThatIsNotThere(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, to := range []string{"http://ana:geheim@127.0.0.1:1/", strings.Replace(s.URL, "//", "//ana:geheim@", 1)} {
		address, err := url.Parse(to)
		if err != nil {
			t.Fatal(err)
		}
		e := NewEndpoint(address, nil, time.Now)
		err = e.Take(ctx, batch(`{}`))
		if err == nil || strings.Contains(err.Error(), "geheim") {
			t.Errorf("%s: %v", to, err)
		}
		e.Close()
	}
	s.Close()
}
