package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
)

// office copies the example to a place where it can be changed, and returns its file.
func (w *world) office() string {
	w.Helper()
	if err := os.CopyFS(w.file("office"), os.DirFS("../../examples")); err != nil {
		w.Fatal(err)
	}
	return w.file("office/instance.yaml")
}

// edit replaces words in a file, each of which must be there.
func (w *world) edit(file string, pairs ...string) {
	w.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		w.Fatal(err)
	}
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(string(text), pairs[i]) {
			w.Fatalf("%s has no %q", file, pairs[i])
		}
		text = []byte(strings.ReplaceAll(string(text), pairs[i], pairs[i+1]))
	}
	if err := os.WriteFile(file, text, 0o600); err != nil {
		w.Fatal(err)
	}
}

// folder returns all that a folder holds, by path.
func (w *world) folder(name string) map[string]string {
	w.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(w.file(name), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		all[strings.TrimPrefix(path, w.file(name))] = string(text)
		return err
	})
	if err != nil {
		w.Fatal(err)
	}
	return all
}

// same demands that two folders hold the same.
func (w *world) same(a, b string) {
	w.Helper()
	one, other := w.folder(a), w.folder(b)
	for path := range one {
		if one[path] != other[path] {
			w.Errorf("%s: %s holds\n%s\n%s holds\n%s", path, a, one[path], b, other[path])
		}
	}
	if len(one) != len(other) || len(one) < 3 {
		w.Errorf("%s holds %d files, %s %d", a, len(one), b, len(other))
	}
}

const nothing = "Nothing to change.\n"

// An instance is made from the example, and made again nothing changes. Three changes are planned and made, and what
// is made is read back.
func TestApply(t *testing.T) {
	w := newWorld(t)
	s := w.start("dev", "--empty")
	at := []string{"--endpoint", "http://" + s.address}
	file := w.office()
	if plan := w.must("apply", file, "--plan", at[0], at[1]); !strings.Contains(plan,
		"+ instance tidewater\n") || !strings.Contains(plan, "+ queue Support\n") {
		t.Errorf("the first plan is\n%s", plan)
	}
	if ids, err := s.instances(); err != nil || len(ids) != 0 {
		t.Fatalf("a plan has made %v (%v)", ids, err)
	}
	w.must("apply", file, at[0], at[1])
	if again := w.must("apply", file, at[0], at[1]); again != nothing {
		t.Errorf("applied again:\n%s", again)
	}
	w.edit(file, "maxContacts: 50", "maxContacts: 60", "level: 3", "level: 4", "[English, French, German]",
		"[English, French, German, Dutch]")
	w.edit(w.file("office/flows/inbound.json"), "Nobody is in.", "Nobody is here.")
	want := `~ predefined attribute Language
    values: [English, French, German] -> [Dutch, English, French, German]
~ queue Support
    maxContacts: 50 -> 60
~ user bob
    proficiencies:
      - {attribute: Product, value: Sails, level: 3}
      + {attribute: Product, value: Sails, level: 4}
~ flow Inbound
    content: as in flows/inbound.json
0 to create, 4 to change, 0 to delete.
`
	for _, flags := range [][]string{{"--plan"}, {"--plan"}, nil} {
		if got := w.must(append([]string{"apply", file, at[0], at[1]}, flags...)...); got != want {
			t.Errorf("%v:\n%s", flags, got)
		}
	}
	if again := w.must("apply", file, at[0], at[1]); again != nothing {
		t.Errorf("applied again:\n%s", again)
	}
	ids, err := s.instances()
	if err != nil {
		t.Fatal(err)
	}
	found, err := s.sdk().SearchQueues(t.Context(), &sdk.SearchQueuesInput{InstanceId: &ids[0]})
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range found.Queues {
		if aws.ToString(q.Name) == "Support" && aws.ToInt32(q.MaxContacts) != 60 {
			t.Errorf("the queue is %+v", q)
		}
	}
	s.stop()
}

// Whoever may only read can pull, with keys as Amazon Connect's; who may write can apply.
func TestPullWithKeys(t *testing.T) {
	w := newWorld(t)
	writer, writerSecret := w.key(w.file("data"), "--role", "admin")
	reader, readerSecret := w.key(w.file("data"), "--role", "read-only")
	as := func(id, secret string) {
		t.Setenv("AWS_ACCESS_KEY_ID", id)
		t.Setenv("AWS_SECRET_ACCESS_KEY", secret)
	}
	as(writer, writerSecret)
	s := w.start("serve", "--data", w.file("data"))
	t.Setenv("AWS_ENDPOINT_URL_CONNECT", "http://"+s.address)
	file := w.office()
	w.must("apply", file, "--region", "us-east-1") // there, as AWS's own tools
	as(reader, readerSecret)
	w.must("pull", w.file("pulled/instance.yaml"), "--region", "us-east-1")
	again := w.must("apply", w.file("pulled/instance.yaml"), "--endpoint", "", "--region", "us-east-1")
	if again != nothing {
		t.Errorf("what was pulled differs:\n%s", again)
	}
	w.edit(file, "maxContacts: 50", "maxContacts: 51")
	code, _, said := w.run("apply", file, "--endpoint", "", "--region", "us-east-1")
	if code != exitFault || !strings.Contains(said, "queue Support: UpdateQueueMaxContacts: AccessDeniedException") {
		t.Errorf("changed by a reader: exit %d, %s", code, said)
	}
	s.stop()
}

// What one server has, written to a file and made on another, is the same there. Amazon Connect's own is read alike.
func TestExport(t *testing.T) {
	w := newWorld(t)
	password := w.write("password", "Change-me-3\n")
	first, other := w.start("dev", "--empty"), w.start("dev", "--empty", "--seed", "2")
	w.must("apply", w.office(), "--endpoint", "http://"+first.address)
	w.must("export", w.file("first/instance.yaml"), "--endpoint", "http://"+first.address)
	w.must("apply", w.file("first/instance.yaml"), "--endpoint", "http://"+other.address, "--password-file", password)
	again := w.must("apply", w.file("first/instance.yaml"), "--endpoint", "http://"+other.address)
	if again != nothing {
		t.Errorf("applied again:\n%s", again)
	}
	w.must("export", w.file("other/instance.yaml"), "--endpoint", "http://"+other.address)
	w.same("first", "other")
	t.Setenv("AWS_ENDPOINT_URL_CONNECT", "http://"+other.address)
	t.Setenv("AWS_ACCESS_KEY_ID", "test")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "test")
	w.must("pull", w.file("pulled/instance.yaml"), "--region", "us-east-1", "--instance", "tidewater")
	w.same("pulled", "other")
	code, _, said := w.run("pull", w.file("pulled/instance.yaml"), "--region", "us-east-1")
	if code != exitFault || !strings.Contains(said, "is there already") {
		t.Errorf("pulled over a file: exit %d, %s", code, said)
	}
	for path, text := range w.folder("first") {
		if strings.Contains(text, "arn:aws") && !strings.Contains(path, "schema") {
			t.Errorf("%s holds an ARN:\n%s", path, text)
		}
	}
	first.stop()
	other.stop()
}
