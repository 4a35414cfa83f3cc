package connect

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

// A contactRow is a line of the table in docs/CONTACT.md: a member of a contact, what it comes from, and the test that
// shows it. No test: nothing here can bring it about, and the cause says why.
type contactRow struct{ member, cause, test string }

// contactTable reads the table.
func contactTable(t *testing.T) []contactRow {
	t.Helper()
	text, err := os.ReadFile("../docs/CONTACT.md")
	if err != nil {
		t.Fatal(err)
	}
	var rows []contactRow
	form := regexp.MustCompile("^\\| `([\\w.]+)` \\| (.+) \\| (?:`(Test\\w+)`|(never)) \\|$")
	for line := range strings.Lines(string(text)) {
		if m := form.FindStringSubmatch(strings.TrimSpace(line)); m != nil {
			rows = append(rows, contactRow{m[1], m[2], m[3]})
		} else if strings.HasPrefix(line, "| `") {
			t.Errorf("a line of docs/CONTACT.md is no row of its table: %s", line)
		}
	}
	return rows
}

// TestContactTable holds the table against the official client's type of a contact and against the tests that it names.
func TestContactTable(t *testing.T) {
	rows := contactTable(t)
	var told []string
	for _, r := range rows {
		told = append(told, r.member)
	}
	want := membersOf(reflect.TypeFor[types.Contact]())
	for _, member := range want {
		if !slices.Contains(told, member) {
			t.Errorf("docs/CONTACT.md does not tell where %s comes from, nor why it never comes", member)
		}
	}
	for i, member := range told {
		if !slices.Contains(want, member) {
			t.Errorf("docs/CONTACT.md tells of %s, which a contact does not have", member)
		}
		if slices.Contains(told[:i], member) {
			t.Errorf("docs/CONTACT.md tells of %s twice", member)
		}
	}
	shows := showingTests(t)
	for _, r := range rows {
		if r.test != "" && !slices.Contains(shows, r.test) {
			t.Errorf("%s is said to be shown by %s, but no test of that name calls newShown first", r.member, r.test)
		}
	}
	for _, test := range shows {
		if !slices.ContainsFunc(rows, func(r contactRow) bool { return r.test == test }) {
			t.Errorf("docs/CONTACT.md says of no member that %s shows it", test)
		}
	}
}

// showingTests lists the tests that begin with newShown, which holds them against the table.
func showingTests(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	form := regexp.MustCompile(`(?m)^func (Test\w+)\(t \*testing\.T\) \{\n\t\w+ := newShown\(t\)`)
	var names []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range form.FindAllStringSubmatch(string(text), -1) {
			names = append(names, m[1])
		}
	}
	return names
}

// membersOf lists the members of a type and of what is in them, by their paths. A type within itself is not opened
// again.
func membersOf(t reflect.Type) []string {
	var list []string
	open("", t, reflect.Value{}, nil, func(path string, _ reflect.Value) { list = append(list, path) })
	return list
}

// shownBy lists the members of a value that are there, by their paths.
func shownBy(v any) []string {
	var list []string
	open("", reflect.TypeOf(v), reflect.ValueOf(v), nil, func(path string, v reflect.Value) {
		if isThere(v) {
			list = append(list, path)
		}
	})
	return list
}

// isThere says whether a member has a value. A list or map must have something in it.
func isThere(v reflect.Value) bool {
	if k := v.Kind(); k == reflect.Slice || k == reflect.Map {
		return v.Len() > 0
	}
	return v.IsValid() && !v.IsZero()
}

// open visits the members of a type, and those of a value of it, if it is one. on are the types around.
func open(path string, t reflect.Type, v reflect.Value, on []reflect.Type, visit func(string, reflect.Value)) {
	switch t.Kind() {
	case reflect.Pointer:
		inner := reflect.Value{}
		if v.IsValid() && !v.IsNil() {
			inner = v.Elem()
		}
		open(path, t.Elem(), inner, on, visit)
	case reflect.Slice:
		open(path, t.Elem(), reflect.Value{}, on, visit)
		for i := range lengthOf(v) {
			open(path, t.Elem(), v.Index(i), on, visit)
		}
	case reflect.Map:
		open(path, t.Elem(), reflect.Value{}, on, visit)
		if lengthOf(v) > 0 {
			for _, key := range v.MapKeys() {
				open(path, t.Elem(), v.MapIndex(key), on, visit)
			}
		}
	case reflect.Interface:
		openUnion(path, t, v, on, visit)
	case reflect.Struct:
		openStruct(path, t, v, on, visit)
	}
}

func lengthOf(v reflect.Value) int {
	if !v.IsValid() {
		return 0
	}
	return v.Len()
}

// openUnion visits what the one union in a contact can be.
func openUnion(path string, t reflect.Type, v reflect.Value, on []reflect.Type, visit func(string, reflect.Value)) {
	if t != reflect.TypeFor[types.NextContactMetadata]() {
		panic("contacts have another union now: " + t.String())
	}
	var data types.NextContactMetadataMemberQuickConnectContactData
	inner := reflect.Value{}
	if v.IsValid() && !v.IsNil() {
		data = *v.Interface().(*types.NextContactMetadataMemberQuickConnectContactData)
		inner = reflect.ValueOf(data.Value)
	}
	path += ".QuickConnectContactData"
	visit(path, inner)
	open(path, reflect.TypeOf(data.Value), inner, on, visit)
}

func openStruct(path string, t reflect.Type, v reflect.Value, on []reflect.Type, visit func(string, reflect.Value)) {
	if t == reflect.TypeFor[time.Time]() || slices.Contains(on, t) {
		return
	}
	on = append(slices.Clip(on), t)
	for i := range t.NumField() {
		f := t.Field(i)
		if !f.IsExported() {
			continue
		}
		member := strings.TrimPrefix(path+"."+f.Name, ".")
		value := reflect.Value{}
		if v.IsValid() {
			value = v.Field(i)
		}
		visit(member, value)
		open(member, f.Type, value, on, visit)
	}
}
