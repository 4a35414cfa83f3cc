package main

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/peterbourgon/ff/v3/ffcli"
)

// version is the command that tells what this program was made of.
func (m *Main) version() *ffcli.Command {
	flags := newFlags("version")
	return &ffcli.Command{
		Name:       "version",
		ShortHelp:  "tells which version this is",
		ShortUsage: "patchcord version",
		LongHelp:   "Examples:\n  patchcord version",
		FlagSet:    flags,
		Exec: func(_ context.Context, args []string) error {
			if _, err := positional(flags, args); err != nil {
				return err
			}
			version, commit := "(devel)", ""
			if info, ok := debug.ReadBuildInfo(); ok {
				if info.Main.Version != "" {
					version = info.Main.Version
				}
				for _, s := range info.Settings {
					if s.Key == "vcs.revision" {
						commit = " " + s.Value
					}
				}
			}
			fmt.Fprintf(m.stdout, "patchcord %s%s %s %s/%s\n", version, commit, runtime.Version(), runtime.GOOS,
				runtime.GOARCH)
			return nil
		},
	}
}
