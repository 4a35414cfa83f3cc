package keys

import (
	"io/fs"
	"os"
	"sync"
	"sync/atomic"
	"time"
)

// lookEvery is how long a Ring trusts what it has read. A revoked key is refused when this has passed, well within a
// second.
const lookEvery = 250 * time.Millisecond

// Ring is what a running server knows of the keys of a directory. It looks at the file when somebody asks for a key and
// some time has passed since it last looked; nothing runs in between.
type Ring struct {
	dir    string
	now    func() time.Time
	notice func(error)
	known  atomic.Pointer[known]

	mu   sync.Mutex // held by whoever looks; the others wait for what he sees
	file *os.File   // what was read last, kept open so that no new file can have the same identity
	info fs.FileInfo
	told string // what notice was told last
}

// known is what one look has found.
type known struct {
	at   time.Time
	keys map[string]Key
}

// NewRing reads the keys of a directory; that there are none is no error. notice is told, once each, of versions of the
// file that cannot be used later on: from then on, no key is found.
func NewRing(dir string, now func() time.Time, notice func(error)) (*Ring, error) {
	r := &Ring{dir: dir, now: now, notice: notice}
	r.mu.Lock()
	defer r.mu.Unlock()
	found, err := r.read()
	if err != nil {
		return nil, err
	}
	r.known.Store(&known{now(), found})
	return r, nil
}

// Find returns the key with an ID. One that was revoked, or that stood in a file which can no longer be used, is not
// found.
func (r *Ring) Find(id string) (Key, bool) {
	key, ok := r.current().keys[id]
	return key, ok
}

// Len returns how many keys there are.
func (r *Ring) Len() int { return len(r.current().keys) }

// Close lets go of the file.
func (r *Ring) Close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.file == nil {
		return nil
	}
	err := r.file.Close()
	r.file, r.info = nil, nil
	return err
}

// current returns what is known, after another look if the last one was too long ago.
func (r *Ring) current() *known {
	k := r.known.Load()
	if k.fresh(r.now()) {
		return k
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if k = r.known.Load(); k.fresh(r.now()) {
		return k
	}
	at := r.now() // before the look: what changes after it is seen by the next one
	keys := k.keys
	if r.changed() {
		keys = r.readAgain()
	}
	k = &known{at, keys}
	r.known.Store(k)
	return k
}

// readAgain reads what has changed. Of a file that cannot be used it tells once.
func (r *Ring) readAgain() map[string]Key {
	keys, err := r.read()
	told := r.told
	if r.told = ""; err != nil {
		r.told = err.Error()
	}
	if err != nil && r.told != told {
		r.notice(err)
	}
	return keys
}

// fresh says whether a look still counts. A clock that was set back does not make it count longer.
func (k *known) fresh(now time.Time) bool {
	age := now.Sub(k.at)
	return age >= 0 && age < lookEvery
}

// changed says whether the file is another one than was read.
func (r *Ring) changed() bool {
	info, err := os.Stat(path(r.dir))
	if err != nil || r.info == nil {
		return r.info != nil || !os.IsNotExist(err)
	}
	return !os.SameFile(info, r.info) || !info.ModTime().Equal(r.info.ModTime()) || info.Size() != r.info.Size() ||
		info.Mode() != r.info.Mode()
}

// read reads the file that is there now. Where there is none, or one that cannot be used, there are no keys.
func (r *Ring) read() (map[string]Key, error) {
	if r.file != nil {
		r.file.Close() //nolint:errcheck // it was only read
	}
	var err error
	if r.file, r.info, err = openFile(r.dir); r.file == nil {
		return nil, err
	}
	all, err := readFile(r.file, r.info)
	if err != nil {
		return nil, err
	}
	byID := make(map[string]Key, len(all))
	for _, key := range all {
		byID[key.ID] = key
	}
	return byID, nil
}
