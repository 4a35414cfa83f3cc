package storm

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"syscall"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/smithy-go"
)

const (
	region     = "us-east-1"
	answersFor = 20 * time.Second // a request that has no answer then never will
)

// A wire is how clients reach one life of a server: through Amazon's SDK, and by the side door.
type wire struct {
	*sdk.Client
	http *http.Client
	base string
	key  aws.Credentials
}

func newWire(address string, k key) *wire {
	w := &wire{base: "http://" + address, key: aws.Credentials{AccessKeyID: k.id, SecretAccessKey: k.secret}}
	w.http = &http.Client{Timeout: answersFor, Transport: plainBody{&http.Transport{MaxIdleConnsPerHost: 64}}}
	w.Client = sdk.New(sdk.Options{
		BaseEndpoint: &w.base,
		Region:       region,
		Credentials: aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return w.key, nil
		}),
		HTTPClient: w.http,
		Retryer:    aws.NopRetryer{},
	})
	return w
}

// plainBody sends the bodies of requests as nothing but readers. The SDK closes a body as soon as the answer begins;
// its own type then says EOF to a net/http that is not done with it yet, which takes this for a fault and cuts the
// answer off (aws/aws-sdk-go-v2 issue 2737). Only a server as near as this one answers so fast.
type plainBody struct{ *http.Transport }

// RoundTrip is part of http.RoundTripper.
func (p plainBody) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Body != nil {
		r = r.Clone(r.Context())
		r.Body = struct{ io.ReadCloser }{r.Body}
	}
	return p.Transport.RoundTrip(r)
}

// close lets go of all connections.
func (w *wire) close() { w.http.CloseIdleConnections() }

// A sideError is a refusal at the side door.
type sideError struct {
	status int
	name   string
	body   string
}

// Error returns the name and the sentence.
func (e *sideError) Error() string { return fmt.Sprintf("%d %s: %s", e.status, e.name, e.body) }

// act does what an agent does in Amazon's own software.
func (w *wire) act(ctx context.Context, instance, user, contact, action string) error {
	_, err := w.side(ctx, instance, user, contact, action, "")
	return err
}

// side sends a body to the side door and returns the answer.
func (w *wire) side(ctx context.Context, instance, user, contact, action, body string) ([]byte, error) {
	url := fmt.Sprintf("%s/patchcord/v1/instances/%s/users/%s/contacts/%s/%s", w.base, instance, user, contact, action)
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, url, strings.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("make request: %w", err)
	}
	hash := sha256.Sum256([]byte(body))
	err = v4.NewSigner().SignHTTP(ctx, w.key, r, hex.EncodeToString(hash[:]), "connect", region, time.Now())
	if err != nil {
		return nil, fmt.Errorf("sign request: %w", err)
	}
	answer, err := w.http.Do(r)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		return nil, fmt.Errorf("read answer: %w", err)
	}
	if answer.StatusCode != http.StatusOK {
		return nil, &sideError{answer.StatusCode, answer.Header.Get("X-Amzn-ErrorType"), string(text)}
	}
	return text, nil
}

// unavailable is what a server that is starting or stopping answers to everything. It has not looked at the request.
const unavailable = "ServiceUnavailableException"

// unreached is what a request gets that has found no server.
const unreached = "connection refused"

// refusal returns the name under which a request was refused, empty where nobody can tell what came of it.
func refusal(err error) string {
	if errors.Is(err, syscall.ECONNREFUSED) {
		return unreached
	}
	var api smithy.APIError
	var response *awshttp.ResponseError
	var side *sideError
	status, name := 0, ""
	switch {
	case errors.As(err, &side):
		status, name = side.status, side.name
	case errors.As(err, &api) && errors.As(err, &response):
		status, name = response.HTTPStatusCode(), api.ErrorCode()
	}
	if status >= http.StatusInternalServerError && name != unavailable {
		return ""
	}
	return name
}
