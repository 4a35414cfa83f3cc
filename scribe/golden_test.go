package scribe

import (
	"bytes"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"patchcord/account"
	"patchcord/acd"
)

var rewrite = flag.Bool("rewrite", false, "write goldens for kinds that have none; those that are there stay")

// golden is the folder that holds one of each thing ever written. Its files are a promise: they are added to, never
// changed. A second form of a kind, with members that the first does not have, is a file more: Kind.2.txt.
const golden = "testdata/golden"

// TestGoldens reads everything that was ever written, writes it again and expects the same.
func TestGoldens(t *testing.T) {
	if *rewrite {
		addGoldens(t)
	}
	files, err := filepath.Glob(filepath.Join(golden, "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name, _, _ := strings.Cut(filepath.Base(file), ".")
		seen[name] = true
		again, err := copyOf(name, text)
		if err != nil {
			t.Errorf("%s: %v", file, err)
		} else if !bytes.Equal(again, text) {
			t.Errorf("%s is written differently now:\n%s", file, again)
		}
	}
	for _, name := range slices.Concat(Kinds(), []string{"State", "Contact"}) {
		if !seen[name] {
			t.Errorf("%s has no golden: run go test ./scribe -rewrite and commit the new file", name)
		}
	}
}

// copyOf reads a golden and writes what it has read.
func copyOf(name string, text []byte) ([]byte, error) {
	switch name {
	case "State":
		at, s, err := DecodeState(text)
		return EncodeState(at, s), err
	case "Contact":
		c, err := DecodeContact(text)
		return EncodeContact(c), err
	}
	r, err := DecodeRecord(text)
	return EncodeRecord(r), err
}

// addGoldens writes what has no golden yet, with every member set.
func addGoldens(t *testing.T) {
	texts := map[string][]byte{
		"State":   EncodeState(1, full(reflect.TypeFor[account.State]()).Interface().(account.State)),
		"Contact": EncodeContact(full(reflect.TypeFor[acd.Contact]()).Interface().(acd.Contact)),
	}
	for n, body := range bodies(full) {
		e := acd.Event{At: 1767225600000, Instance: "8a1de7f0", Number: int64(n) + 1, Body: body}
		texts[kinds[n].name] = EncodeRecord(Record{At: e.At, Events: []acd.Event{e}})
	}
	for name, text := range texts {
		file := filepath.Join(golden, name+".txt")
		if _, err := os.Stat(file); err == nil {
			continue
		}
		if err := os.WriteFile(file, text, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// TestGoldensAreFull finds the members of events, states and contacts that no golden has.
func TestGoldensAreFull(t *testing.T) {
	var all []byte
	files, _ := filepath.Glob(filepath.Join(golden, "*.txt"))
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, text...)
	}
	seen := map[reflect.Type]bool{}
	for _, k := range kinds {
		findMembers(t, k.typ, all, seen)
	}
	findMembers(t, reflect.TypeFor[account.State](), all, seen)
}

func findMembers(t *testing.T, typ reflect.Type, all []byte, seen map[reflect.Type]bool) {
	switch typ.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		findMembers(t, typ.Elem(), all, seen)
	case reflect.Struct:
		if seen[typ] {
			return
		}
		seen[typ] = true
		for i := range typ.NumField() {
			f := typ.Field(i)
			if !f.Anonymous && !bytes.Contains(all, []byte(`"`+f.Name+`":`)) {
				t.Errorf("%v.%s is in no golden: add a file Kind.2.txt that has it", typ, f.Name)
			}
			findMembers(t, f.Type, all, seen)
		}
	}
}

// TestKindsAreComplete holds the list of kinds against the source of the dictionary.
func TestKindsAreComplete(t *testing.T) {
	var want []string
	files, err := filepath.Glob("../acd/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("the dictionary is not there: %v", err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		syntax, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range syntax.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil && f.Name.Name == "Nature" {
				want = append(want, f.Recv.List[0].Type.(*ast.Ident).Name)
			}
		}
	}
	if got := Kinds(); !slices.Equal(got, want) {
		t.Errorf("kinds are %v, the dictionary has %v: add to kinds what is new, and keep what is gone", got, want)
	}
}
