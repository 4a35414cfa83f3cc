//go:build linux || darwin

package keys

import (
	"errors"
	"os"
	"syscall"
)

// waitForLock takes the lock of a file when nobody else has it. It is held for a few milliseconds at a time, and ends
// with the process that holds it.
func waitForLock(f *os.File) error {
	for {
		if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX); !errors.Is(err, syscall.EINTR) {
			return err
		}
	}
}
