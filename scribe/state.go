package scribe

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"reflect"
	"strconv"

	"patchcord/account"
	"patchcord/acd"
)

// form is how the values of one type are written and read.
type form[T any] struct {
	write writer
	read  reader
}

var (
	stateForm   = formOf[account.State]()
	contactForm = formOf[acd.Contact]()
)

func formOf[T any]() form[T] {
	return form[T]{writerFor(reflect.TypeFor[T]()), readerFor(reflect.TypeFor[T]())}
}

func (f form[T]) append(dst []byte, value *T) []byte {
	return f.write(dst, reflect.ValueOf(value).Elem())
}

func (f form[T]) take(from []byte, words int) (value T, err error) {
	t := newText(from, words)
	if err := f.read(t, reflect.ValueOf(&value).Elem()); err != nil {
		return value, err
	}
	return value, t.end()
}

// EncodeState writes the state of an account after some record, with the time of that record.
func EncodeState(at acd.Time, s account.State) []byte {
	return stateForm.append(AppendHeader(make([]byte, 0, room(s)), at), &s)
}

// room estimates how many bytes a state takes, so that the text of a large one need not be moved while it grows.
func room(s account.State) int {
	n := 1 << 12
	for _, i := range s.Instances {
		n += 1<<12 + 768*len(i.Routing.Contacts) + 384*len(i.Routing.Agents) + 640*len(i.Directory.Users)
	}
	return n
}

// DecodeState reads what EncodeState of this or an earlier release wrote.
func DecodeState(text []byte) (at acd.Time, s account.State, err error) {
	at, rest, err := readHeader(text)
	if err != nil {
		return 0, s, fmt.Errorf("read state: %w", err)
	}
	if s, err = stateForm.take(rest, wordsOfState); err != nil {
		return 0, account.State{}, fmt.Errorf("read state: %w", err)
	}
	return at, s, nil
}

// Hash stands for a state: two accounts in the same state have the same.
func Hash(s account.State) [32]byte {
	return sha256.Sum256(stateForm.append(make([]byte, 0, room(s)), &s))
}

// EncodeContact writes a contact as the archive keeps it: the version, then its members.
func EncodeContact(c acd.Contact) []byte {
	dst := strconv.AppendInt(make([]byte, 0, 1024), Version, 10)
	return contactForm.append(append(dst, ' '), &c)
}

// DecodeContact reads what EncodeContact of this or an earlier release wrote.
func DecodeContact(text []byte) (acd.Contact, error) {
	word, rest, _ := bytes.Cut(text, []byte{' '})
	if err := checkVersion(word); err != nil {
		return acd.Contact{}, fmt.Errorf("read contact: %w", err)
	}
	c, err := contactForm.take(rest, wordsOfRecord)
	if err != nil {
		return acd.Contact{}, fmt.Errorf("read contact: %w", err)
	}
	return c, nil
}
