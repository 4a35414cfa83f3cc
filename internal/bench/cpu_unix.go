//go:build unix

package bench

import (
	"syscall"
	"time"
)

// cpu returns how much processor time this process has taken, client and server together.
func cpu() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
