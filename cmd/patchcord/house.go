package main

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"patchcord/connect"
	"patchcord/courier"
	"patchcord/engine"
	"patchcord/journal"
	"patchcord/keys"
	"patchcord/lambda"
	"patchcord/realtime"
	"patchcord/workspace"
)

// plan says how the rooms are to be put together.
type plan struct {
	engine  engine.Options
	keys    *keys.Ring                          // nil: any credentials are taken
	furnish func(context.Context, *house) error // makes what a fresh stage holds; nil: nothing
	file    string                              // says of an instance that is to be there; empty: none
	courier *courier.Courier                    // carries events further; nil: nobody does
	leave   []workspace.Kind                    // what he does not carry
	watch   *workspace.Attendance               // of who reads what; nil: nobody watches
	trouble *connect.Trouble                    // for clients to cope with
	lambda  lambda.Endpoints                    // where the functions run that flows invoke
	log     *slog.Logger
	now     func() time.Time
}

// house is the rooms, put together.
type house struct {
	engine  *engine.Engine
	side    *workspace.Server
	doors   http.Handler
	desk    http.Handler     // the front door without a lock; nil: it is not needed
	courier *courier.Courier // nil: there is none
	caller  *lambda.Caller
}

// build opens the engine on a journal and puts both doors before it. It takes as long as the journal is long, and does
// not stop half way.
func build(ctx context.Context, j journal.Journal, p plan) (*house, error) {
	ctx = context.WithoutCancel(ctx)
	streamed := workspace.StreamOptions{Leave: p.leave}
	if p.courier != nil {
		streamed.Courier, p.engine.Settle = p.courier, p.courier.Settle
		defer p.courier.Live()
	}
	streams := workspace.NewStreams(p.engine.Account, streamed)
	tally := realtime.New()
	p.engine.Observers = append(p.engine.Observers, streams.See, connect.Watch(tally))
	if p.watch != nil {
		p.engine.Observers = append(p.engine.Observers, p.watch.See)
	}
	caller := lambda.New(lambda.Options{Account: p.engine.Account, Endpoints: p.lambda, Log: p.log})
	p.engine.Observers = append(p.engine.Observers, caller.See)
	p.engine.Log = p.log
	e, err := engine.Open(j, p.engine)
	if err != nil {
		return nil, fmt.Errorf("open engine: %w", err)
	}
	caller.Begin(e)
	h := &house{engine: e, courier: p.courier, caller: caller}
	auth, holds := connect.Unsigned(), (func(keys.Key) bool)(nil)
	if p.keys != nil {
		auth = connect.NewAuthenticator(ring{p.keys}, p.engine.Account.Region, p.now)
		holds = func(k keys.Key) bool {
			_, ok := p.keys.Find(k.ID)
			return ok
		}
	}
	wire := connect.Options{Account: p.engine.Account.Number, Region: p.engine.Account.Region, Engine: e,
		Records: e, Past: e, Tally: tally, Clock: e, Authenticator: auth, Trouble: p.trouble,
		Log: p.log}
	front := connect.New(wire)
	if p.file != "" {
		wire.Authenticator, wire.Trouble = connect.Unsigned(), nil
		h.desk = connect.New(wire)
	}
	options := workspace.Options{Mind: e, Clock: e, Streams: streams, Tally: tally, Door: door{auth},
		NewRequestID: connect.NewRequestID,
		Now:          p.now, Operations: operations(front), Holds: holds, Log: p.log, Attendance: p.watch,
		Trouble: p.trouble}
	if p.courier != nil {
		options.Ways = p.courier.Counts
	}
	if p.engine.Stage {
		options.Stage = e
		options.Furnish = func(ctx context.Context) error {
			front.Renew()
			return h.furnish(ctx, p)
		}
	}
	h.side = workspace.New(options)
	h.doors = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/patchcord/") || r.URL.Path == "/metrics" {
			h.side.ServeHTTP(w, r)
			return
		}
		front.ServeHTTP(w, r)
	})
	if err := h.furnish(ctx, p); err != nil {
		h.side.Close()
		h.caller.Close()
		e.Close(ctx) //nolint:errcheck // the first error counts
		return nil, err
	}
	return h, nil
}

func (h *house) furnish(ctx context.Context, p plan) error {
	if p.furnish != nil {
		if err := p.furnish(ctx, h); err != nil {
			return err
		}
	}
	if p.file == "" {
		return nil
	}
	return boot(ctx, h.desk, p.engine.Account.Region, p.file, p.log)
}

// operations lists what Amazon Connect can be asked, for the side door to show.
func operations(front *connect.Server) []workspace.Operation {
	var list []workspace.Operation
	for _, o := range front.Operations() {
		list = append(list, workspace.Operation{Operation: o.Name, Method: o.Method, Uri: o.URI, Tier: o.Tier,
			Served: o.Served, Limits: o.Limits})
	}
	return list
}
