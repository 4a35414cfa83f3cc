package keys

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// The files of a cabinet in its directory.
const (
	fileName  = "keys.json"
	newSuffix = ".new" // a version that is not yet whole; renamed when it is
	lockName  = "keys.lock"
)

// fileVersion is the only form of the file so far.
const fileVersion = 1

// keysMax is how many keys a file may hold, fileBytesMax how long it may be. A server needs a handful.
const (
	keysMax      = 10_000
	fileBytesMax = 8 << 20
)

// content is what the file says.
type content struct {
	Version int
	Keys    []Key // in the order in which they were created
}

// path returns where the keys of a directory are.
func path(dir string) string { return filepath.Join(dir, fileName) }

// openFile opens the keys of a directory, if there are any, and says which file that was.
func openFile(dir string) (f *os.File, info fs.FileInfo, err error) {
	f, err = os.Open(path(dir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("open keys: %w", err)
	}
	if info, err = f.Stat(); err != nil {
		return nil, nil, errors.Join(fmt.Errorf("open keys: %w", err), f.Close())
	}
	return f, info, nil
}

// readFile reads all keys of an open file. It refuses a file that others could read or that is not wholly understood.
func readFile(f *os.File, info fs.FileInfo) ([]Key, error) {
	if mode := info.Mode().Perm(); mode&0o077 != 0 && runtime.GOOS != "windows" {
		return nil, fmt.Errorf("read keys: %s can be read or written by others (mode %#o); secrets are in it: "+
			"chmod 600 %[1]s, and revoke them if somebody may have looked", f.Name(), mode)
	}
	text, err := io.ReadAll(io.LimitReader(f, fileBytesMax+1))
	if err != nil {
		return nil, fmt.Errorf("read keys: %w", err)
	}
	all, err := parse(text)
	if err != nil {
		return nil, fmt.Errorf("read keys: %s is damaged, or of another version of this program: %w", f.Name(), err)
	}
	return all, nil
}

// parse understands what stands in a file, all of it or nothing.
func parse(text []byte) ([]Key, error) {
	if len(text) > fileBytesMax {
		return nil, fmt.Errorf("it is longer than %d bytes", fileBytesMax)
	}
	var c content
	if err := json.Unmarshal(text, &c, json.RejectUnknownMembers(true)); err != nil {
		return nil, err
	}
	if c.Version != fileVersion {
		return nil, fmt.Errorf("its Version is %d; %d is known here", c.Version, fileVersion)
	}
	if len(c.Keys) > keysMax {
		return nil, fmt.Errorf("it holds %d keys; at most %d are allowed", len(c.Keys), keysMax)
	}
	seen := make(map[string]bool, len(c.Keys))
	for i := range c.Keys {
		if err := c.Keys[i].validate(); err != nil {
			return nil, err
		}
		if seen[c.Keys[i].ID] {
			return nil, fmt.Errorf("the key %s stands in it twice", c.Keys[i].ID)
		}
		seen[c.Keys[i].ID] = true
	}
	return c.Keys, nil
}

// writeFile makes keys the new version of the file of a directory: it is written beside the old one, made durable, and
// takes its name. The caller holds the lock.
func writeFile(dir string, all []Key) error {
	text, err := json.Marshal(content{fileVersion, all}, jsontext.WithIndent("  "), json.FormatNilSliceAsNull(false))
	if err != nil {
		return fmt.Errorf("write keys: %w", err)
	}
	partial := path(dir) + newSuffix
	if err := os.Remove(partial); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("write keys: %w", err)
	}
	f, err := os.OpenFile(partial, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fmt.Errorf("write keys: %w", err)
	}
	_, err = f.Write(append(text, '\n'))
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(partial, path(dir))
	}
	if err != nil {
		return fmt.Errorf("write keys: %w", errors.Join(err, os.Remove(partial)))
	}
	return syncDir(dir)
}

// syncDir makes the names in a directory durable.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("sync directory: %w", err)
	}
	return errors.Join(d.Sync(), d.Close())
}
