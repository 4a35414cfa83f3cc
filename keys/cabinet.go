package keys

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// ErrUnknown is the refusal to revoke a key that is not there.
var ErrUnknown = errors.New("no such key")

// Cabinet changes the keys of a directory. It may do so while a server runs, and several processes may have one each:
// those who write take turns.
type Cabinet struct {
	dir string
	now func() time.Time
}

// NewCabinet returns the cabinet of a directory. Nothing is made before a key is.
func NewCabinet(dir string, now func() time.Time) *Cabinet { return &Cabinet{dir, now} }

// Create makes a key and returns it. Its secret is told this once.
func (c *Cabinet) Create(g Grant) (Key, error) {
	if err := g.Validate(); err != nil {
		return Key{}, fmt.Errorf("create key: %w", err)
	}
	made := newKey(g, c.now())
	err := c.change(func(all []Key) ([]Key, error) {
		if len(all) >= keysMax {
			return nil, fmt.Errorf("there are %d keys, as many as are allowed; revoke some", len(all))
		}
		return append(all, made), nil
	})
	if err != nil {
		return Key{}, fmt.Errorf("create key: %w", err)
	}
	return made, nil
}

// List returns all keys in the order in which they were created, without their secrets.
func (c *Cabinet) List() ([]Key, error) {
	all, err := c.read()
	if err != nil {
		return nil, fmt.Errorf("list keys: %w", err)
	}
	for i := range all {
		all[i].Secret = ""
	}
	return all, nil
}

// Revoke takes a key away. A running server refuses it within a second.
func (c *Cabinet) Revoke(id string) error {
	err := c.change(func(all []Key) ([]Key, error) {
		at := slices.IndexFunc(all, func(k Key) bool { return k.ID == id })
		if at < 0 {
			return nil, fmt.Errorf("%w: %s", ErrUnknown, id)
		}
		return slices.Delete(all, at, at+1), nil
	})
	if err != nil {
		return fmt.Errorf("revoke key: %w", err)
	}
	return nil
}

func (c *Cabinet) read() ([]Key, error) {
	f, info, err := openFile(c.dir)
	if f == nil {
		return nil, err
	}
	defer f.Close()
	return readFile(f, info)
}

// change reads, changes and writes while no other process does.
func (c *Cabinet) change(how func([]Key) ([]Key, error)) error {
	if err := os.MkdirAll(c.dir, 0o700); err != nil {
		return fmt.Errorf("make directory: %w", err)
	}
	lock, err := os.OpenFile(filepath.Join(c.dir, lockName), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return fmt.Errorf("lock keys: %w", err)
	}
	defer lock.Close() // which lets go
	if err := waitForLock(lock); err != nil {
		return fmt.Errorf("lock keys: %w", err)
	}
	all, err := c.read()
	if err != nil {
		return err
	}
	if all, err = how(all); err != nil {
		return err
	}
	return writeFile(c.dir, all)
}
