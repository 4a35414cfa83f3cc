package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"time"

	"github.com/peterbourgon/ff/v3/ffcli"

	"patchcord/acd"
	"patchcord/demo"
	"patchcord/engine"
	"patchcord/journal"
)

// devStart is when a manual clock starts that is not told otherwise.
const devStart = "2026-01-01T00:00:00Z"

// devFlags are the flags of dev.
type devFlags struct {
	place  placeFlags
	quotas *quotaFlags
	chats  *chatConnectFlag
	flows  flowFlags
	seed   *uint64
	empty  *bool
	file   *string
	clock  *string
	start  *string

	delivery deliveryFlags
	presence presenceFlag
	trouble  troubleFlags
}

// dev is the command for development and tests.
func (m *Main) dev() *ffcli.Command {
	flags := newFlags("dev")
	f := devFlags{
		place:    newPlaceFlags(flags),
		quotas:   newQuotaFlags(flags, "off"),
		chats:    newChatConnectFlag(flags),
		flows:    newFlowFlags(flags),
		seed:     flags.Uint64("seed", 1, "`NUMBER` that all ids come from: the same ones each time"),
		empty:    flags.Bool("empty", false, "begin without the demo instance"),
		file:     instanceFlag(flags),
		clock:    flags.String("clock", "real", "`KIND` of clock, real or manual; a manual one stands until it is turned"),
		start:    flags.String("start", "", "`TIME` at which a manual clock starts, RFC 3339 ("+devStart+")"),
		presence: newPresenceFlag(flags),
		delivery: newDeliveryFlags(flags, "the log only"),
		trouble:  newTroubleFlags(flags),
	}
	return &ffcli.Command{
		Name:       "dev",
		ShortHelp:  "runs in memory, for development and tests: any credentials, a demo instance",
		ShortUsage: "patchcord dev [flags]",
		LongHelp: `Examples:
  patchcord dev
  patchcord dev --clock manual --start 2026-03-29T00:30:00Z
  patchcord dev --instance examples/instance.yaml
  patchcord dev --empty --listen 127.0.0.1:0 --quotas aws
  patchcord dev --throttle aws --fault StartTaskContact=InternalServiceException@10% --delay '*=200ms'

With a manual clock, time passes when it is told to:
  curl -d '{"AdvanceSeconds": 30}' http://127.0.0.1:4510/patchcord/v1/clock`,
		FlagSet: flags,
		Options: configurable(flags),
		Exec: func(ctx context.Context, args []string) error {
			if _, err := positional(flags, args); err != nil {
				return err
			}
			return m.runDev(ctx, f)
		},
	}
}

// runDev runs dev until it is told to stop.
func (m *Main) runDev(ctx context.Context, f devFlags) error {
	options, err := f.options()
	if err != nil {
		return err
	}
	if err := checkBoot(*f.file); err != nil {
		return err
	}
	trouble, err := f.trouble.trouble(acd.Seed(*f.seed), m.Now)
	if err != nil {
		return err
	}
	local, err := isLoopback(*f.place.listen)
	if err != nil {
		return err
	}
	log := slog.New(slog.NewTextHandler(m.stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))
	if !local {
		log.Warn("anybody who reaches this address is an admin", "listen", *f.place.listen)
	}
	s, err := startServer(*f.place.listen, nil, log)
	if err != nil {
		return err
	}
	var made *demo.Demo
	p := plan{engine: options, log: log, now: m.Now, watch: f.presence.attendance(), trouble: trouble,
		lambda: f.flows.lambda.Endpoints, file: *f.file}
	if !*f.empty && *f.file == "" {
		p.furnish = func(ctx context.Context, h *house) error {
			d, err := demo.Make(ctx, h.engine)
			made = &d
			return err
		}
	}
	j := journal.NewMemory()
	end, err := f.deliver(j, &p, m.Now)
	if err != nil {
		s.stop()
		return errors.Join(err, j.Close())
	}
	h, err := build(ctx, j, p)
	if err != nil {
		s.stop()
		return errors.Join(err, end(), j.Close())
	}
	welcome(m.stdout, s.address(), options, made, *f.file)
	return errors.Join(m.live(ctx, s, h), end(), j.Close())
}

// deliver adds the delivery of events to a plan, if that is asked for. The outbox ends with the process.
func (f devFlags) deliver(j journal.Journal, p *plan, now func() time.Time) (end func() error, err error) {
	if p.leave, err = f.delivery.leave(); err != nil || !f.delivery.asked() {
		return func() error { return nil }, err
	}
	dir, err := os.MkdirTemp("", "patchcord-outbox-")
	if err != nil {
		return nil, fmt.Errorf("make outbox: %w", err)
	}
	if p.courier, err = f.delivery.open(dir, j, now, p.log); err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	return func() error { return errors.Join(endDelivery(p.courier), os.RemoveAll(dir)) }, nil
}

// options returns the engine's options that the flags ask for.
func (f devFlags) options() (o engine.Options, err error) {
	if o.Account, err = f.place.accountOf(); err != nil {
		return o, err
	}
	if o.Quotas, err = f.quotas.quotas(); err != nil {
		return o, err
	}
	o.ChatConnect, o.Input = f.chats.Duration, f.flows.input.String()
	if o.Manual, err = f.manual(); err != nil {
		return o, err
	}
	seed := acd.Seed(*f.seed)
	o.Seed = func(nth int) acd.Seed { return acd.Seed(seed.Draw(0, nth)) }
	if err := errors.Join(f.delivery.check(), f.presence.check(), f.trouble.check()); err != nil {
		return o, err
	}
	o.Stage = true
	o.RecordsKept = -1 // nobody will read them
	return o, nil
}

// manual returns when a manual clock starts, zero for a real one.
func (f devFlags) manual() (acd.Time, error) {
	switch {
	case *f.clock == "real" && *f.start == "":
		return 0, nil
	case *f.clock == "real":
		return 0, misuse("--start is for --clock manual only")
	case *f.clock != "manual":
		return 0, misuse("--clock is %q; give real or manual", *f.clock)
	}
	text := *f.start
	if text == "" {
		text = devStart
	}
	at, err := time.Parse(time.RFC3339, text)
	if err != nil || at.Year() < 1971 || at.Year() > 9000 {
		return 0, misuse("--start is %q; give a time like %s", text, devStart)
	}
	return acd.TimeOf(at), nil
}
