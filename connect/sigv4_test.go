package connect

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"
)

// TestSignaturesOfOtherClients takes requests that other clients signed, and refuses each once something is altered.
func TestSignaturesOfOtherClients(t *testing.T) {
	files, err := filepath.Glob("testdata/signed/*.txtar")
	if err != nil || len(files) < 2 {
		t.Fatalf("there are too few signed requests: %v, %v", files, err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			t.Run(f.Name, func(t *testing.T) {
				text := string(f.Data)
				expect(t, text, "")
				expect(t, strings.Replace(text, "/", "/x", 1), "InvalidSignatureException")
				expect(t, text+"\n {}", "InvalidSignatureException")
				expect(t, strings.Replace(text, "Host: ", "Host: x", 1), "InvalidSignatureException")
			})
		}
	}
}

// expect authenticates a request of a golden at the time when it was signed.
func expect(t *testing.T, text, name string) {
	t.Helper()
	r := readRequest(t, text)
	body, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	at, err := time.Parse(dateLayout, r.Header.Get("X-Amz-Date"))
	if err != nil {
		t.Fatal(err)
	}
	a := NewAuthenticator(someKeys(), testRegion, func() time.Time { return at })
	key, err := a.Authenticate(r, body)
	if got := nameOf(err); got != name || name == "" && key.ID != "AKIDADMIN" {
		t.Errorf("the authenticator says %q %v %v, not %q", got, key.ID, err, name)
	}
}

func nameOf(err error) string {
	var e *Exception
	if errors.As(err, &e) {
		return e.Name
	}
	return ""
}

// signing is a request to be signed by the slow twin below.
type signing struct {
	method, target, body  string
	headers               [][2]string // what is signed besides host, in lower case
	key, secret           string
	date                  string
	region, service, last string
	unsigned              [][2]string // what is sent besides
}

func someSigning() signing {
	return signing{
		method: "POST", target: "/contacts/i/c/routing-data", body: `{"QueuePriority":1}`,
		headers: [][2]string{{"content-type", "application/json"}, {"x-amz-date", "20260102T030405Z"}},
		key:     "AKIDADMIN", secret: "admin/secret+1",
		date: "20260102", region: testRegion, service: "connect", last: "aws4_request",
	}
}

// request signs by the steps of AWS's manual, one by one, and independently of AWS's own signer.
func (s signing) request() *http.Request {
	const host = "127.0.0.1:4510"
	path, query, _ := strings.Cut(s.target, "?")
	signed := append([][2]string{{"host", host}}, s.headers...)
	slices.SortFunc(signed, func(a, b [2]string) int { return strings.Compare(a[0], b[0]) })
	var canonical, names []string
	payload := hash(s.body)
	for _, h := range signed {
		if h[0] == "x-amz-content-sha256" {
			payload = h[1]
		}
		canonical = append(canonical, h[0]+":"+strings.Join(strings.Fields(h[1]), " "))
		names = append(names, h[0])
	}
	params := strings.Split(query, "&")
	slices.Sort(params)
	request := strings.Join([]string{s.method, escapeAgain(path), strings.Join(params, "&"),
		strings.Join(canonical, "\n") + "\n", strings.Join(names, ";"), payload}, "\n")
	scope := strings.Join([]string{s.date, s.region, s.service, s.last}, "/")
	date := ""
	for _, h := range s.headers {
		if h[0] == "x-amz-date" {
			date = h[1]
		}
	}
	key := []byte("AWS4" + s.secret)
	for part := range strings.SplitSeq(scope, "/") {
		key = mac(key, part)
	}
	value := hex.EncodeToString(mac(key, strings.Join([]string{"AWS4-HMAC-SHA256", date, scope, hash(request)}, "\n")))
	r := httptest.NewRequest(s.method, s.target, strings.NewReader(s.body))
	r.Host = host
	for _, h := range append(s.headers, s.unsigned...) {
		r.Header.Add(h[0], h[1])
	}
	r.Header.Set("Authorization", "AWS4-HMAC-SHA256 Credential="+s.key+"/"+scope+",SignedHeaders="+
		strings.Join(names, ";")+",Signature="+value)
	return r
}

// escapeAgain escapes a path that is escaped already, but for its slashes.
func escapeAgain(path string) string {
	parts := strings.Split(path, "/")
	for i := range parts {
		parts[i] = strings.ReplaceAll(url.QueryEscape(parts[i]), "+", "%20")
	}
	return strings.Join(parts, "/")
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

func mac(key []byte, text string) []byte {
	h := hmac.New(sha256.New, key)
	h.Write([]byte(text))
	return h.Sum(nil)
}

// TestSignatures signs with the slow twin what clients sign, and what they must not.
func TestSignatures(t *testing.T) {
	date := func(at string) [][2]string { return [][2]string{{"x-amz-date", at}} }
	for _, c := range []struct {
		what  string
		alter func(*signing)
		name  string
	}{
		{"as it should be", func(*signing) {}, ""},
		{"many headers signed", func(s *signing) {
			s.headers = append(s.headers, [2]string{"user-agent", "some  client"}, [2]string{"amz-sdk-request", "attempt=1"},
				[2]string{"x-amz-security-token", "token"}, [2]string{"x-amzn-trace-id", "Root=1"},
				[2]string{"expect", "100-continue"}, [2]string{"x-amz-content-sha256", hash(s.body)},
				[2]string{"content-length", strconv.Itoa(len(s.body))})
		}, ""},
		{"headers sent that are not signed", func(s *signing) {
			s.unsigned = [][2]string{{"x-forwarded-for", "10.0.0.1"}, {"user-agent", "some client"}}
		}, ""},
		{"a path with escapes", func(s *signing) { s.target = "/tags/arn%3Aaws%3Aa%2Fb%20c%C3%A9" }, ""},
		{"a path with raw colons", func(s *signing) { s.target = "/tags/arn:aws:connect:us-east-1:1:instance/i" }, ""},
		{"a path with odd raw characters", func(s *signing) { s.target = "/tags/a!*'()b$c@d=e;f,g" }, ""},
		{"a query", func(s *signing) { s.target = "/queues-summary/i?nextToken=a%2Bb%3D%20c&maxResults=5&b=&a=2&a=1" }, ""},
		{"an empty body", func(s *signing) { s.body = "" }, ""},
		{"5 minutes old", func(s *signing) { s.headers = date("20260102T025905Z") }, ""},
		{"5 minutes ahead", func(s *signing) { s.headers = date("20260102T030905Z") }, ""},
		{"older", func(s *signing) { s.headers = date("20260102T025904Z") }, "RequestExpired"},
		{"further ahead", func(s *signing) { s.headers = date("20260102T030906Z") }, "RequestExpired"},
		{"of yesterday", func(s *signing) { s.headers, s.date = date("20260101T030405Z"), "20260101" }, "RequestExpired"},
		{"a scope of yesterday", func(s *signing) { s.date = "20260101" }, "InvalidSignatureException"},
		{"another region", func(s *signing) { s.region = "eu-west-1" }, "InvalidSignatureException"},
		{"another service", func(s *signing) { s.service = "s3" }, "InvalidSignatureException"},
		{"another end of the scope", func(s *signing) { s.last = "aws5_request" }, "IncompleteSignature"},
		{"a long scope", func(s *signing) { s.last = "aws4_request/x" }, "IncompleteSignature"},
		{"no date", func(s *signing) { s.headers = nil }, "IncompleteSignature"},
		{"a date of another form", func(s *signing) { s.headers = date("2026-01-02T03:04:05Z") }, "IncompleteSignature"},
		{"a wrong secret", func(s *signing) { s.secret = "guess" }, "InvalidSignatureException"},
		{"an unknown key", func(s *signing) { s.key = "AKIDNOBODY" }, "UnrecognizedClientException"},
		{"the body's hash left open", func(s *signing) {
			s.headers = append(s.headers, [2]string{"x-amz-content-sha256", "UNSIGNED-PAYLOAD"})
		}, "InvalidSignatureException"},
		{"another body's hash signed", func(s *signing) {
			s.headers = append(s.headers, [2]string{"x-amz-content-sha256", hash("{}")})
		}, "InvalidSignatureException"},
	} {
		s := someSigning()
		c.alter(&s)
		_, err := NewAuthenticator(someKeys(), testRegion, testNow).Authenticate(s.request(), []byte(s.body))
		if got := nameOf(err); got != c.name {
			t.Errorf("%s: %q %v, not %q", c.what, got, err, c.name)
		}
	}
}

// TestBrokenAuthorization alters the header itself.
func TestBrokenAuthorization(t *testing.T) {
	for _, c := range []struct{ old, new, name string }{
		{"AWS4-HMAC-SHA256 Cred", "AWS4-ECDSA-P256-SHA256 Cred", "IncompleteSignature"},
		{"AWS4-HMAC-SHA256 ", "Bearer ", "IncompleteSignature"},
		{"Credential=", "Credentials=", "IncompleteSignature"},
		{"AKIDADMIN/", "", "IncompleteSignature"},
		{"SignedHeaders=", "Headers=", "IncompleteSignature"},
		{"Signature=", "", "IncompleteSignature"},
		{"host;", "", "IncompleteSignature"},
		{";x-amz-date", "", "IncompleteSignature"},
		{"content-type;host;x-amz-date", "host;x-amz-date;content-type", ""},
		{"content-type;host;x-amz-date", "host;x-amz-date", "InvalidSignatureException"},
		{"Signature=", "Signature=0", "InvalidSignatureException"},
		{",S", ", S", ""},
	} {
		r := someSigning().request()
		r.Header.Set("Authorization", strings.ReplaceAll(r.Header.Get("Authorization"), c.old, c.new))
		_, err := NewAuthenticator(someKeys(), testRegion, testNow).Authenticate(r, []byte(someSigning().body))
		if got := nameOf(err); got != c.name {
			t.Errorf("%q instead of %q: %q %v, not %q", c.new, c.old, got, err, c.name)
		}
	}
	r := someSigning().request()
	r.Header.Del("Authorization")
	_, err := NewAuthenticator(someKeys(), testRegion, testNow).Authenticate(r, nil)
	if nameOf(err) != "MissingAuthenticationToken" {
		t.Errorf("an unsigned request: %v", err)
	}
	if key, err := Unsigned().Authenticate(r, nil); err != nil || key.Role != Admin {
		t.Errorf("an unsigned request where all are let in: %v, %v", key, err)
	}
}

// TestRevokedKey takes a key away between two requests, and gives its ID another secret.
func TestRevokedKey(t *testing.T) {
	keys := someKeys()
	a := NewAuthenticator(keys, testRegion, testNow)
	try := func(secret string) string {
		s := someSigning()
		s.secret = secret
		_, err := a.Authenticate(s.request(), []byte(s.body))
		return nameOf(err)
	}
	if name := try("admin/secret+1"); name != "" {
		t.Errorf("a good key: %s", name)
	}
	keys["AKIDADMIN"] = Key{ID: "AKIDADMIN", Secret: "another", Role: Admin}
	if name := try("admin/secret+1"); name != "InvalidSignatureException" {
		t.Errorf("the old secret: %q", name)
	}
	if name := try("another"); name != "" {
		t.Errorf("the new secret: %q", name)
	}
	delete(keys, "AKIDADMIN")
	if name := try("another"); name != "UnrecognizedClientException" {
		t.Errorf("a revoked key: %q", name)
	}
}

// TestRoles asks what each role may do.
func TestRoles(t *testing.T) {
	own := Labels{{"InstanceId", instanceID}, {"UserId", testUserID}}
	for _, c := range []struct {
		key       string
		operation string
		labels    Labels
		allowed   bool
	}{
		{"AKIDADMIN", "DeleteInstance", own, true},
		{"AKIDREADER", "DescribeContact", own, true},
		{"AKIDREADER", "ListQueues", own, true},
		{"AKIDREADER", "GetCurrentUserData", own, true},
		{"AKIDREADER", "SearchQueues", own, true},
		{"AKIDREADER", "PutUserStatus", own, false},
		{"AKIDREADER", "UpdateContactRoutingData", own, false},
		{"AKIDAGENT", "PutUserStatus", own, true},
		{"AKIDAGENT", "DismissUserContact", own, true},
		{"AKIDAGENT", "PutUserStatus", Labels{{"InstanceId", instanceID}, {"UserId", "other"}}, false},
		{"AKIDAGENT", "PutUserStatus", Labels{{"InstanceId", "other"}, {"UserId", testUserID}}, false},
		{"AKIDAGENT", "PutUserStatus", nil, false},
		{"AKIDAGENT", "DescribeUser", own, false},
		{"AKIDAGENT", "ListQueues", own, false},
		{"AKIDNOBODY", "ListQueues", own, false},
	} {
		err := ByRole{}.Allow(someKeys()[c.key], c.operation, c.labels)
		if (err == nil) != c.allowed {
			t.Errorf("%s asking %s with %v: %v", c.key, c.operation, c.labels, err)
		}
		if e, _ := exceptionFor(&Operation{}, err); err != nil && (e.Name != "AccessDeniedException" || e.Status != 403) {
			t.Errorf("%s asking %s is answered %v", c.key, c.operation, e)
		}
	}
}
