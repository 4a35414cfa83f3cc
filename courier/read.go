package courier

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
)

// letter is one event of the outbox.
type letter struct {
	text   []byte
	record int64
	at     int64 // when it was put there, in milliseconds
	next   place // behind it
}

// errSpoilt is a line of the outbox that is not as it was written.
var errSpoilt = errors.New("a line of the outbox is spoilt")

// read returns what lies behind a place, no more than so many events or bytes but for the first, and the place up to
// which it looked. After errSpoilt, that is behind the line.
func (o *outbox) read(at place, eventsMax, bytesMax int) (letters []letter, end place, err error) {
	for {
		size, next := o.reach(at.segment)
		letters, at, err = o.readSegment(at, size, eventsMax, bytesMax, letters)
		switch {
		case err != nil || len(letters) >= eventsMax:
			return letters, at, err
		case len(letters) > 0 || next == 0:
			return letters, at, nil // what is in the next segment can wait
		}
		at = place{segment: next}
	}
}

// readSegment reads on in one segment, up to where it is durable.
func (o *outbox) readSegment(at place, size int64, eventsMax, bytesMax int, letters []letter) ([]letter, place, error) {
	if at.offset >= size {
		return letters, at, nil
	}
	file, err := os.Open(o.path(at.segment))
	if err != nil {
		return letters, at, fmt.Errorf("read outbox: %w", err)
	}
	defer file.Close()
	if _, err := file.Seek(at.offset, io.SeekStart); err != nil {
		return letters, at, fmt.Errorf("read outbox: %w", err)
	}
	lines := bufio.NewReaderSize(io.LimitReader(file, size-at.offset), 64<<10)
	for bytes := 0; len(letters) < eventsMax && bytes < bytesMax; {
		line, err := lines.ReadBytes('\n')
		if err == io.EOF && len(line) == 0 {
			break
		}
		if err != nil && err != io.EOF {
			return letters, at, fmt.Errorf("read outbox: %w", err)
		}
		behind := place{segment: at.segment, offset: at.offset + int64(len(line))}
		p, ok := parseParcel(line)
		if !ok && len(letters) > 0 {
			break // it is told of when it comes first
		}
		if !ok {
			return nil, behind, errSpoilt
		}
		for n := at.event; n < len(p.Events) && len(letters) < eventsMax && bytes < bytesMax; n++ {
			at.event = n + 1
			letters = append(letters, letter{text: p.Events[n], record: p.Record, at: p.At, next: at})
			bytes += len(p.Events[n])
		}
		if at.event < len(p.Events) {
			break
		}
		if at = behind; len(p.Events) > 0 && len(letters) > 0 {
			letters[len(letters)-1].next = behind
		}
	}
	return letters, at, nil
}
