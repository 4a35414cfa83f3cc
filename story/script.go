package story

import (
	"fmt"
	"strings"

	"patchcord/acd"
	"patchcord/instance"
)

// Script is a story taken apart: its acts in their order, with everything else that is written between them.
type Script struct {
	Acts  []Act
	Below []string // comments and empty lines after the last act, as written
	rules instance.Options
}

// Act is one line of a story with what stands above it and what belongs to it.
type Act struct {
	Above  []string // comments and empty lines, as written
	Line   int      // counted from 1
	Text   string   // as written
	Body   []string // the indented lines, as written
	Answer []string // what happened, a line each, without the mark
	moment *acd.Duration
	deed   deed
}

// A deed is what a line asks for. A refusal (an *acd.Error) becomes part of the answer; any other error ends the play.
type deed func(*stage) error

// answerMark begins a line of an answer.
const answerMark = "  > "

// Format writes a story out, with the answers it holds.
func Format(s *Script) string {
	var b strings.Builder
	write := func(mark string, lines ...string) {
		for _, line := range lines {
			b.WriteString(mark)
			b.WriteString(line)
			b.WriteByte('\n')
		}
	}
	for i := range s.Acts {
		a := &s.Acts[i]
		write("", a.Above...)
		write("", a.Text)
		write("", a.Body...)
		write(answerMark, a.Answer...)
	}
	write("", s.Below...)
	return b.String()
}

// Fault is a place in a story that cannot be understood.
type Fault struct {
	Line   int // counted from 1
	Column int // counted from 1, in characters
	Reason string
}

// Error returns the place and the reason, as compilers write them.
func (f *Fault) Error() string { return fmt.Sprintf("%d:%d: %s", f.Line, f.Column, f.Reason) }
