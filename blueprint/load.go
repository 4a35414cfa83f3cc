package blueprint

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// A Draft is a file that has been read: what it says, and what it names where.
type Draft struct {
	Blueprint
	mentions []mention
}

// Load reads a file and the files of flows that it names. The error is of the type Faults where the file is at fault.
func Load(file string) (*Draft, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	d, faults := parse(file, text)
	dir := filepath.Dir(file)
	for i := range d.Flows {
		faults = append(faults, d.Flows[i].Content.load(dir)...)
	}
	for i := range d.Modules {
		faults = append(faults, d.Modules[i].Content.load(dir)...)
	}
	if len(faults) > 0 {
		return nil, faults
	}
	d.settle()
	return d, nil
}

// load reads a file beside the blueprint.
func (f *File) load(dir string) Faults {
	if f.Path == "" {
		return nil // which has been said
	}
	path := f.Path
	if !filepath.IsAbs(path) {
		path = filepath.Join(dir, path)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return Faults{{f.at, "content: " + err.Error()}}
	}
	f.Text, f.from = string(text), path
	return checkJSON(path, text)
}

// parse reads the text of a file.
func parse(file string, text []byte) (*Draft, Faults) {
	d := &Draft{}
	r := &reader{file: file}
	decoder := yaml.NewDecoder(bytes.NewReader(text))
	var document, next yaml.Node
	switch err := decoder.Decode(&document); {
	case errors.Is(err, io.EOF):
		return d, Faults{{Position{file, 1, 1}, "the file is empty; begin with instance:"}}
	case err != nil:
		return d, Faults{syntaxFault(file, text, err)}
	}
	r.value(document.Content[0], reflect.ValueOf(&d.Blueprint).Elem(), member{name: "the file"})
	switch err := decoder.Decode(&next); {
	case err == nil:
		r.fault(&next, "a second document begins; give one instance a file")
	case !errors.Is(err, io.EOF):
		r.faults = append(r.faults, syntaxFault(file, text, err))
	}
	d.mentions = r.mentions
	return d, r.faults
}

var lineOfFault = regexp.MustCompile(`^yaml: line (\d+): `)

// syntaxFault gives a fault of the YAML its place. The library tells the line alone; the column is where that begins.
func syntaxFault(file string, text []byte, err error) Fault {
	at, words := Position{file, 1, 1}, strings.TrimPrefix(err.Error(), "yaml: ")
	if found := lineOfFault.FindStringSubmatch(err.Error()); found != nil {
		at.Line, _ = strconv.Atoi(found[1]) // it is digits
		words = strings.TrimPrefix(err.Error(), found[0])
	}
	if lines := strings.Split(string(text), "\n"); at.Line <= len(lines) {
		line := lines[max(at.Line, 1)-1]
		at.Column = 1 + len(line) - len(strings.TrimLeft(line, " "))
		if strings.HasPrefix(line[at.Column-1:], "\t") {
			words = "a tab stands here; indent with spaces"
		}
	}
	return Fault{at, fmt.Sprintf("this is no YAML: %s", words)}
}
