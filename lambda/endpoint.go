package lambda

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// Endpoints say where functions run, by the name of the function; an empty name stands for all others.
type Endpoints map[string]*url.URL

// responseBytesMax is how much of an answer is read: one byte more than a function may answer.
const responseBytesMax = 32<<10 + 1

// How often a function is asked that fails by itself, and what lies between (AG:connect-lambda-functions: up to three
// more times within the limit).
const (
	triesMax = 4
	between  = 200 * time.Millisecond
)

// Add names an endpoint, as NAME=URL or as a URL for every function.
func (e Endpoints) Add(text string) error {
	name, address, ok := strings.Cut(text, "=")
	if !ok || strings.Contains(name, "/") {
		name, address = "", text
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return fmt.Errorf("%q is no endpoint; give NAME=URL, or a URL for every function, with http or https", text)
	}
	if _, twice := e[name]; twice {
		return fmt.Errorf("an endpoint for %q is given twice", name)
	}
	e[name] = u
	return nil
}

// nameOf returns the name of a function: of its ARN arn:aws:lambda:region:account:function:name:qualifier, or the name
// itself.
func nameOf(arn string) string {
	parts := strings.Split(arn, ":")
	if at := slices.Index(parts, "function"); at >= 0 && at+1 < len(parts) {
		return parts[at+1]
	}
	return arn
}

// ask sends an event to where a function runs, and returns its answer. A function that fails by itself is asked again
// while there is time.
func (e Endpoints) ask(ctx context.Context, arn string, event []byte) ([]byte, error) {
	to, ok := e[nameOf(arn)]
	if !ok {
		to, ok = e[""]
	}
	if !ok {
		return nil, fmt.Errorf("no endpoint is named for the function %s; name one with --lambda", nameOf(arn))
	}
	for try := 1; ; try++ {
		response, again, err := post(ctx, to, arn, event)
		if err == nil || !again || try == triesMax {
			return response, err
		}
		select {
		case <-ctx.Done():
			return nil, err
		case <-time.After(between):
		}
	}
}

// post asks once. again says whether asking again may help.
func post(ctx context.Context, to *url.URL, arn string, event []byte) (response []byte, again bool, err error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, to.String(), bytes.NewReader(event))
	if err != nil {
		return nil, false, err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("X-Patchcord-Function", arn)
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, ctx.Err() == nil, err
	}
	defer answer.Body.Close()
	if response, err = io.ReadAll(io.LimitReader(answer.Body, responseBytesMax)); err != nil {
		return nil, false, err
	}
	switch {
	case answer.Header.Get("X-Amz-Function-Error") != "":
		return nil, true, fmt.Errorf("the function failed: %.200s", response)
	case answer.StatusCode >= http.StatusInternalServerError || answer.StatusCode == http.StatusTooManyRequests:
		return nil, true, fmt.Errorf("the function answered %s", answer.Status)
	case answer.StatusCode != http.StatusOK:
		return nil, false, fmt.Errorf("the function answered %s", answer.Status)
	}
	return response, false, nil
}
