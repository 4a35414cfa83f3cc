package connect

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/aws/smithy-go/document"
)

// passedOver are the members of inputs that are checked by the table and then not read, with the reason why: those of
// an operation, and names by which nothing below any input is read.
func passedOver() map[string]string {
	return map[string]string{
		"CreateContactFlowVersion.LastModifiedRegion": "it tells of a copy between regions (A0212)",
		"CreateContactFlowVersion.LastModifiedTime":   "it tells of a copy between regions (A0212)",
		"StartChatContact.ParticipantConfiguration":   "no messages are kept (A0076)",
		"StartWebRTCContact.AllowedCapabilities":      "no media is carried (A0131)",

		"AwaitAnswerMachinePrompt": "the media's side tells who has answered",
		"ConditionType":            "NOT_EXISTS is its only word",
		"FileName":                 "files are refused",
		"Headers":                  "texts of emails are not kept (A0076)",
		"MessageTemplateId":        "no messages are kept (A0076)",
		"S3Url":                    "files are refused",
		"TemplateAttributes":       "no messages are kept (A0076)",
	}
}

// readings are what the code of this package reads: members of whole inputs, and the names of all members of anything.
type readings struct {
	inputs map[string]bool // "CreateQueueInput.Name"
	names  map[string]bool
}

// readCode goes through the code, without the tests.
func readCode(t *testing.T) readings {
	t.Helper()
	r := readings{map[string]bool{}, map[string]bool{}}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				r.readInputs(n)
			case *ast.SelectorExpr:
				r.names[n.Sel.Name] = true
			}
			return true
		})
	}
	return r
}

// readInputs notes which members of its inputs a function reads.
func (r readings) readInputs(f *ast.FuncDecl) {
	inputs := map[string]string{} // by the name of the parameter
	for _, p := range f.Type.Params.List {
		star, _ := p.Type.(*ast.StarExpr)
		if star == nil {
			continue
		}
		if of, ok := star.X.(*ast.SelectorExpr); ok && strings.HasSuffix(of.Sel.Name, "Input") {
			for _, name := range p.Names {
				inputs[name.Name] = of.Sel.Name
			}
		} else if of, ok := star.X.(*ast.Ident); ok && strings.HasSuffix(of.Name, "Input") {
			for _, name := range p.Names {
				inputs[name.Name] = of.Name
			}
		}
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if x, ok := n.X.(*ast.Ident); ok && inputs[x.Name] != "" {
				r.inputs[inputs[x.Name]+"."+n.Sel.Name] = true
			}
		case *ast.CallExpr: // clientToken reads the token of any input
			if name, ok := n.Fun.(*ast.Ident); ok && name.Name == "clientToken" {
				if x, ok := n.Args[0].(*ast.Ident); ok && inputs[x.Name] != "" {
					r.inputs[inputs[x.Name]+".ClientToken"] = true
				}
			}
		}
		return true
	})
}

// TestNothingIsPassedOver demands that every member of every input that is served is read somewhere, or that there is a
// reason why not: what is sent and means something must not vanish in silence.
func TestNothingIsPassedOver(t *testing.T) {
	code, reasons, needed := readCode(t), passedOver(), map[string]bool{}
	seen := map[reflect.Type]bool{}
	for _, row := range rowsOf(nil) {
		for i := range row.in.NumField() {
			f := row.in.Field(i)
			if !f.IsExported() {
				continue
			}
			full := row.operation + "." + f.Name
			if !code.inputs[row.in.Name()+"."+f.Name] {
				if needed[full] = true; reasons[full] == "" {
					t.Errorf("%s is not read; honour it, refuse it, or give a reason", full)
				}
				continue
			}
			code.walk(f.Type, seen, func(in reflect.Type, name string) {
				if needed[name] = true; reasons[name] == "" {
					t.Errorf("%s of %s, in %s, is not read; honour it, refuse it, or give a reason", name, in, full)
				}
			})
		}
	}
	for name := range reasons { // order does not show: each stands alone
		if !needed[name] {
			t.Errorf("%s is read after all: strike the reason", name)
		}
	}
}

// walk tells of the members below a type that nobody reads.
func (r readings) walk(t reflect.Type, seen map[reflect.Type]bool, tell func(in reflect.Type, name string)) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		r.walk(t.Elem(), seen, tell)
	case reflect.Struct:
		if seen[t] || t == reflect.TypeFor[time.Time]() || t == reflect.TypeFor[document.NoSerde]() {
			return
		}
		seen[t] = true
		for i := range t.NumField() {
			f := t.Field(i)
			switch {
			case !f.IsExported():
			case !r.names[f.Name]:
				tell(t, f.Name)
			default:
				r.walk(f.Type, seen, tell)
			}
		}
	}
}
