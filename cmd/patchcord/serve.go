package main

import (
	"context"
	"crypto/tls"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/peterbourgon/ff/v3/ffcli"

	"patchcord/acd"
	"patchcord/courier"
	"patchcord/engine"
	"patchcord/journal"
	"patchcord/keys"
	"patchcord/scribe"
)

// serveFlags are the flags of serve.
type serveFlags struct {
	place           placeFlags
	quotas          *quotaFlags
	chats           *chatConnectFlag
	flows           flowFlags
	delivery        deliveryFlags
	presence        presenceFlag
	trouble         troubleFlags
	data, file      *string
	tlsCert, tlsKey *string
	retentionMonths *int
	recordsKept     *int64
	metrics         *string
}

// serve is the command for work that must last.
func (m *Main) serve() *ffcli.Command {
	flags := newFlags("serve")
	f := serveFlags{
		data:    dataFlag(flags),
		file:    instanceFlag(flags),
		metrics: metricsFlag(flags),
		place:   newPlaceFlags(flags),
		tlsCert: flags.String("tls-cert", "", "`FILE` with the certificate for TLS, PEM"),
		tlsKey:  flags.String("tls-key", "", "`FILE` with the certificate's key, PEM"),
		retentionMonths: flags.Int("retention-months", 24,
			"`NUMBER` of months that ended contacts can be described, from when they began: 1 to 1200"),
		recordsKept: flags.Int64("records-kept", 0,
			"`NUMBER` of journal records to keep behind the older snapshot; 0 keeps all"),
		quotas:   newQuotaFlags(flags, "aws").addEach(flags),
		chats:    newChatConnectFlag(flags),
		flows:    newFlowFlags(flags),
		presence: newPresenceFlag(flags),
		trouble:  newTroubleFlags(flags),
		delivery: newDeliveryFlags(flags, "events-dead-letter.jsonl in --data"),
	}
	return &ffcli.Command{
		Name:       "serve",
		ShortHelp:  "runs durably: what it has acknowledged outlives it",
		ShortUsage: "patchcord serve --data DIR [flags]",
		LongHelp: `Requests are signed with keys that are made beside it, also while it runs:
  patchcord keys create --data DIR --role admin

Examples:
  patchcord serve --data ./data
  patchcord serve --data ./data --instance instance.yaml
  patchcord serve --data ./data --listen 0.0.0.0:443 --tls-cert cert.pem --tls-key key.pem
  patchcord serve --data ./data --events-url https://example.com/events --events-secret-file ./secret
  patchcord serve --config patchcord.conf --quota-instances-per-account 20`,
		FlagSet: flags,
		Options: configurable(flags),
		Exec: func(ctx context.Context, args []string) error {
			if _, err := positional(flags, args); err != nil {
				return err
			}
			return m.runServe(ctx, f)
		},
	}
}

// dataFlag adds the flag that names the directory in which everything lies.
func dataFlag(flags *flag.FlagSet) *string {
	return flags.String("data", "", "`DIR` in which everything lies; it is made if it is not there")
}

// runServe runs serve until it is told to stop.
func (m *Main) runServe(ctx context.Context, f serveFlags) (err error) {
	log := newLog(m.stderr)
	options, err := f.options()
	if err != nil {
		return err
	}
	certificate, err := f.certificate()
	if err := errors.Join(err, checkBoot(*f.file)); err != nil {
		return err
	}
	ring, err := keys.NewRing(*f.data, m.Now, func(err error) { log.Error("no key is accepted", "error", err) })
	if err != nil {
		return err
	}
	defer ring.Close() //nolint:errcheck // it was only read
	if err := f.checkReach(ring, certificate, log); err != nil {
		return err
	}
	j, err := openJournal(*f.data, log)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, j.Close()) }()
	if err := checkBelonging(*f.data, options.Account); err != nil {
		return err
	}
	s, err := startServer(*f.place.listen, certificate, log)
	if err != nil {
		return err
	}
	end, _ := j.End()
	watch := &progress{log: log, now: m.Now, end: end, last: m.Now()}
	options.Observers = append(options.Observers, watch.see)
	f.trouble.warn(log)
	log.Info("starting", "data", *f.data, "records", end)
	h, err := m.deliver(ctx, j, f, plan{engine: options, keys: ring, log: log, now: m.Now,
		lambda: f.flows.lambda.Endpoints, file: *f.file})
	watch.done.Store(true)
	if err != nil {
		s.stop()
		return err
	}
	defer func() { err = errors.Join(err, endDelivery(h.courier)) }()
	stopMetrics, err := serveMetrics(*f.metrics, h, log)
	if err != nil {
		s.stop()
		return errors.Join(err, h.engine.Close(context.WithoutCancel(ctx)))
	}
	defer stopMetrics()
	log.Info("ready", "address", s.address(), "tls", certificate != nil, "keys", ring.Len(), "account",
		options.Account.Number, "region", options.Account.Region)
	if err := m.live(ctx, s, h); err != nil {
		return err
	}
	log.Info("stopped")
	return nil
}

// deliver builds a house from which events are delivered, if that is asked for.
func (m *Main) deliver(ctx context.Context, j journal.Journal, f serveFlags, p plan) (_ *house, err error) {
	if *f.delivery.url != "" && *f.delivery.dead == "" {
		*f.delivery.dead = deadLetterIn(*f.data)
	}
	if p.leave, err = f.delivery.leave(); err != nil {
		return nil, err
	}
	p.watch = f.presence.attendance()
	if p.trouble, err = f.trouble.trouble(serveSeed, m.Now); err != nil {
		return nil, err
	}
	if p.courier, err = f.delivery.open(courier.OutboxIn(*f.data), j, m.Now, p.log); err != nil {
		return nil, err
	}
	h, err := build(ctx, j, p)
	if err != nil {
		return nil, errors.Join(err, endDelivery(p.courier))
	}
	return h, nil
}

// serveSeed is what decides which requests a fault meets: the same ones after each start.
const serveSeed acd.Seed = 1

// newLog makes the log of a server.
func newLog(w io.Writer) *slog.Logger { return slog.New(slog.NewTextHandler(w, nil)) }

// options returns the engine's options that the flags ask for.
func (f serveFlags) options() (o engine.Options, err error) {
	if *f.data == "" {
		return o, misuse("give --data DIR")
	}
	if o.Account, err = f.place.accountOf(); err != nil {
		return o, err
	}
	if o.Quotas, err = f.quotas.quotas(); err != nil {
		return o, err
	}
	o.ChatConnect, o.Input = f.chats.Duration, f.flows.input.String()
	if err := errors.Join(f.delivery.check(), f.presence.check(), f.trouble.check()); err != nil {
		return o, err
	}
	if o.RetentionMonths = *f.retentionMonths; o.RetentionMonths < 1 || o.RetentionMonths > 1200 {
		return o, misuse("--retention-months is %d; give 1 to 1200", o.RetentionMonths)
	}
	if o.RecordsKept = *f.recordsKept; o.RecordsKept < 0 {
		return o, misuse("--records-kept is %d; give 0 to keep all, or how many", o.RecordsKept)
	}
	return o, nil
}

// certificate returns the certificate for TLS, nil where none is asked for.
func (f serveFlags) certificate() (*tls.Certificate, error) {
	if *f.tlsCert == "" && *f.tlsKey == "" {
		return nil, nil
	}
	if *f.tlsCert == "" || *f.tlsKey == "" {
		return nil, misuse("--tls-cert and --tls-key go together; give both or neither")
	}
	certificate, err := tls.LoadX509KeyPair(*f.tlsCert, *f.tlsKey)
	if err != nil {
		return nil, fmt.Errorf("load certificate: %w", err)
	}
	return &certificate, nil
}

// checkReach refuses to be reached from other machines before there is a key.
func (f serveFlags) checkReach(ring *keys.Ring, certificate *tls.Certificate, log *slog.Logger) error {
	local, err := isLoopback(*f.place.listen)
	switch {
	case err != nil:
		return err
	case !local && ring.Len() == 0:
		return fmt.Errorf("listen on %s: other machines could reach it and there is no key yet; make one with "+
			"patchcord keys create --data %s --role admin, or listen on 127.0.0.1", *f.place.listen, *f.data)
	case !local && certificate == nil:
		log.Warn("other machines reach this without TLS: requests are signed, but anybody on the way can read them; "+
			"give --tls-cert and --tls-key, or put a proxy before it", "listen", *f.place.listen)
	case ring.Len() == 0:
		log.Warn("there is no key yet, so every request will be refused; make one with patchcord keys create --role " +
			"admin --data " + *f.data)
	}
	return nil
}

// openJournal opens the journal of a directory and tells in the log what is wrong with it but needs no refusal.
func openJournal(dir string, log *slog.Logger) (*journal.SQLite, error) {
	id, dictionary := scribe.Dictionary()
	j, err := journal.Open(dir, journal.Options{Dictionary: dictionary, DictionaryID: id, Renew: engine.Renew,
		Notice: func(err error) { log.Warn("journal", "notice", err) }})
	if errors.Is(err, journal.ErrLocked) {
		return nil, fmt.Errorf("another server is running on %s: %w", dir, err)
	}
	return j, err
}

// progress tells in the log how far a long start has come.
type progress struct {
	log  *slog.Logger
	now  func() time.Time
	end  int64
	last time.Time
	done atomic.Bool
}

func (p *progress) see(seen engine.Sighting) {
	if p.done.Load() || seen.Index != 0 {
		return
	}
	if now := p.now(); now.Sub(p.last) >= progressEvery {
		p.last = now
		p.log.Info("replaying", "record", seen.Sequence, "of", p.end)
	}
}
