package journal

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// The files of a journal's directory.
const (
	databaseName = "patchcord.db"
	markName     = "patchcord.mark"
	lockName     = "patchcord.lock"
	newSuffix    = ".new" // a file that is not yet whole; renamed when it is
)

// makeDir makes the directory of a journal, for its owner only.
func makeDir(dir string) error {
	if exists(dir) {
		return nil
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("make journal directory: %w", err)
	}
	return syncDir(filepath.Dir(filepath.Clean(dir)))
}

// syncDir makes the names in a directory durable.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("sync directory: %w", err)
	}
	defer d.Close()
	if err := d.Sync(); err != nil {
		return fmt.Errorf("sync directory: %w", err)
	}
	return nil
}

// exists says whether a file is there. A file that cannot be asked about is
// taken to be there, so that nothing is written over it.
func exists(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, os.ErrNotExist)
}

// lockDir makes this process the one that writes the journal of a directory. The
// lock ends with the process; the file stays and tells the holder's id.
func lockDir(dir string) (*os.File, error) {
	f, err := os.OpenFile(filepath.Join(dir, lockName), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("lock journal: %w", err)
	}
	held, err := tryLock(f)
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("lock journal: %w", err)
	}
	if !held {
		b, _ := os.ReadFile(f.Name())
		f.Close()
		return nil, fmt.Errorf("%w: process %s holds %s", ErrLocked, holder(b), f.Name())
	}
	if err = f.Truncate(0); err == nil {
		_, err = f.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0)
	}
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("lock journal: %w", err)
	}
	return f, nil
}

// holder reads the process id in a lock file.
func holder(b []byte) string {
	if id, err := strconv.Atoi(strings.TrimSpace(string(b))); err == nil && id > 0 {
		return strconv.Itoa(id)
	}
	return "of unknown id"
}
