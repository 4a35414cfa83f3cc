package story

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
)

// Difference is an act whose answer is not what its story says.
type Difference struct {
	Line int
	Text string // the act as written
	Want []string
	Got  []string
}

// String shows the act with what was expected and what came.
func (d Difference) String() string {
	text := fmt.Sprintf("%d: %s\n", d.Line, d.Text)
	for _, line := range d.Want {
		if !slices.Contains(d.Got, line) {
			text += "  - " + line + "\n"
		}
	}
	for _, line := range d.Got {
		if slices.Contains(d.Want, line) {
			text += "    " + line + "\n"
		} else {
			text += "  + " + line + "\n"
		}
	}
	return text
}

// Check plays a story and returns it with the answers it got, and where they differ from those it holds. An error tells
// of a story that cannot be understood or played.
func Check(text string) (played string, differences []Difference, err error) {
	return CheckBeside(text, nil)
}

// CheckBeside checks a story that may name files beside it, as ParseBeside reads it.
func CheckBeside(text string, read func(name string) ([]byte, error)) (played string, differences []Difference,
	err error) {
	script, err := ParseBeside(text, read)
	if err != nil {
		return "", nil, err
	}
	after, err := Play(script)
	if err != nil {
		return "", nil, err
	}
	for i, act := range script.Acts {
		if got := after.Acts[i].Answer; !slices.Equal(act.Answer, got) {
			differences = append(differences, Difference{act.Line, act.Text, act.Answer, got})
		}
	}
	return Format(after), differences, nil
}

// CheckFiles checks stories in files and reports to out what differs. With rewrite it writes the answers into the files
// instead. It returns how many stories failed.
func CheckFiles(paths []string, rewrite bool, out io.Writer) (failed int, err error) {
	for _, path := range paths {
		ok, err := checkFile(path, rewrite, out)
		if err != nil {
			return failed, err
		}
		if !ok {
			failed++
		}
	}
	return failed, nil
}

func checkFile(path string, rewrite bool, out io.Writer) (ok bool, err error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return false, fmt.Errorf("read story: %w", err)
	}
	played, differences, err := CheckBeside(string(text), func(name string) ([]byte, error) {
		return os.ReadFile(filepath.Join(filepath.Dir(path), name))
	})
	if err != nil {
		_, err = fmt.Fprintf(out, "%s:%v\n", path, err)
		return false, err
	}
	if rewrite && played != string(text) {
		if err := os.WriteFile(path, []byte(played), 0o644); err != nil {
			return false, fmt.Errorf("rewrite story: %w", err)
		}
		return true, nil
	}
	for _, d := range differences {
		if _, err := fmt.Fprintf(out, "%s:%s", path, d); err != nil {
			return false, err
		}
	}
	return len(differences) == 0, nil
}
