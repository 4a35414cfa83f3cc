package connect

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
)

// The stage of the tests: one account, one region, one clock that stands still, and a key for each role.
const (
	testAccount = "123456789012"
	testRegion  = "us-east-1"
	testUserID  = "22222222-3333-4444-8555-666666666666"
	testRequest = "00000000-0000-4000-8000-000000000001"
)

// wallClock is for signatures that a real client makes.
func wallClock() time.Time { return time.Now() }

func testNow() time.Time { return time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC) }

// testKeys is a Keys of a few.
type testKeys map[string]Key

func (k testKeys) Find(id string) (Key, bool) {
	key, ok := k[id]
	return key, ok
}

func someKeys() testKeys {
	return testKeys{
		"AKIDADMIN":  {ID: "AKIDADMIN", Secret: "admin/secret+1", Role: Admin},
		"AKIDREADER": {ID: "AKIDREADER", Secret: "reader-secret", Role: ReadOnly},
		"AKIDAGENT": {ID: "AKIDAGENT", Secret: "agent-secret", Role: Agent, InstanceID: instanceID,
			UserID: testUserID},
	}
}

// testOptions are those of a server that checks signatures.
func testOptions(now func() time.Time) Options {
	return Options{
		Account:       testAccount,
		Region:        testRegion,
		Authenticator: NewAuthenticator(someKeys(), testRegion, now),
		NewRequestID:  func() string { return testRequest },
	}
}

// plainBody sends the bodies of requests as nothing but readers. The SDK closes a body as soon as an answer begins, and
// where its own writer has not seen the body's end by then it breaks its connection (aws/aws-sdk-go-v2 issue 2737).
type plainBody struct{ http.RoundTripper }

// RoundTrip is part of http.RoundTripper.
func (p plainBody) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Body != nil {
		r = r.Clone(r.Context())
		r.Body = struct{ io.ReadCloser }{r.Body}
	}
	return p.RoundTripper.RoundTrip(r)
}

// clientOf starts a server and returns the official client for it, signing with the given key.
func clientOf(t *testing.T, s *Server, key Key) *sdk.Client {
	t.Helper()
	listening := httptest.NewServer(s)
	t.Cleanup(listening.Close)
	return sdk.New(sdk.Options{
		BaseEndpoint: &listening.URL,
		Region:       testRegion,
		Credentials: aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return aws.Credentials{AccessKeyID: key.ID, SecretAccessKey: key.Secret}, nil
		}),
		HTTPClient:       &http.Client{Transport: plainBody{http.DefaultTransport}},
		RetryMaxAttempts: 1,
	})
}

// rowsOf returns the rows of all operations with the handler replaced.
func rowsOf(handle func(*Call, any) (any, error)) []row {
	rows := (&handlers{}).rows()
	for i := range rows {
		rows[i].handle, rows[i].served = handle, true
	}
	return rows
}
