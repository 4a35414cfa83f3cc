package journal

import (
	"errors"
	"fmt"
	"strings"
	"syscall"

	"github.com/ncruces/go-sqlite3"
)

// An Error is one of the reasons a caller may want to tell apart, by errors.Is.
type Error string

// Error returns the reason as a phrase.
func (e Error) Error() string { return string(e) }

// The reasons.
const (
	ErrFull    = Error("the disk is full")
	ErrDisk    = Error("the disk does not answer as it should")
	ErrStopped = Error("an earlier write had an unknown outcome, only a restart can tell")
	ErrClosed  = Error("the journal is closed")
	ErrTrimmed = Error("the record has been trimmed")
	ErrDamaged = Error("the journal is damaged")
	ErrLocked  = Error("the journal is in use")
)

// A Loss is the refusal of a journal that does not hold, or cannot prove, what
// it once acknowledged. Nothing has been changed when it is returned.
type Loss struct {
	Dir    string
	From   int64 // first record that is lost
	To     int64 // last record that is known to be lost, 0 if none is
	Reason string
}

// Error names what is lost and the command that accepts it.
func (l *Loss) Error() string {
	what := fmt.Sprintf("records %d to %d of %s are lost", l.From, l.To, l.Dir)
	switch {
	case l.To == 0:
		what = fmt.Sprintf("records from %d on of %s may be lost", l.From, l.Dir)
	case l.To <= l.From:
		what = fmt.Sprintf("record %d of %s is lost", l.From, l.Dir)
	}
	return fmt.Sprintf("%s: %s; restore a backup, or accept the loss by name: "+
		"patchcord journal accept-loss --data %s --from %d", what, l.Reason, quote(l.Dir), l.From)
}

// Unwrap makes a Loss an ErrDamaged.
func (l *Loss) Unwrap() error { return ErrDamaged }

// quote makes a path safe to paste into a shell.
func quote(path string) string {
	special := func(r rune) bool {
		return r < '+' || r > 'z' || strings.ContainsRune(":;<=>?@[\\]^`", r)
	}
	if path != "" && strings.IndexFunc(path, special) < 0 {
		return path
	}
	return "'" + strings.ReplaceAll(path, "'", `'\''`) + "'"
}

// explain gives an error of SQLite or of the system its reason.
func explain(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, sqlite3.FULL), errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return fmt.Errorf("%w: %w", ErrFull, err)
	case errors.Is(err, sqlite3.IOERR), errors.Is(err, syscall.EIO):
		return fmt.Errorf("%w: %w", ErrDisk, err)
	case errors.Is(err, sqlite3.CORRUPT), errors.Is(err, sqlite3.NOTADB):
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return err
}
