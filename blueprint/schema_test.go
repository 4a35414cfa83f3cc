package blueprint

import (
	"flag"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
)

var rewriteSchema = flag.Bool("rewrite", false, "write docs/instance.schema.json anew")

// The schema that editors read is the form that Load reads.
func TestSchema(t *testing.T) {
	const file = "../docs/instance.schema.json"
	if *rewriteSchema {
		if err := os.WriteFile(file, Schema(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(file)
	if err != nil || string(text) != string(Schema()) {
		t.Errorf("%s is not what the form is now (%v); run go test ./blueprint -run Schema -rewrite", file, err)
	}
}

// Each member is explained, and nothing else is.
func TestAbout(t *testing.T) {
	words := map[string]bool{}
	for line := range strings.Lines(about) {
		name, text, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if words[name] || !strings.HasSuffix(text, ".") {
			t.Errorf("about.tsv: %q", line)
		}
		words[name] = true
	}
	seen := map[string]bool{}
	var visit func(at reflect.Type)
	visit = func(at reflect.Type) {
		for at.Kind() == reflect.Pointer || at.Kind() == reflect.Slice {
			at = at.Elem()
		}
		if at.Kind() != reflect.Struct {
			return
		}
		for _, m := range members(at) {
			seen[at.Name()+"."+m.name] = true
			visit(at.Field(m.index).Type)
		}
	}
	visit(reflect.TypeFor[Blueprint]())
	if !maps.Equal(words, seen) {
		t.Errorf("about.tsv explains %v; the form has %v", slices.Sorted(maps.Keys(words)), slices.Sorted(maps.Keys(seen)))
	}
}
