package blueprint

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/aws/smithy-go"

	"patchcord/acd"
)

// String returns a position as editors and terminals know it.
func (p Position) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// A Fault is something in a file that cannot be.
type Fault struct {
	At   Position
	Text string
}

// Error is part of error.
func (f Fault) Error() string { return f.At.String() + ": " + f.Text }

// Faults are all that is wrong with a file, in its order.
type Faults []Fault

// faultsShown bounds how many faults are told at once.
const faultsShown = 20

// Error is part of error.
func (f Faults) Error() string {
	slices.SortStableFunc(f, func(a, b Fault) int {
		return cmp.Or(strings.Compare(a.At.File, b.At.File), a.At.Line-b.At.Line, a.At.Column-b.At.Column)
	})
	var lines []string
	for i, one := range f {
		if i == faultsShown {
			lines = append(lines, fmt.Sprintf("and %d more", len(f)-i))
			break
		}
		lines = append(lines, one.Error())
	}
	return strings.Join(lines, "\n")
}

// code returns the name of the exception that a server has answered; empty where it has not answered.
func code(err error) string {
	var api smithy.APIError
	if errors.As(err, &api) {
		return api.ErrorCode()
	}
	return ""
}

// near returns the name that was probably meant, in words to be added to a sentence; empty where none is like it.
func near(given string, names []string) string {
	best := acd.Nearest(given, names, len(given)/3+2)
	if best == "" {
		return ""
	}
	return fmt.Sprintf("; do you mean %q?", best)
}
