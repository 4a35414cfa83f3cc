package courier

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

// The patience with an endpoint.
const (
	answersWithin = 30 * time.Second
	answerBytes   = 64 << 10 // of which nobody reads more than that they are there
)

// Endpoint is a Taker that posts each batch to a URL, as a JSON array of its events (A0170). Any status of 200 to 299
// says that they are safe there.
//
//	POST /events
//	Content-Type: application/json
//	Patchcord-Attempt: 1
//	Patchcord-Signature: t=1767225600,v1=<hex of HMAC-SHA256(secret, "1767225600." + body)>
//
//	[{"version":"0","id":...},{...}]
type Endpoint struct {
	url    string
	secret []byte
	now    func() time.Time
	client *http.Client
}

// NewEndpoint makes a Taker of a URL. Without a secret, nothing is signed.
func NewEndpoint(address *url.URL, secret []byte, now func() time.Time) *Endpoint {
	transport := &http.Transport{
		Proxy:               http.ProxyFromEnvironment,
		DialContext:         (&net.Dialer{Timeout: 10 * time.Second}).DialContext,
		TLSHandshakeTimeout: 10 * time.Second,
		IdleConnTimeout:     90 * time.Second,
		MaxIdleConns:        2,
		ForceAttemptHTTP2:   true,
	}
	return &Endpoint{url: address.String(), secret: secret, now: now, client: &http.Client{
		Timeout: answersWithin, Transport: transport,
		// What is signed for one address is not carried to another one.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
}

// Take is part of Taker.
func (e *Endpoint) Take(ctx context.Context, b Batch) error {
	body := append([]byte{'['}, bytes.Join(b.Events, []byte(","))...)
	body = append(body, ']')
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, e.url, bytes.NewReader(body))
	if err != nil {
		return fmt.Errorf("post events: %w", err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("User-Agent", "patchcord")
	r.Header.Set("Patchcord-Attempt", strconv.Itoa(b.Attempt))
	if len(e.secret) > 0 {
		r.Header.Set("Patchcord-Signature", Signature(e.secret, e.now(), body))
	}
	answer, err := e.client.Do(r)
	if err != nil {
		var told *url.Error
		if errors.As(err, &told) {
			err = told.Err // the URL may have a password in it
		}
		return fmt.Errorf("post events: %w", err)
	}
	defer answer.Body.Close()
	io.Copy(io.Discard, io.LimitReader(answer.Body, answerBytes)) //nolint:errcheck // the status has said it all
	return e.judge(answer)
}

// judge says what an answer means. A status that speaks of the content is final for it; all others may pass, those too
// that say that the way is wrong, for ways are mended (A0171).
func (e *Endpoint) judge(answer *http.Response) error {
	if answer.StatusCode >= 200 && answer.StatusCode <= 299 {
		return nil
	}
	no := &Refusal{Err: fmt.Errorf("post events: the endpoint answers %d", answer.StatusCode)}
	switch answer.StatusCode {
	case http.StatusBadRequest, http.StatusRequestEntityTooLarge, http.StatusUnprocessableEntity:
		no.Final = true
	}
	if answer.StatusCode >= 300 && answer.StatusCode <= 399 {
		no.Err = fmt.Errorf("post events: the endpoint answers %d and sends elsewhere, where nothing is sent",
			answer.StatusCode)
	}
	after := answer.Header.Get("Retry-After")
	if seconds, err := strconv.Atoi(after); err == nil && seconds > 0 {
		no.After = time.Duration(min(seconds, 86400)) * time.Second
	} else if at, err := http.ParseTime(after); err == nil {
		no.After = at.Sub(e.now())
	}
	return no
}

// Signature returns what a batch is signed with at a time.
func Signature(secret []byte, at time.Time, body []byte) string {
	seconds := strconv.FormatInt(at.Unix(), 10)
	sum := hmac.New(sha256.New, secret)
	sum.Write([]byte(seconds + ".")) //nolint:errcheck // a hash takes all
	sum.Write(body)                  //nolint:errcheck // a hash takes all
	return "t=" + seconds + ",v1=" + hex.EncodeToString(sum.Sum(nil))
}

// Close is part of Taker.
func (e *Endpoint) Close() error {
	e.client.CloseIdleConnections()
	return nil
}
