//go:build !(linux || darwin)

package journal

import (
	"errors"
	"os"
)

// tryLock refuses: a journal without a lock could have two writers.
func tryLock(*os.File) (held bool, err error) {
	return false, errors.New("file locks are known on Linux and macOS only")
}

// roomBytes is not reached where there is no lock.
func roomBytes(string) (int64, error) {
	return 0, errors.New("room on the disk is known on Linux and macOS only")
}
