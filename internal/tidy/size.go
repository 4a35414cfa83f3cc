package tidy

import (
	"go/ast"
	"strings"
	"unicode/utf8"
)

// The lengths that a reader's eye and memory can hold. A test is a list of cases, so it may be longer.
const (
	functionLines     = 70
	functionLinesTest = 120
	fileLines         = 400
	fileLinesTest     = 600
	lineColumns       = 120
	interfaceMethods  = 3
)

// shortFunctions is the rule that a function fits on a screen, from its func to its closing brace.
func shortFunctions(t *tree) []finding {
	var found []finding
	for _, s := range t.sources {
		most := functionLines
		if s.test {
			most = functionLinesTest
		}
		ast.Inspect(s.syntax, func(n ast.Node) bool {
			pos, end := n, n
			switch n := n.(type) {
			case *ast.FuncDecl:
				pos = n.Type // the comment above is not counted
			case *ast.FuncLit:
			default:
				return true
			}
			lines := t.fset.Position(end.End()).Line - t.fset.Position(pos.Pos()).Line + 1
			if lines > most {
				found = append(found, t.at(pos.Pos(), "this function has %d lines, at most %d are read in one go: "+
					"give a part of it a name of its own", lines, most))
			}
			return lines > most
		})
	}
	return found
}

// shortFiles is the rule that a file is about one noun.
func shortFiles(t *tree) []finding {
	var found []finding
	for _, s := range t.sources {
		most := fileLines
		if s.test {
			most = fileLinesTest
		}
		if lines := strings.Count(s.body, "\n"); lines > most {
			found = append(found, in(s.path, most+1, "this file has %d lines, at most %d are about one thing: "+
				"move one of its nouns to a file of its own", lines, most))
		}
	}
	return found
}

// shortLines is the rule that two files fit beside each other. A tab counts as one column, as the compiler counts.
func shortLines(t *tree) []finding {
	var found []finding
	for _, s := range t.sources {
		number := 0
		for line := range strings.Lines(s.body) {
			number++
			if n := utf8.RuneCountInString(strings.TrimRight(line, "\r\n")); n > lineColumns {
				found = append(found, in(s.path, number, "this line has %d columns, at most %d: "+
					"break it, or move long text to a file in testdata", n, lineColumns))
			}
		}
	}
	return found
}

// smallInterfaces is the rule that an interface asks for what one user needs and no more.
func smallInterfaces(t *tree) []finding {
	var found []finding
	for _, s := range t.plain() {
		named := t.interfaces(s.dir)
		ast.Inspect(s.syntax, func(n ast.Node) bool {
			face, ok := n.(*ast.InterfaceType)
			if !ok {
				return true
			}
			if n := countMethods(face, named); n > interfaceMethods {
				found = append(found, t.at(face.Pos(), "this interface asks for %d methods, at most %d: "+
					"let each user declare the few that it calls", n, interfaceMethods))
			}
			return true
		})
	}
	return found
}

// interfaces returns the interfaces that a room declares, by name.
func (t *tree) interfaces(dir string) map[string]*ast.InterfaceType {
	named := map[string]*ast.InterfaceType{}
	for _, s := range t.plain() {
		if s.dir != dir {
			continue
		}
		ast.Inspect(s.syntax, func(n ast.Node) bool {
			if spec, ok := n.(*ast.TypeSpec); ok {
				if face, ok := spec.Type.(*ast.InterfaceType); ok {
					named[spec.Name.Name] = face
				}
			}
			return true
		})
	}
	return named
}

// countMethods counts what an interface asks for. One that it embeds counts in full where it is of the same room, and
// as one method where it is not.
func countMethods(face *ast.InterfaceType, named map[string]*ast.InterfaceType) int {
	count := 0
	for _, field := range face.Methods.List {
		switch typ := field.Type.(type) {
		case *ast.FuncType:
			count += len(field.Names)
		case *ast.Ident:
			if composed(face) {
				continue // a name for several small interfaces, each of which is counted where it stands
			}
			if inner := named[typ.Name]; inner != nil && inner != face {
				count += countMethods(inner, named)
			}
		case *ast.SelectorExpr:
			count++
		}
	}
	return count
}

// composed says whether an interface has no method of its own, only others put together.
func composed(face *ast.InterfaceType) bool {
	for _, field := range face.Methods.List {
		if len(field.Names) > 0 {
			return false
		}
	}
	return true
}
