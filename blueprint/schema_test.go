package blueprint

import (
	"encoding/json"
	"flag"
	"maps"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
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

// violations says how a value differs from a schema. It knows the words that Schema uses, and no others.
func violations(t *testing.T, schema map[string]any, value any, path string) (all []string) {
	t.Helper()
	wrong := func(what string) { all = append(all, path+": "+what) }
	kinds := map[string]bool{}
	switch v := value.(type) {
	case map[string]any:
		kinds["object"] = true
		known, _ := schema["properties"].(map[string]any)
		for name, member := range v { // order does not show: each stands alone
			switch of := known[name].(type) {
			case map[string]any:
				all = append(all, violations(t, of, member, path+"."+name)...)
			default:
				if below, ok := schema["additionalProperties"].(map[string]any); ok {
					all = append(all, violations(t, below, member, path+"."+name)...)
				} else {
					wrong("no member " + name)
				}
			}
		}
		required, _ := schema["required"].([]any)
		for _, name := range required {
			if _, given := v[name.(string)]; !given {
				wrong("lacks " + name.(string))
			}
		}
	case []any:
		kinds["array"] = true
		for i, entry := range v {
			all = append(all, violations(t, schema["items"].(map[string]any), entry, path+"["+strconv.Itoa(i)+"]")...)
		}
	case string:
		kinds["string"] = true
		if words, ok := schema["enum"].([]any); ok && !slices.Contains(words, any(v)) {
			wrong("is none of the words")
		}
		if pattern, ok := schema["pattern"].(string); ok && !regexp.MustCompile(pattern).MatchString(v) {
			wrong("does not match")
		}
		if least, ok := schema["minLength"].(float64); ok && len(v) < int(least) {
			wrong("is too short")
		}
	case bool:
		kinds["boolean"] = true
	case int:
		kinds["integer"] = true
	}
	if !kinds[schema["type"].(string)] {
		wrong("is no " + schema["type"].(string))
	}
	for word := range schema { // order does not show: each stands alone
		if !slices.Contains([]string{"$schema", "title", "description", "type", "properties", "additionalProperties",
			"required", "items", "enum", "pattern", "minLength"}, word) {
			t.Errorf("the schema has the word %s, which nothing here checks", word)
		}
	}
	return all
}

// The example and the file that says everything are as the schema says, which the first line of the example names; what
// Load refuses for its form, the schema refuses as well.
func TestFilesFitTheSchema(t *testing.T) {
	var schema map[string]any
	if err := json.Unmarshal(Schema(), &schema); err != nil {
		t.Fatal(err)
	}
	check := func(text string) []string {
		var value map[string]any
		if err := yaml.Unmarshal([]byte(text), &value); err != nil {
			t.Fatal(err)
		}
		return violations(t, schema, value, "")
	}
	for _, file := range []string{"../examples/instance.yaml", "../cmd/patchcord/testdata/every/every.yaml"} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		days := regexp.MustCompile(`(from|till): (\d{4}-\d\d-\d\d)`) // which YAML 1.1 takes for times, and editors do not
		for _, violation := range check(days.ReplaceAllString(string(text), `$1: "$2"`)) {
			t.Errorf("%s%s", file, violation)
		}
		if _, faults := parse(file, text); len(faults) > 0 {
			t.Error(faults)
		}
	}
	example, err := os.ReadFile("../examples/instance.yaml")
	if err != nil || !strings.HasPrefix(string(example), schemaLine+"../docs/instance.schema.json\n") {
		t.Errorf("the example does not name its schema (%v)", err)
	}
	for _, text := range []string{
		"queues: []\n", "instance: {}\n", head + "queus: []\n", head + "queues: Support\n", head + "queues: [Support]\n",
		head + "queues: [{hours: h}]\n", head + "queues: [{name: 7, hours: h}]\n", head + "queues: [{name: '', hours: h}]\n",
		head + "queues: [{name: a, hours: h, maxContacts: many}]\n", head + "queues: [{name: a, hours: h, status: ON}]\n",
		head + "queues: [{name: a, hours: h, tags: {x: true}}]\n", "instance: {alias: a, inboundCalls: 1}\n",
		head + "hours: [{name: a, timeZone: UTC, open: [{days: [MONDAY], from: 9am, to: '17:00'}]}]\n",
		head + "storage: [{data: CALLS, stream: x}]\n",
	} {
		if _, faults := parse("f", []byte(text)); len(check(text)) == 0 || len(faults) == 0 {
			t.Errorf("%q: the schema says %v, the reader %v", text, check(text), faults)
		}
	}
}
