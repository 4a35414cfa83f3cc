package tidy

import (
	"bytes"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"
)

// module is the name of the project's Go module, which begins the import path of every room.
const module = "patchcord"

// A tree is the checkout as the rules see it. Paths are relative to its root and use slashes.
type tree struct {
	fset    *token.FileSet
	folders []string  // every folder but the root
	texts   []text    // every text file, Go included
	sources []*source // every Go file that the go command would look at
	broken  []finding // where the syntax of a Go file ends
}

// A text is a file that people read: valid UTF-8 without a zero byte.
type text struct {
	path string
	body string
}

// A source is a parsed Go file.
type source struct {
	text
	dir    string
	test   bool
	syntax *ast.File
}

// load reads a checkout. What .gitignore names is no part of the project and is left out.
func load(root fs.FS) (*tree, error) {
	ignored, err := readIgnored(root)
	if err != nil {
		return nil, err
	}
	t := &tree{fset: token.NewFileSet()}
	err = fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist): // removed while we walk
			return nil
		case err != nil:
			return err
		case name == ".":
			return nil
		case name == ".git" || ignored.match(name):
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case entry.IsDir():
			t.folders = append(t.folders, name)
			return nil
		case !entry.Type().IsRegular():
			return nil
		}
		return t.read(root, name)
	})
	if err != nil {
		return nil, fmt.Errorf("walk the tree: %w", err)
	}
	return t, nil
}

// read adds one file to the tree.
func (t *tree) read(root fs.FS, name string) error {
	body, err := fs.ReadFile(root, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if !utf8.Valid(body) || bytes.IndexByte(body, 0) >= 0 {
		return nil
	}
	t.texts = append(t.texts, text{path: name, body: string(body)})
	if strings.HasSuffix(name, ".go") && !hidden(name) {
		t.parse(text{path: name, body: string(body)})
	}
	return nil
}

// parse adds a Go file to the sources; one that does not parse is noted instead.
func (t *tree) parse(x text) {
	file, err := parser.ParseFile(t.fset, x.path, x.body, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.broken = append(t.broken, in(x.path, 1, "the file does not parse; mend it first: %v", err))
		return
	}
	t.sources = append(t.sources, &source{
		text:   x,
		dir:    path.Dir(x.path),
		test:   strings.HasSuffix(x.path, "_test.go"),
		syntax: file,
	})
}

// parses is the rule that every Go file can be read at all.
func parses(t *tree) []finding { return t.broken }

// plain returns the sources that are no tests.
func (t *tree) plain() []*source {
	return slices.DeleteFunc(slices.Clone(t.sources), func(s *source) bool { return s.test })
}

// hidden reports whether the go command passes the file over.
func hidden(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if part == "testdata" || part == "vendor" || part[0] == '_' || part[0] == '.' {
			return true
		}
	}
	return false
}

// An ignoreList holds the patterns of .gitignore, of which we use two forms: /name at the root, and *.ending anywhere.
type ignoreList []string

// readIgnored reads the patterns at the root of the tree.
func readIgnored(root fs.FS) (ignoreList, error) {
	body, err := fs.ReadFile(root, ".gitignore")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read ignored names: %w", err)
	}
	return strings.Fields(string(body)), nil
}

// match reports whether the name is one of those that are left out.
func (l ignoreList) match(name string) bool {
	return slices.ContainsFunc(l, func(pattern string) bool {
		pattern = strings.TrimSuffix(pattern, "/")
		subject := path.Base(name)
		if strings.HasPrefix(pattern, "/") {
			pattern, subject = pattern[1:], name
		}
		ok, err := path.Match(pattern, subject)
		return ok && err == nil
	})
}

// imported returns the name under which the file knows an import path, and whether it imports it. A dot import is
// known as ".".
func (s *source) imported(importPath string) (string, bool) {
	for _, spec := range s.syntax.Imports {
		if pathOf(spec) != importPath {
			continue
		}
		if spec.Name != nil {
			return spec.Name.Name, true
		}
		return path.Base(strings.TrimSuffix(importPath, "/v2")), true
	}
	return "", false
}

// selected returns the name that an expression such as time.Now picks from the package of the import path, else "".
func (s *source) selected(e ast.Node, importPath string) string {
	sel, ok := e.(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	x, ok := sel.X.(*ast.Ident)
	if !ok {
		return ""
	}
	if name, ok := s.imported(importPath); ok && name == x.Name {
		return sel.Sel.Name
	}
	return ""
}

// pathOf returns the import path of an import.
func pathOf(spec *ast.ImportSpec) string { return strings.Trim(spec.Path.Value, "\"`") }
