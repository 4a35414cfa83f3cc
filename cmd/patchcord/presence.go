package main

import (
	"flag"
	"time"

	"patchcord/acd"
	"patchcord/workspace"
)

// The bounds of how long an agent may be silent. A stream whose connection breaks is opened again within seconds.
const (
	presenceMin = 10 * time.Second
	presenceMax = 24 * time.Hour
)

// presenceFlag is how long an agent may be silent (A0172).
type presenceFlag struct{ timeout *time.Duration }

func newPresenceFlag(flags *flag.FlagSet) presenceFlag {
	return presenceFlag{flags.Duration("presence-timeout", 0, "route nothing to an agent whose events nobody has read "+
		"for `DURATION`, 10s to 24h; 0s routes to all, as Amazon does")}
}

// check refuses what cannot be meant.
func (f presenceFlag) check() error {
	if d := *f.timeout; d != 0 && (d < presenceMin || d > presenceMax) {
		return misuse("--presence-timeout is %v; give 10s to 24h, or 0s to route to all", d)
	}
	return nil
}

// attendance returns who watches the agents, nil where nobody does.
func (f presenceFlag) attendance() *workspace.Attendance {
	if *f.timeout == 0 {
		return nil
	}
	return workspace.NewAttendance(acd.Duration(f.timeout.Milliseconds()))
}
