package tidy

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// declaresNoInit is the rule that nothing runs because it was imported.
func declaresNoInit(t *tree) []finding {
	var found []finding
	for _, s := range t.sources {
		for _, d := range s.syntax.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
				found = append(found, t.at(f.Pos(), "init runs behind the reader's back: "+
					"make a constructor, and call it from main or from the test"))
			}
		}
	}
	return found
}

// keepsNoGlobals is the rule that a package has no state of its own. A variable that nobody writes after its
// declaration is a table or a sentinel, and welcome.
func keepsNoGlobals(t *tree) []finding {
	var found []finding
	k := newKnower(t, nil)
	for name, files := range t.packages() { // order does not show: findings are sorted
		globals := k.learn(name, files).Scope()
		for _, file := range files {
			found = append(found, t.sharedVars(file)...)
			for _, w := range writesIn(file) {
				if owned(k.info.Uses[w.to], globals) {
					found = append(found, t.at(w.to.Pos(), "%s is of package level and is %s here: "+
						"keep it in a struct that a constructor makes", w.to.Name, w.how))
				}
			}
		}
	}
	return found
}

// owned reports whether the object is a variable of the package with these globals, or another room, of whose variables
// one is reached through its name.
func owned(o types.Object, globals *types.Scope) bool {
	switch o := o.(type) {
	case *types.Var:
		return o.Parent() == globals
	case *types.PkgName:
		return strings.HasPrefix(o.Imported().Path(), module+"/")
	}
	return false
}

// packages returns the files of each package, a test package by itself.
func (t *tree) packages() map[string][]*ast.File {
	files := map[string][]*ast.File{}
	for _, s := range t.sources {
		name := fmt.Sprintf("%s/%s (%s)", module, s.dir, s.syntax.Name.Name)
		files[name] = append(files[name], s.syntax)
	}
	return files
}

// lazyTables make a lookup table when it is first asked for, and nobody can write it after that.
var lazyTables = []string{"OnceValue", "OnceValues"}

// sharedVars finds the package-level variables of a file that only make sense when they change: locks and channels.
func (t *tree) sharedVars(file *ast.File) []finding {
	var found []finding
	for _, d := range file.Decls {
		decl, ok := d.(*ast.GenDecl)
		if !ok || decl.Tok != token.VAR {
			continue
		}
		ast.Inspect(decl, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncLit:
				return false
			case *ast.ChanType:
				found = append(found, t.at(n.Pos(), "a package-level channel is state that all share: "+
					"keep it in a struct that a constructor makes"))
			case *ast.SelectorExpr:
				x, ok := n.X.(*ast.Ident)
				if ok && (x.Name == "sync" || x.Name == "atomic") && !slices.Contains(lazyTables, n.Sel.Name) {
					found = append(found, t.at(n.Pos(), "a package-level %s.%s guards state that all share: "+
						"keep both in a struct that a constructor makes", x.Name, n.Sel.Name))
				}
			}
			return true
		})
	}
	return found
}

// A write is a place where a variable may get another value.
type write struct {
	to  *ast.Ident
	how string
}

// writesIn lists the writes of a file, whatever they write to.
func writesIn(file *ast.File) []write {
	var writes []write
	note := func(how string, targets ...ast.Expr) {
		for _, e := range targets {
			if id := base(e); id != nil {
				writes = append(writes, write{id, how})
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if n.Tok != token.DEFINE {
				note("assigned", n.Lhs...)
			}
		case *ast.IncDecStmt:
			note("counted", n.X)
		case *ast.RangeStmt:
			if n.Tok == token.ASSIGN {
				note("assigned", n.Key, n.Value)
			}
		case *ast.UnaryExpr:
			if id, ok := n.X.(*ast.Ident); ok && n.Op == token.AND {
				note("given away by its address", id)
			}
		case *ast.CallExpr:
			if f, ok := n.Fun.(*ast.Ident); ok && slices.Contains([]string{"clear", "copy", "delete"}, f.Name) {
				note("changed", n.Args[:min(1, len(n.Args))]...)
			}
		}
		return true
	})
	return writes
}

// base returns the variable whose value changes when the expression is assigned to, nil where there is none.
func base(e ast.Expr) *ast.Ident {
	for {
		switch x := e.(type) {
		case *ast.Ident:
			return x
		case *ast.IndexExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		case *ast.SelectorExpr:
			e = x.X
		case *ast.SliceExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		default:
			return nil
		}
	}
}
