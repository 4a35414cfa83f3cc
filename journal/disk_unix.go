//go:build linux || darwin

package journal

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

// tryLock takes the lock of a file, unless someone else has it. It does not wait.
func tryLock(f *os.File) (held bool, err error) {
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return false, nil
	}
	return err == nil, err
}

// roomBytes is what the disk of a directory still has for us.
func roomBytes(dir string) (int64, error) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(dir, &s); err != nil {
		return 0, fmt.Errorf("ask for room on the disk: %w", err)
	}
	return int64(s.Bavail) * int64(s.Bsize), nil
}
