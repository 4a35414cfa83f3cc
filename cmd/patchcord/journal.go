package main

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"time"

	"github.com/peterbourgon/ff/v3/ffcli"

	"patchcord/acd"
	"patchcord/engine"
	"patchcord/journal"
	"patchcord/scribe"
)

// journal is the command for the journal of a server.
func (m *Main) journal() *ffcli.Command {
	return &ffcli.Command{
		Name:       "journal",
		ShortHelp:  "proves, shows and mends the journal of a server",
		ShortUsage: "patchcord journal <verify|dump|accept-loss> --data DIR [flags]",
		LongHelp: `Examples:
  patchcord journal verify --data ./data
  patchcord journal dump --data ./data --from 100
  patchcord journal accept-loss --data ./data --from 4711`,
		Subcommands: []*ffcli.Command{m.journalVerify(), m.journalDump(), m.journalAcceptLoss()},
	}
}

func (m *Main) journalVerify() *ffcli.Command {
	flags := newFlags("verify")
	data := dataFlag(flags)
	return &ffcli.Command{
		Name:       "verify",
		ShortHelp:  "proves every record, snapshot and row, also beside a running server",
		ShortUsage: "patchcord journal verify --data DIR",
		LongHelp: "Where all records are kept, it replays them too, and shows the hash of the state.\n\n" +
			"Examples:\n  patchcord journal verify --data ./data",
		FlagSet: flags,
		Exec: func(_ context.Context, args []string) error {
			if _, err := positional(flags, args); err != nil {
				return err
			}
			if *data == "" {
				return misuse("give --data DIR")
			}
			return m.verify(*data)
		},
	}
}

// verify proves a journal and reports. A loss is the error.
func (m *Main) verify(dir string) error {
	last := m.Now()
	tell := func(what string, sequence int64) {
		if now := m.Now(); now.Sub(last) >= progressEvery {
			last = now
			fmt.Fprintf(m.stderr, "%s record %d\n", what, sequence)
		}
	}
	r, err := journal.Verify(dir, func(sequence int64) { tell("verified", sequence) })
	if err != nil {
		return err
	}
	fmt.Fprintf(m.stdout, "records       %d to %d\nlast hash     %s\n", r.First, r.Last, r.Hash)
	fmt.Fprintf(m.stdout, "acknowledged  %d\n", r.Marked)
	fmt.Fprintf(m.stdout, "payload       %d bytes, %d on the disk\n", r.PayloadBytes, r.FileBytes)
	fmt.Fprintf(m.stdout, "archive       %d rows\nsnapshots     after %v\n", r.ArchiveRows, r.Snapshots)
	for _, lost := range r.Losses {
		fmt.Fprintf(m.stdout, "given up      records %d to %d\n", lost.From, lost.To)
	}
	for _, notice := range r.Notices {
		fmt.Fprintf(m.stdout, "notice        %s\n", notice)
	}
	if r.First > 1 {
		fmt.Fprintf(m.stdout, "state         not replayed: records before %d are kept no more\n", r.First)
		return nil
	}
	tells := dumped{dir, func(sequence int64) { tell("replayed", sequence) }}
	state, sequence, err := engine.Replay(tells, acd.Account{})
	if err != nil {
		return fmt.Errorf("replay journal: %w", err)
	}
	hash := scribe.Hash(state)
	fmt.Fprintf(m.stdout, "state         %s after record %d, replayed from the first\n", hex.EncodeToString(hash[:]),
		sequence)
	return nil
}

// dumped reads a journal as a log, beside whoever writes it.
type dumped struct {
	dir  string
	tell func(sequence int64)
}

// errEnough ends a dump early.
var errEnough = errors.New("enough")

// Read is part of journal.Log.
func (d dumped) Read(from int64) iter.Seq2[journal.Record, error] {
	return func(yield func(journal.Record, error) bool) {
		err := journal.Dump(d.dir, from, func(r journal.Record) error {
			d.tell(r.Sequence)
			if !yield(r, nil) {
				return errEnough
			}
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) {
			yield(journal.Record{}, err)
		}
	}
}

// Append is part of journal.Log. It refuses.
func (dumped) Append(journal.Batch) (int64, error) { return 0, errors.New("a dump is only read") }

// End is part of journal.Log. It is not known before the end is read.
func (dumped) End() (int64, journal.Hash) { return 0, journal.Hash{} }

func (m *Main) journalDump() *ffcli.Command {
	flags := newFlags("dump")
	data := dataFlag(flags)
	from := flags.Int64("from", 0, "`NUMBER` of the first record; 0 for the oldest that is kept")
	return &ffcli.Command{
		Name:       "dump",
		ShortHelp:  "shows the records as text, one event a line, also beside a running server",
		ShortUsage: "patchcord journal dump --data DIR [--from NUMBER]",
		LongHelp:   "Examples:\n  patchcord journal dump --data ./data\n  patchcord journal dump --data ./data --from 100",
		FlagSet:    flags,
		Exec: func(ctx context.Context, args []string) error {
			if _, err := positional(flags, args); err != nil {
				return err
			}
			if *data == "" || *from < 0 {
				return misuse("give --data DIR, and --from 0 or more")
			}
			return journal.Dump(*data, *from, func(r journal.Record) error {
				if err := m.show(r); err != nil {
					return err
				}
				return ctx.Err()
			})
		},
	}
}

// show prints a record: a line about it, then the lines of its events as they stand in it.
func (m *Main) show(r journal.Record) error {
	at := "of unknown time"
	text := r.Payload
	if known, err := scribe.DecodeRecord(r.Payload); err == nil {
		at = known.At.Std().Format("2006-01-02T15:04:05.000Z")
		_, text, _ = bytes.Cut(text, []byte("\n"))
	}
	if _, err := fmt.Fprintf(m.stdout, "record %d %s hash %s\n", r.Sequence, at, r.Hash); err != nil {
		return err
	}
	for line := range bytes.Lines(text) {
		if _, err := fmt.Fprintf(m.stdout, "  %s\n", bytes.TrimSuffix(line, []byte("\n"))); err != nil {
			return err
		}
	}
	return nil
}

func (m *Main) journalAcceptLoss() *ffcli.Command {
	flags := newFlags("accept-loss")
	data := dataFlag(flags)
	from := flags.Int64("from", 0, "`NUMBER` of the first record to give up, as the refusal to start names it")
	return &ffcli.Command{
		Name:       "accept-loss",
		ShortHelp:  "gives up the records from one on, after a damage, so that a server starts again",
		ShortUsage: "patchcord journal accept-loss --data DIR --from NUMBER",
		LongHelp: "What is given up is kept in a directory beside the journal. No server may run.\n\n" +
			"Examples:\n  patchcord journal accept-loss --data ./data --from 4711",
		FlagSet: flags,
		Exec: func(_ context.Context, args []string) error {
			if _, err := positional(flags, args); err != nil {
				return err
			}
			if *data == "" || *from < 1 {
				return misuse("give --data DIR, and --from with the record that the refusal to start names")
			}
			kept, err := journal.AcceptLoss(*data, *from)
			if err != nil {
				return err
			}
			fmt.Fprintf(m.stdout, "The records from %d on are given up; what was there is kept in %s.\n", *from, kept)
			return nil
		},
	}
}

// progressEvery is how often what takes long says something.
const progressEvery = 3 * time.Second
