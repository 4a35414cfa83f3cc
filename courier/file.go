package courier

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/go-json-experiment/json/jsontext"
)

// File is a Taker that appends each event to a file as a line of JSON. Whoever moves the file away, to keep it short,
// finds a new one there with the next event.
type File struct {
	path string
	file *os.File // nil: to be opened
	torn bool     // what was written last may be there in part
}

// NewFile makes a Taker of a file. It is made if it is not there, which is tried at once.
func NewFile(path string) (*File, error) {
	f := &File{path: path}
	return f, f.open()
}

// open opens the file, unless it is open and still the one at the path. A line that a crash cut short goes: its event
// is written again.
func (f *File) open() error {
	if f.file != nil {
		is, err := f.file.Stat()
		there, gone := os.Stat(f.path)
		if err == nil && gone == nil && os.SameFile(is, there) {
			return nil
		}
		f.file.Close() //nolint:errcheck // what is in it is synced
		f.file = nil
	}
	file, err := os.OpenFile(f.path, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return fmt.Errorf("open events file: %w", err)
	}
	if err := cutLine(file); err != nil {
		return errors.Join(fmt.Errorf("open events file: %w", err), file.Close())
	}
	f.file, f.torn = file, false
	return nil
}

// cutLine takes the last line away if it has no end. What is no regular file is left alone.
func cutLine(file *os.File) error {
	info, err := file.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return err
	}
	const step = 64 << 10
	size := info.Size()
	for at := size; at > 0; {
		from := max(0, at-step)
		part := make([]byte, at-from)
		if _, err := file.ReadAt(part, from); err != nil && err != io.EOF {
			return err
		}
		if n := bytes.LastIndexByte(part, '\n'); n >= 0 {
			if end := from + int64(n) + 1; end < size {
				return file.Truncate(end)
			}
			return nil
		}
		at = from
	}
	if size == 0 {
		return nil
	}
	return file.Truncate(0)
}

// Take is part of Taker.
func (f *File) Take(_ context.Context, b Batch) error {
	if err := f.open(); err != nil {
		return err
	}
	if f.torn {
		if err := cutLine(f.file); err != nil {
			return fmt.Errorf("write events file: %w", err)
		}
	}
	var text bytes.Buffer
	for _, event := range b.Events {
		if b.Reason != "" {
			text.Write(deadLetter(event, b.Reason))
		} else {
			text.Write(event)
		}
		text.WriteByte('\n')
	}
	f.torn = true
	if _, err := f.file.Write(text.Bytes()); err != nil {
		return fmt.Errorf("write events file: %w", err)
	}
	if err := f.sync(); err != nil {
		return fmt.Errorf("write events file: %w", err)
	}
	f.torn = false
	return nil
}

// sync makes what was written durable, where that can be asked for.
func (f *File) sync() error {
	if info, err := f.file.Stat(); err != nil || info.Mode()&(fs.ModeNamedPipe|fs.ModeSocket|fs.ModeDevice) != 0 {
		return err
	}
	return f.file.Sync()
}

// deadLetter is the line of an event that was given up.
//
//	{"Reason":"the endpoint answers 422","Event":{...}}
func deadLetter(event []byte, reason string) []byte {
	quoted, err := jsontext.AppendQuote(nil, reason)
	if err != nil { // a reason that is no text: the ill parts are replaced
		quoted, _ = jsontext.AppendQuote(nil, fmt.Sprintf("%q", reason)) //nolint:errcheck // %q is ASCII
	}
	return append(append(append(append([]byte(`{"Reason":`), quoted...), `,"Event":`...), event...), '}')
}

// Close is part of Taker.
func (f *File) Close() error {
	if f.file == nil {
		return nil
	}
	return f.file.Close()
}
