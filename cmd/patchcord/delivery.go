package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"patchcord/courier"
	"patchcord/journal"
	"patchcord/workspace"
)

// The limits of what can be asked of a delivery.
const (
	eventsFileBatch = 1000 // events that are written to a file at once
	secretBytesMin  = 16
	secretBytesMax  = 4096
	flushTimeMax    = 5 * time.Second // for events that are on their way when the server is told to stop
)

// deliveryFlags say where events go besides the streams.
type deliveryFlags struct {
	file, url, secret, dead, kinds *string
	batch                          *int
	delay, giveUp                  *time.Duration
}

func newDeliveryFlags(flags *flag.FlagSet, dead string) deliveryFlags {
	return deliveryFlags{
		file: flags.String("events-file", "", "append every event to `FILE`, a line of JSON each; see --events-kinds"),
		url: flags.String("events-url", "", "post every event to `URL`, in batches that are JSON arrays, until it answers "+
			"200 to 299"),
		secret: flags.String("events-secret-file", "", "sign what is posted with HMAC-SHA256 and the secret in `FILE`"),
		kinds:  flags.String("events-kinds", "contact,agent", "`KINDS` of events that are delivered"),
		batch:  flags.Int("events-batch", 100, "`NUMBER` of events in one post at most: 1 to 1000"),
		delay: flags.Duration("events-delay", 200*time.Millisecond,
			"`DURATION` for which a post waits for more events: 0s to 1m"),
		giveUp: flags.Duration("events-give-up", 24*time.Hour,
			"`DURATION` after which an event that could not be posted is put aside: 1m to 720h, or 0s for never"),
		dead: flags.String("events-dead-letter", "", "`FILE` for events that are put aside, a line of JSON each ("+dead+")"),
	}
}

// asked says whether anything is to be delivered.
func (f deliveryFlags) asked() bool { return *f.file != "" || *f.url != "" }

// leave returns the kinds of events that are not delivered.
func (f deliveryFlags) leave() ([]workspace.Kind, error) {
	left := []workspace.Kind{workspace.ContactEvents, workspace.AgentEvents}
	for name := range strings.SplitSeq(*f.kinds, ",") {
		n := slices.Index(left, workspace.Kind(strings.TrimSpace(name)))
		if n < 0 {
			return nil, misuse("--events-kinds is %q; give contact, agent or contact,agent", *f.kinds)
		}
		left = slices.Delete(left, n, n+1)
	}
	return left, nil
}

// check refuses what cannot be meant.
func (f deliveryFlags) check() error {
	switch _, err := f.leave(); {
	case err != nil:
		return err
	case *f.batch < 1 || *f.batch > 1000:
		return misuse("--events-batch is %d; give 1 to 1000", *f.batch)
	case *f.delay < 0 || *f.delay > time.Minute:
		return misuse("--events-delay is %v; give 0s to 1m", *f.delay)
	case *f.giveUp != 0 && (*f.giveUp < time.Minute || *f.giveUp > 720*time.Hour):
		return misuse("--events-give-up is %v; give 1m to 720h, or 0s for never", *f.giveUp)
	case *f.url == "" && *f.secret != "":
		return misuse("--events-secret-file is for --events-url only")
	case *f.url == "" && *f.dead != "":
		return misuse("--events-dead-letter is for --events-url only")
	}
	_, err := f.address()
	return err
}

// address returns the URL, nil where none is asked for.
func (f deliveryFlags) address() (*url.URL, error) {
	if *f.url == "" {
		return nil, nil
	}
	at, err := url.Parse(*f.url)
	if err != nil || at.Host == "" || at.Scheme != "http" && at.Scheme != "https" || at.Fragment != "" {
		return nil, misuse("--events-url is no address to post to; give one like https://example.com/events")
	}
	return at, nil
}

// key returns the secret, nil where nothing is signed.
func (f deliveryFlags) key() ([]byte, error) {
	if *f.secret == "" {
		return nil, nil
	}
	text, err := os.ReadFile(*f.secret)
	if err != nil {
		return nil, fmt.Errorf("read secret: %w", err)
	}
	text = bytes.TrimRight(text, "\r\n")
	if len(text) < secretBytesMin || len(text) > secretBytesMax {
		return nil, fmt.Errorf("read secret: %s holds %d bytes; give %d to %d", *f.secret, len(text), secretBytesMin,
			secretBytesMax)
	}
	return text, nil
}

// open begins to deliver, from an outbox in a directory. Where nothing is asked for, there is no courier.
func (f deliveryFlags) open(dir string, log journal.Log, now func() time.Time, out *slog.Logger) (*courier.Courier,
	error) {
	if !f.asked() {
		return nil, nil
	}
	end, _ := log.End()
	o := courier.Options{Dir: dir, End: end, Now: now, Chance: rand.Float64, Log: out}
	var errs []error
	if *f.file != "" {
		file, err := courier.NewFile(*f.file)
		errs = append(errs, err)
		o.To = append(o.To, courier.Receiver{Name: "file", Taker: file, EventsMax: eventsFileBatch})
	}
	if *f.url != "" {
		to, err := f.endpoint(now, out)
		errs = append(errs, err)
		o.To = append(o.To, to)
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return courier.Open(o)
}

func (f deliveryFlags) endpoint(now func() time.Time, out *slog.Logger) (to courier.Receiver, err error) {
	secret, err := f.key()
	if err != nil {
		return to, err
	}
	address, err := f.address()
	if err != nil {
		return to, err
	}
	local, err := isLoopback(net.JoinHostPort(address.Hostname(), "0"))
	if err != nil {
		return to, err
	}
	if address.Scheme == "http" && !local {
		out.Warn("events go to another machine without TLS: anybody on the way can read them", "to", address.Redacted())
	}
	to = courier.Receiver{Name: "endpoint", Taker: courier.NewEndpoint(address, secret, now), EventsMax: *f.batch,
		Delay: *f.delay, GiveUp: *f.giveUp}
	if *f.dead != "" {
		dead, err := courier.NewFile(*f.dead)
		if err != nil {
			return to, err
		}
		to.DeadLetters = dead
	}
	return to, nil
}

// deadLetterIn returns where a server puts events aside that is not told otherwise.
func deadLetterIn(dir string) string { return filepath.Join(dir, "events-dead-letter.jsonl") }

// endDelivery lets events that are on their way arrive, for a moment.
func endDelivery(c *courier.Courier) error {
	if c == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), flushTimeMax)
	defer cancel()
	return c.Close(ctx)
}
