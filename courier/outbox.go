package courier

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// segmentBytes is how long a segment becomes before the next one begins.
const segmentBytes = 8 << 20

// outboxSuffix ends the names of the segments: 000000000001.outbox and so on.
const outboxSuffix = ".outbox"

// outbox is the queue on the disk: parcels, one a line, in segments of which the newest grows. Its directory has the
// marks of the carriers too.
type outbox struct {
	dir   string
	limit int64 // of a segment

	mu      sync.Mutex
	numbers []int64  // of the segments, the oldest first; never empty
	file    *os.File // the newest
	size    int64    // of the newest, as far as it is durable
	torn    bool     // something may lie behind size
	through int64    // the last record that it has had
	changed chan struct{}
}

// place is where a carrier stands: before an event of a parcel.
type place struct {
	segment int64
	offset  int64 // of the parcel's line
	event   int
}

// openOutbox opens the outbox in a directory, or makes one that has had everything up to a record.
func openOutbox(dir string, end int64) (*outbox, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("make outbox: %w", err)
	}
	o := &outbox{dir: dir, limit: segmentBytes, changed: make(chan struct{})}
	files, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("open outbox: %w", err)
	}
	for _, f := range files {
		name, ok := strings.CutSuffix(f.Name(), outboxSuffix)
		if number, err := strconv.ParseInt(name, 10, 64); ok && err == nil {
			o.numbers = append(o.numbers, number)
		}
	}
	slices.Sort(o.numbers)
	for len(o.numbers) > 0 {
		whole, err := o.reopen()
		if err != nil || whole {
			return o, err
		}
		// It was begun and never held a parcel.
		o.numbers = o.numbers[:len(o.numbers)-1]
	}
	return o, o.begin(1, parcel{Record: end})
}

func (o *outbox) path(number int64) string {
	return filepath.Join(o.dir, fmt.Sprintf("%012d%s", number, outboxSuffix))
}

// reopen opens the newest segment behind its last whole parcel. What lies behind was never acknowledged. It says
// whether there is a whole parcel at all.
func (o *outbox) reopen() (whole bool, err error) {
	file, err := os.OpenFile(o.path(o.numbers[len(o.numbers)-1]), os.O_RDWR, 0o600)
	if err != nil {
		return false, fmt.Errorf("open outbox: %w", err)
	}
	o.size = 0
	lines := bufio.NewReaderSize(file, 1<<20)
	for {
		line, err := lines.ReadBytes('\n')
		if err != nil && err != io.EOF {
			return false, errors.Join(fmt.Errorf("read outbox: %w", err), file.Close())
		}
		p, ok := parseParcel(line)
		if !ok {
			break
		}
		o.size += int64(len(line))
		o.through, whole = p.Record, true
	}
	if !whole {
		return false, file.Close()
	}
	o.file = file
	if err := errors.Join(file.Truncate(o.size), file.Sync()); err != nil {
		return false, errors.Join(fmt.Errorf("cut outbox: %w", err), file.Close())
	}
	return true, nil
}

// begin starts a segment with a parcel that says how far the outbox has come, so that each says so by itself.
func (o *outbox) begin(number int64, mark parcel) error {
	file, err := os.OpenFile(o.path(number), os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return fmt.Errorf("begin segment of outbox: %w", err)
	}
	text := appendParcel(nil, mark.Record, mark.At, nil)
	_, err = file.WriteAt(text, 0)
	if err = errors.Join(err, file.Sync(), syncDir(o.dir)); err != nil {
		return errors.Join(fmt.Errorf("begin segment of outbox: %w", err), file.Close())
	}
	if o.file != nil {
		if err := o.file.Close(); err != nil {
			return errors.Join(fmt.Errorf("end segment of outbox: %w", err), file.Close())
		}
	}
	o.file, o.size, o.torn, o.through = file, int64(len(text)), false, mark.Record
	o.numbers = append(o.numbers, number)
	return nil
}

// append makes whole lines durable, which take the outbox through a record. An error has changed nothing.
func (o *outbox) append(lines []byte, through, at int64) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.size >= o.limit {
		if err := o.begin(o.numbers[len(o.numbers)-1]+1, parcel{Record: o.through, At: at}); err != nil {
			return err
		}
	}
	if o.torn {
		if err := o.file.Truncate(o.size); err != nil {
			return fmt.Errorf("cut outbox: %w", err)
		}
	}
	o.torn = true
	if _, err := o.file.WriteAt(lines, o.size); err != nil {
		return fmt.Errorf("append outbox: %w", err)
	}
	if err := o.file.Sync(); err != nil {
		return fmt.Errorf("append outbox: %w", err)
	}
	o.size += int64(len(lines))
	o.torn, o.through = false, through
	close(o.changed)
	o.changed = make(chan struct{})
	return nil
}

// more returns what is closed when the outbox gets something that it does not hold now.
func (o *outbox) more() <-chan struct{} {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.changed
}

// end returns the place behind everything.
func (o *outbox) end() place {
	o.mu.Lock()
	defer o.mu.Unlock()
	return place{segment: o.numbers[len(o.numbers)-1], offset: o.size}
}

// settle puts a place into a segment that is there, and says whether it had to.
func (o *outbox) settle(at place) (_ place, moved bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	newest := o.numbers[len(o.numbers)-1]
	switch {
	case at.segment < o.numbers[0]:
		return place{segment: o.numbers[0]}, true
	case at.segment > newest || at.segment == newest && at.offset > o.size:
		return place{segment: newest, offset: o.size}, true
	}
	return at, false
}

// reach returns how far the segment at a place can be read, and the next one that there is, 0 if it is the newest.
func (o *outbox) reach(segment int64) (size, next int64) {
	o.mu.Lock()
	defer o.mu.Unlock()
	n := slices.Index(o.numbers, segment)
	if n < 0 || n == len(o.numbers)-1 {
		return o.size, 0
	}
	return 1 << 62, o.numbers[n+1]
}

// release drops the segments that all carriers have behind them.
func (o *outbox) release(before int64) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	for o.numbers[0] < before && len(o.numbers) > 1 {
		if err := os.Remove(o.path(o.numbers[0])); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("drop segment of outbox: %w", err)
		}
		o.numbers = o.numbers[1:]
	}
	return nil
}

// waits returns how many bytes lie behind a place.
func (o *outbox) waits(at place) (bytes int64) {
	o.mu.Lock()
	defer o.mu.Unlock()
	for n, number := range o.numbers {
		size := o.size
		if n < len(o.numbers)-1 {
			info, err := os.Stat(o.path(number))
			if err != nil {
				continue
			}
			size = info.Size()
		}
		switch {
		case number == at.segment:
			bytes += size - at.offset
		case number > at.segment:
			bytes += size
		}
	}
	return bytes
}

func (o *outbox) close() error {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.file.Close()
}

// syncDir makes the names in a directory durable.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
