package main

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/smithy-go/middleware"

	"patchcord/blueprint"
)

// asks notes what a client asks for: the operations, and which members of their inputs are given.
type asks struct {
	mu     sync.Mutex
	inputs map[string]reflect.Type
	given  map[string]bool // "CreateQueue", "CreateQueue.Name"
}

// client returns Amazon's client of a server, whose requests are noted.
func (a *asks) client(s *running) *sdk.Client {
	note := middleware.InitializeMiddlewareFunc("note", func(ctx context.Context, in middleware.InitializeInput,
		next middleware.InitializeHandler,
	) (middleware.InitializeOutput, middleware.Metadata, error) {
		a.mu.Lock()
		v := reflect.ValueOf(in.Parameters).Elem()
		name := strings.TrimSuffix(v.Type().Name(), "Input")
		a.inputs[name], a.given[name] = v.Type(), true
		a.see(name, v)
		a.mu.Unlock()
		return next.HandleInitialize(ctx, in)
	})
	return sdk.New(sdk.Options{BaseEndpoint: aws.String("http://" + s.address), Region: "us-east-1",
		Credentials: given("test", "test"), APIOptions: []func(*middleware.Stack) error{
			func(stack *middleware.Stack) error { return stack.Initialize.Add(note, middleware.After) }}})
}

// see notes the members of a value that are given, at any depth.
func (a *asks) see(path string, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		a.see(path, v.Elem())
	case reflect.Slice:
		for i := range v.Len() {
			a.see(path, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && !v.Field(i).IsZero() {
				a.given[path+"."+f.Name] = true
				a.see(path+"."+f.Name, v.Field(i))
			}
		}
	}
}

// membersOf lists all members of a type, at any depth.
func membersOf(path string, of reflect.Type) []string {
	for of.Kind() == reflect.Pointer || of.Kind() == reflect.Slice {
		of = of.Elem()
	}
	if of.Kind() != reflect.Struct || of.PkgPath() == "time" {
		return nil
	}
	var all []string
	for i := range of.NumField() {
		if f := of.Field(i); f.IsExported() {
			all = append(all, path+"."+f.Name)
			all = append(all, membersOf(path+"."+f.Name, f.Type)...)
		}
	}
	return all
}

// apply makes an instance as a file says, by this client.
func (w *world) apply(client *sdk.Client, file string, o blueprint.Options) {
	w.Helper()
	draft, err := blueprint.Load(file)
	if err != nil {
		w.Fatal(err)
	}
	site := blueprint.NewSite(client)
	if site.Find(w.Context(), draft.Instance.Alias) != nil {
		if err := site.Found(w.Context(), draft.Instance, sleep); err != nil {
			w.Fatal(err)
		}
	}
	if err := site.Survey(w.Context()); err != nil {
		w.Fatal(err)
	}
	plan, err := blueprint.NewPlan(site, draft, o)
	if err != nil {
		w.Fatal(err)
	}
	if err := site.Make(w.Context(), plan); err != nil && !o.Prune {
		w.Fatal(err)
	}
}

// every copies the file that says everything to a place where it can be changed, and returns it.
func (w *world) every() string {
	w.Helper()
	if err := os.CopyFS(w.file("every"), os.DirFS("testdata/every")); err != nil {
		w.Fatal(err)
	}
	return w.file("every/every.yaml")
}

// configures matches the operations that change something.
var configures = regexp.MustCompile(`^(Create|Update|Put|BatchPut|Associate|Disassociate|Claim|Import|Release|Delete|` +
	`Tag|Untag)[A-Z]`)

// Whatever can be configured through an operation that is served can be said in a file, down to the last member, or
// testdata/unsaid.tsv tells why not.
func TestFilesSayEverything(t *testing.T) {
	w := newWorld(t)
	s := w.start("dev", "--empty")
	asked := &asks{inputs: map[string]reflect.Type{}, given: map[string]bool{}}
	client, file := asked.client(s), w.every()
	w.apply(client, file, blueprint.Options{})
	w.edit(file, w.otherwise()...)
	w.apply(client, file, blueprint.Options{})
	bare := w.write("bare.yaml", bare)
	w.apply(client, bare, blueprint.Options{Prune: true})
	unsaid := w.unsaid("testdata/unsaid.tsv")
	for _, operation := range w.served(s) {
		if !configures.MatchString(operation) {
			continue
		}
		if !asked.given[operation] {
			if !has(unsaid, operation) {
				t.Errorf("%s is never asked for by a file; let files say it, or testdata/unsaid.tsv why not", operation)
			}
			unsaid[operation] = true
			continue
		}
		for _, member := range membersOf(operation, asked.inputs[operation]) {
			if asked.given[member] {
				continue
			}
			why := false
			for line := range unsaid { // order does not show: each line is looked at
				if member == line || strings.HasPrefix(member, line+".") ||
					line[0] == '*' && strings.HasSuffix(member, line[1:]) {
					unsaid[line], why = true, true
				}
			}
			if !why {
				t.Errorf("%s is never given by a file; let files say it, or testdata/unsaid.tsv why not", member)
			}
		}
	}
	for _, line := range slices.Sorted(maps.Keys(unsaid)) {
		if !unsaid[line] {
			t.Errorf("testdata/unsaid.tsv: %s is not served, or a file says it", line)
		}
	}
	s.stop()
}

func has(lines map[string]bool, line string) bool {
	_, there := lines[line]
	return there
}

// otherwise lists what changes whatever can be changed in the file that says everything, from what to what.
func (w *world) otherwise() []string {
	w.Helper()
	text, err := os.ReadFile("testdata/otherwise.tsv")
	if err != nil {
		w.Fatal(err)
	}
	var pairs []string
	for line := range strings.Lines(string(text)) {
		from, to, _ := strings.Cut(strings.TrimSuffix(strings.ReplaceAll(line, `\n`, "\n"), "\n"), "\t")
		pairs = append(pairs, from, to)
	}
	return pairs
}

// unsaid reads why files do not say something.
func (w *world) unsaid(file string) map[string]bool {
	w.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		w.Fatal(err)
	}
	lines := map[string]bool{}
	for line := range strings.Lines(string(text)) {
		name, why, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if has(lines, name) || !strings.HasSuffix(why, ".") {
			w.Errorf("%s: %q", file, line)
		}
		lines[name] = false
	}
	return lines
}

// served lists the operations that a server answers.
func (w *world) served(s *running) []string {
	w.Helper()
	_, answer := s.fetch("GET", "/patchcord/v1/operations", "")
	var out struct {
		Operations []struct {
			Operation string
			Served    bool
		}
	}
	if err := json.Unmarshal([]byte(answer), &out); err != nil {
		w.Fatal(fmt.Errorf("%w: %.200s", err, answer))
	}
	var names []string
	for _, o := range out.Operations {
		if o.Served {
			names = append(names, o.Operation)
		}
	}
	return names
}

const bare = `
instance: {alias: every}
predefinedAttributes: []
hours: [{name: Office, timeZone: UTC, open: []}]
hierarchyGroups: []
securityProfiles: []
queues: [{name: BasicQueue, hours: Basic Hours, emailAddresses: [], quickConnects: []}]
routingProfiles:
  - name: Basic Routing Profile
    description: one
    defaultOutboundQueue: BasicQueue
    concurrency: [{channel: VOICE, max: 1}]
users: []
prompts: []
flowModules: []
flows: []
quickConnects: []
phoneNumbers: []
taskTemplates: []
storage: []
lambdaFunctions: []
analyticsDataSets: []
`
