package main

import (
	"context"
	"fmt"

	"github.com/peterbourgon/ff/v3/ffcli"

	"patchcord/journal"
)

// backup is the command that copies a journal to one file.
func (m *Main) backup() *ffcli.Command {
	flags := newFlags("backup")
	data := dataFlag(flags)
	return &ffcli.Command{
		Name:       "backup",
		ShortHelp:  "copies all that a server remembers to one file, also while it runs",
		ShortUsage: "patchcord backup --data DIR FILE",
		LongHelp: "Keys are not in it: they are made anew.\n\n" +
			"Examples:\n  patchcord backup --data ./data monday.patchcord",
		FlagSet: flags,
		Exec: func(_ context.Context, args []string) error {
			files, err := positional(flags, args, "the FILE to write")
			if err != nil {
				return err
			}
			if *data == "" {
				return misuse("give --data DIR")
			}
			if err := journal.Backup(*data, files[0]); err != nil {
				return err
			}
			fmt.Fprintf(m.stdout, "%s is written.\n", files[0])
			return nil
		},
	}
}

// restore is the command that makes a journal of a backup.
func (m *Main) restore() *ffcli.Command {
	flags := newFlags("restore")
	data := dataFlag(flags)
	return &ffcli.Command{
		Name:       "restore",
		ShortHelp:  "makes the data of a server from a backup, after proving all of it",
		ShortUsage: "patchcord restore FILE --data DIR",
		LongHelp: "DIR must not hold a journal yet.\n\n" +
			"Examples:\n  patchcord restore monday.patchcord --data ./data",
		FlagSet: flags,
		Exec: func(_ context.Context, args []string) error {
			files, err := positional(flags, args, "the FILE to read")
			if err != nil {
				return err
			}
			if *data == "" {
				return misuse("give --data DIR")
			}
			if err := journal.Restore(files[0], *data); err != nil {
				return err
			}
			fmt.Fprintf(m.stdout, "%s is restored from %s.\n", *data, files[0])
			return nil
		},
	}
}
