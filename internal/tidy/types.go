package tidy

import (
	"bytes"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
)

// A knower finds out the types of rooms from their syntax. It goes on after an error: a half-built room, or files that
// exclude each other by build tags, still give the types of most expressions, and the compiler reports the rest.
type knower struct {
	tree    *tree
	outside types.Importer // for what is not ours; nil leaves the types of all imports unknown
	rooms   map[string]*types.Package
	info    *types.Info
}

// newKnower makes a knower for the tree.
func newKnower(t *tree, outside types.Importer) *knower {
	return &knower{
		tree:    t,
		outside: outside,
		rooms:   map[string]*types.Package{},
		info: &types.Info{
			Types: map[ast.Expr]types.TypeAndValue{},
			Defs:  map[*ast.Ident]types.Object{},
			Uses:  map[*ast.Ident]types.Object{},
		},
	}
}

// Import returns a package for another one that needs it: ours from its syntax, others as compiled.
func (k *knower) Import(importPath string) (*types.Package, error) {
	if k.outside == nil {
		return nil, errors.New("not asked for")
	}
	if dir, ours := strings.CutPrefix(importPath, module+"/"); ours {
		return k.room(dir), nil
	}
	return k.outside.Import(importPath)
}

// room learns the types of the room in a folder, tests aside.
func (k *knower) room(dir string) *types.Package {
	if p, ok := k.rooms[dir]; ok {
		return p
	}
	k.rooms[dir] = nil // a room that imports itself by a detour gets nothing
	var files []*ast.File
	for _, s := range k.tree.plain() {
		if s.dir == dir {
			files = append(files, s.syntax)
		}
	}
	p := k.learn(module+"/"+dir, files)
	k.rooms[dir] = p
	return p
}

// learn notes the types of the files of one package.
func (k *knower) learn(importPath string, files []*ast.File) *types.Package {
	goOn := func(error) {}
	conf := types.Config{Importer: k, Error: goOn, FakeImportC: true}
	p, _ := conf.Check(importPath, k.tree.fset, files, k.info) // the compiler reports what is wrong, and better
	p.MarkComplete()
	return p
}

// compiled returns an importer for packages that are not ours. It asks the go command, once, where their compiled
// forms are.
func compiled(fset *token.FileSet, importPaths []string) (types.Importer, error) {
	if len(importPaths) == 0 {
		return importer.Default(), nil // the go command would list the folder it runs in
	}
	args := append([]string{"list", "-export", "-f", "{{.ImportPath}} {{.Export}}", "--"}, importPaths...)
	cmd := exec.Command("go", args...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("list compiled packages: %w: %s", err, stderr.Bytes())
	}
	place := map[string]string{}
	for line := range strings.Lines(string(out)) {
		importPath, file, _ := strings.Cut(strings.TrimSpace(line), " ")
		place[importPath] = file
	}
	open := func(importPath string) (io.ReadCloser, error) { return os.Open(place[importPath]) }
	return importer.ForCompiler(fset, "gc", open), nil
}

// outsiders lists what the sources import that is not ours, each once and in order.
func outsiders(sources []*source) []string {
	var paths []string
	for _, s := range sources {
		for _, spec := range s.syntax.Imports {
			if p := pathOf(spec); p != "unsafe" && p != "C" && !strings.HasPrefix(p, module+"/") {
				paths = append(paths, p)
			}
		}
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}
