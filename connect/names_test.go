package connect

import (
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// TestUnionsAreComplete reads the SDK's source: every member of the unions in names.go stands there. Reflection cannot
// list the structs behind an interface.
func TestUnionsAreComplete(t *testing.T) {
	found, err := build.Import("github.com/aws/aws-sdk-go-v2/service/connect/types", ".", build.FindOnly)
	if err != nil {
		t.Fatal(err)
	}
	source, err := parser.ParseFile(token.NewFileSet(), filepath.Join(found.Dir, "types.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range unions() {
		members := 0
		for _, declaration := range source.Decls {
			types, ok := declaration.(*ast.GenDecl)
			if !ok || types.Tok != token.TYPE {
				continue
			}
			name, isMember := strings.CutPrefix(types.Specs[0].(*ast.TypeSpec).Name.Name, u.of.Name()+"Member")
			if _, known := u.members[name]; isMember && !known {
				t.Errorf("the union %s lacks the member %s", u.of.Name(), name)
			} else if isMember {
				members++
			}
		}
		if members != len(u.members) {
			t.Errorf("the SDK's source has %d members of %s, names.go has %d", members, u.of.Name(), len(u.members))
		}
	}
}
