package scribe

import (
	"bytes"
	"fmt"
	"strconv"

	"patchcord/acd"
)

// Record is what one commit holds: the events of everything that was decided together, in their order.
//
// It is written as lines of text. The first has the version and the clock at the time of the decision, each further one
// an event with its time, its instance, its number there, its kind and its members that are not zero:
//
//	1 1767225630000
//	1767225630000 6f0c1a52-...-666677778888 41 StepExpired {"ContactID":"0b6e...","Step":0}
//	1767225630000 6f0c1a52-...-666677778888 42 StepActivated {"ContactID":"0b6e...","Step":1}
//
// JSON escapes line ends, so a line is an event and an event is a line.
type Record struct {
	At     acd.Time // the clock when it was decided; its events lie at or before this
	Events []acd.Event
}

// wordBytesMax is how long the words before an event's members may be, in bytes.
const wordBytesMax = 256

// Version is the format that this release writes. It reads all formats up to it.
const Version = 1

// AppendHeader begins a record or a state: the version and a time.
func AppendHeader(dst []byte, at acd.Time) []byte {
	dst = strconv.AppendInt(dst, Version, 10)
	dst = append(dst, ' ')
	dst = strconv.AppendInt(dst, int64(at), 10)
	return append(dst, '\n')
}

// AppendEvent adds one event to a record. An event of a kind that is not in the list of kinds is a fault of the house.
func AppendEvent(dst []byte, e acd.Event) []byte {
	k := kindOf(e.Body)
	dst = strconv.AppendInt(dst, int64(e.At), 10)
	dst = append(dst, ' ')
	dst = append(dst, e.Instance...)
	dst = append(dst, ' ')
	dst = strconv.AppendInt(dst, e.Number, 10)
	dst = append(dst, ' ')
	dst = append(dst, k.name...)
	dst = append(dst, ' ')
	dst = k.write(dst, e.Body)
	return append(dst, '\n')
}

// EncodeRecord writes a record.
func EncodeRecord(r Record) []byte {
	dst := AppendHeader(nil, r.At)
	for _, e := range r.Events {
		dst = AppendEvent(dst, e)
	}
	return dst
}

// DecodeRecord reads what EncodeRecord of this or an earlier release wrote.
func DecodeRecord(text []byte) (Record, error) {
	at, rest, err := readHeader(text)
	if err != nil {
		return Record{}, fmt.Errorf("read record: %w", err)
	}
	r := Record{At: at, Events: make([]acd.Event, 0, bytes.Count(rest, []byte{'\n'}))}
	for t := newText(rest, wordsOfRecord); len(t.rest) > 0; {
		e, err := readEvent(t)
		if err == nil && !t.skip("\n") {
			err = fmt.Errorf("the line does not end here: %q", clip(t.rest))
		}
		if err != nil {
			return Record{}, fmt.Errorf("read record: line %d: %w", len(r.Events)+2, err)
		}
		r.Events = append(r.Events, e)
	}
	return r, nil
}

// readHeader takes the first line off a text.
func readHeader(text []byte) (at acd.Time, rest []byte, err error) {
	line, rest, whole := bytes.Cut(text, []byte{'\n'})
	version, when, two := bytes.Cut(line, []byte{' '})
	if !whole || !two {
		return 0, nil, fmt.Errorf("the first line is not a version and a time: %q", clip(line))
	}
	if err := checkVersion(version); err != nil {
		return 0, nil, err
	}
	ms, err := readInt(when)
	if err != nil {
		return 0, nil, fmt.Errorf("time %q is none", clip(when))
	}
	return acd.Time(ms), rest, nil
}

// checkVersion refuses a format that this release does not read.
func checkVersion(word []byte) error {
	v, err := readInt(word)
	if err != nil || v < 1 {
		return fmt.Errorf("version %q is none", clip(word))
	}
	if v > Version {
		return fmt.Errorf("it has version %d, this release reads up to %d: use the release that wrote it, or a later one",
			v, Version)
	}
	return nil
}

// readEvent reads one line, up to its end.
func readEvent(t *text) (acd.Event, error) {
	var words [4][]byte
	for i := range words {
		size := bytes.IndexAny(t.rest[:min(len(t.rest), wordBytesMax)], " \n")
		if size < 0 || t.rest[size] == '\n' {
			return acd.Event{}, fmt.Errorf("it is not time, instance, number, kind and members: %q", clip(t.rest))
		}
		words[i], t.rest = t.rest[:size], t.rest[size+1:]
	}
	at, err := readInt(words[0])
	if err != nil {
		return acd.Event{}, fmt.Errorf("time %q is none", clip(words[0]))
	}
	number, err := readInt(words[2])
	if err != nil {
		return acd.Event{}, fmt.Errorf("number %q is none", clip(words[2]))
	}
	k, ok := byName[string(words[3])]
	if !ok {
		return acd.Event{}, fmt.Errorf("an event of kind %q is not known to this release: use the release that wrote "+
			"it, or a later one", clip(words[3]))
	}
	instance := acd.InstanceID(t.word(words[1]))
	body, err := k.read(t)
	if err != nil {
		return acd.Event{}, fmt.Errorf("%s: %w", k.name, err)
	}
	return acd.Event{At: acd.Time(at), Instance: instance, Number: number, Body: body}, nil
}

// readInt reads a number in the one form in which it is written.
func readInt(word []byte) (int64, error) {
	n, err := strconv.ParseInt(string(word), 10, 64)
	if err == nil && string(strconv.AppendInt(nil, n, 10)) != string(word) {
		err = strconv.ErrSyntax
	}
	return n, err
}

// clip keeps a piece of a damaged text short enough for an error.
func clip(word []byte) []byte { return word[:min(len(word), 80)] }
