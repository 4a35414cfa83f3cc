package main

import (
	"context"
	"fmt"
	"os"
	"runtime/pprof"
	"time"

	"github.com/peterbourgon/ff/v3/ffcli"

	"patchcord/internal/bench"
)

// bench is the command that measures the two operations beside a bare handler.
func (m *Main) bench() *ffcli.Command {
	flags := newFlags("bench")
	o := bench.Options{Progress: m.stderr}
	flags.IntVar(&o.Agents, "agents", 100, "`NUMBER` of agents at work")
	flags.IntVar(&o.Waiting, "waiting", 1000, "`NUMBER` of contacts that wait")
	flags.IntVar(&o.Connections, "connections", 64, "`NUMBER` of connections that ask at the same time")
	flags.IntVar(&o.Rounds, "rounds", 5, "`NUMBER` of rounds, of which the median is shown; 0: no requests")
	flags.DurationVar(&o.Span, "span", 3*time.Second, "`DURATION` of one run of one kind of request")
	flags.IntVar(&o.Archive, "archive", 100_000, "`NUMBER` of contacts queued to measure memory and starting; 0: none")
	flags.IntVar(&o.History, "history", 0, "`NUMBER` of ended contacts to search among, say 1000000; 0: none")
	flags.StringVar(&o.Only, "only", "", "measure only requests whose name holds `TEXT`")
	flags.StringVar(&o.Dir, "dir", "", "`DIR` on the disk to measure; empty: that of temporary files")
	profile := flags.String("cpuprofile", "", "write where time goes to `FILE`")
	return &ffcli.Command{
		Name:       "bench",
		ShortHelp:  "measures DescribeContact and UpdateContactRoutingData beside a bare HTTP handler",
		ShortUsage: "patchcord bench [flags]",
		LongHelp: "The journal is on a disk and requests are signed. The bare handler reads the same body, checks the\n" +
			"same signature and answers as many bytes. It takes about two minutes and leaves nothing behind.\n\n" +
			"Examples:\n  patchcord bench\n  patchcord bench --rounds 1 --span 1s --archive 0\n" +
			"  patchcord bench --rounds 0 --archive 0 --history 1000000",
		FlagSet: flags,
		Exec: func(ctx context.Context, args []string) error {
			if len(args) > 0 {
				return misuse("%q is one argument too many", args[0])
			}
			if min(o.Agents, o.Waiting, o.Connections) < 1 || o.Span <= 0 || min(o.Archive, o.Rounds, o.History) < 0 {
				return misuse("give at least one agent, contact and connection, a span, and no number below zero")
			}
			stop, err := profiled(*profile)
			if err != nil {
				return err
			}
			report, err := bench.Run(ctx, o)
			stop()
			if err != nil {
				return err
			}
			return report.Write(m.stdout)
		},
	}
}

// profiled writes where time goes to a file until stop is called; no file, no profile.
func profiled(name string) (stop func(), err error) {
	if name == "" {
		return func() {}, nil
	}
	f, err := os.Create(name)
	if err != nil {
		return nil, fmt.Errorf("write profile: %w", err)
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		return nil, fmt.Errorf("write profile: %w", err)
	}
	return func() {
		pprof.StopCPUProfile()
		f.Close()
	}, nil
}
