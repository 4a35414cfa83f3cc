package courier

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// markSuffix ends the names of the files that say what a taker has had.
const markSuffix = ".mark"

// readMark returns the place that a carrier has noted, false if it has noted none.
func readMark(dir, name string) (at place, ok bool, err error) {
	text, err := os.ReadFile(filepath.Join(dir, name+markSuffix))
	if errors.Is(err, fs.ErrNotExist) {
		return at, false, nil
	}
	if err != nil {
		return at, false, fmt.Errorf("read mark: %w", err)
	}
	var sum uint32
	line := strings.TrimSuffix(string(text), "\n")
	if _, err := fmt.Sscanf(line, "%d %d %d %08x", &at.segment, &at.offset, &at.event, &sum); err != nil ||
		line != markOf(at) {
		return place{}, false, fmt.Errorf("read mark: %s says %.60q, which is no place; remove it to deliver from now on",
			name+markSuffix, line)
	}
	return at, true, nil
}

// markOf writes a place, with a checksum of it.
func markOf(at place) string {
	text := fmt.Sprintf("%d %d %d", at.segment, at.offset, at.event)
	return fmt.Sprintf("%s %08x", text, sumOf([]byte(text)))
}

// writeMark notes a place. It replaces the file, so that there is always one that is whole.
func writeMark(dir, name string, at place) error {
	path := filepath.Join(dir, name+markSuffix)
	file, err := os.OpenFile(path+".new", os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return fmt.Errorf("write mark: %w", err)
	}
	_, err = file.WriteString(markOf(at) + "\n")
	if err = errors.Join(err, file.Sync(), file.Close()); err != nil {
		return fmt.Errorf("write mark: %w", err)
	}
	if err := os.Rename(path+".new", path); err != nil {
		return fmt.Errorf("write mark: %w", err)
	}
	return nil
}

// dropMarks removes the marks of those to whom nothing is delivered any more, and returns their names.
func dropMarks(dir string, kept map[string]bool) (dropped []string, err error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*"+markSuffix))
	if err != nil {
		return nil, fmt.Errorf("look for marks: %w", err)
	}
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), markSuffix)
		if kept[name] {
			continue
		}
		if err := os.Remove(path); err != nil {
			return dropped, fmt.Errorf("remove mark: %w", err)
		}
		dropped = append(dropped, name)
	}
	return dropped, nil
}
