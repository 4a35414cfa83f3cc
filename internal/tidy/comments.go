package tidy

import (
	"go/ast"
	"go/token"
	"path"
	"regexp"
	"strings"
	"unicode"
)

var (
	debt         = regexp.MustCompile(`\b(TODO|FIXME|XXX)\b(\(#[0-9]+\))?`)
	sentenceEnd  = regexp.MustCompile(`[^.\s]{2,}[.!?][)"]?(\s|$)`)
	abbreviation = regexp.MustCompile(`\b(e\.g|i\.e|etc|cf)\.`)
)

// packageSentences is how many sentences a package comment has at least: what the room is for, what it never does,
// where to start reading.
const packageSentences = 3

// numbersDebts is the rule that what is left to do is an issue, and a comment only points at it.
func numbersDebts(t *tree) []finding {
	var found []finding
	for _, s := range t.sources {
		for line, words := range s.commentLines(t) {
			if m := debt.FindStringSubmatch(words); m != nil && m[2] == "" {
				found = append(found, in(s.path, line, "%s without an issue is forgotten: do it now, strike it, or write "+
					"%s(#number)", m[1], m[1]))
			}
		}
	}
	return found
}

// drawsNoBanners is the rule that files and functions divide the text, not lines of signs. A picture, which may need
// such lines, is indented by two spaces or a tab.
func drawsNoBanners(t *tree) []finding {
	var found []finding
	for _, s := range t.sources {
		for line, words := range s.commentLines(t) {
			body := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(words, "//"), "/*"), " ")
			if len(body) >= 4 && strings.ContainsRune("-=*#/~_+", rune(body[0])) &&
				strings.HasPrefix(body, strings.Repeat(body[:1], 4)) {
				found = append(found, in(s.path, line, "a banner divides this file: move the part to a file of its own, "+
					"or indent the picture"))
			}
		}
	}
	return found
}

// commentLines returns the lines of a file's comments, by line number.
func (s *source) commentLines(t *tree) map[int]string {
	lines := map[int]string{}
	for _, group := range s.syntax.Comments {
		for _, c := range group.List {
			first := t.fset.Position(c.Pos()).Line
			for i, words := range strings.Split(c.Text, "\n") {
				lines[first+i] = words
			}
		}
	}
	return lines
}

// introducesPackages is the rule that every room says at its door what it is for, what it never does, and where to
// start reading.
func introducesPackages(t *tree) []finding {
	var found []finding
	greeted := map[string]bool{}
	for _, s := range t.sources {
		if path.Base(s.path) != "doc.go" {
			continue
		}
		greeted[s.dir] = true
		words := abbreviation.ReplaceAllString(s.syntax.Doc.Text(), "")
		if n := len(sentenceEnd.FindAllString(words, -1)); n < packageSentences {
			found = append(found, t.at(s.syntax.Package, "the package comment has %d sentences, at least %d: "+
				"say what the room is for, what it never does, where to start reading", n, packageSentences))
		}
	}
	for _, s := range t.sources {
		if !greeted[s.dir] {
			greeted[s.dir] = true
			found = append(found, in(path.Join(s.dir, "doc.go"), 1, "the package has no doc.go: write one that says "+
				"what the room is for, what it never does, where to start reading"))
		}
	}
	return found
}

// commentsDeclarations is the rule that what others may use is explained where it is declared, in a sentence that
// begins with its name.
func commentsDeclarations(t *tree) []finding {
	var found []finding
	for _, s := range t.plain() {
		var above *ast.FuncDecl
		for _, d := range s.syntax.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				open := d.Name.IsExported() && ast.IsExported(receiver(d))
				if open && !explains(d.Doc, d.Name) && !t.continues(d, above) {
					found = append(found, t.uncommented(d.Name))
				}
				above = d
			case *ast.GenDecl:
				for _, name := range unexplained(d) {
					found = append(found, t.uncommented(name))
				}
			}
		}
	}
	return found
}

// continues reports whether a method belongs to a block of methods of one name, one a line, of which the first has the
// comment for all: what several types answer to the same question reads best as a table.
func (t *tree) continues(d, above *ast.FuncDecl) bool {
	return above != nil && d.Recv != nil && d.Doc == nil && d.Name.Name == above.Name.Name &&
		t.fset.Position(d.Pos()).Line == t.fset.Position(above.End()).Line+1
}

// uncommented makes the finding for a name without its comment.
func (t *tree) uncommented(name *ast.Ident) finding {
	return t.at(name.Pos(), "%s is exported without a comment that begins with its name: "+
		"say what it is in the world of contacts and agents, in whole sentences", name.Name)
}

// unexplained returns the exported names of a declaration that lack their comment. In a group of constants, of
// variables or of types that only rename another, one comment above the group, or one beside a member, is enough.
func unexplained(d *ast.GenDecl) []*ast.Ident {
	var bare []*ast.Ident
	group := d.Lparen.IsValid()
	for _, spec := range d.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			if _, renames := spec.Type.(*ast.Ident); renames && group && (d.Doc != nil || spec.Comment != nil) {
				continue
			}
			if spec.Name.IsExported() && !explains(spec.Doc, spec.Name) && (group || !explains(d.Doc, spec.Name)) {
				bare = append(bare, spec.Name)
			}
		case *ast.ValueSpec:
			name := firstExported(spec.Names)
			if name == nil || d.Tok == token.IMPORT || group && (d.Doc != nil || spec.Comment != nil) {
				continue
			}
			if !explains(spec.Doc, name) && (group || !explains(d.Doc, name)) {
				bare = append(bare, name)
			}
		}
	}
	return bare
}

// firstExported returns the first name that others may use, nil if there is none.
func firstExported(names []*ast.Ident) *ast.Ident {
	for _, name := range names {
		if name.IsExported() {
			return name
		}
	}
	return nil
}

// explains reports whether a comment begins with the name, an article aside.
func explains(comment *ast.CommentGroup, name *ast.Ident) bool {
	words := comment.Text()
	for _, article := range []string{"A ", "An ", "The "} {
		words = strings.TrimPrefix(words, article)
	}
	rest, ok := strings.CutPrefix(words, name.Name)
	return ok && rest != "" && !unicode.IsLetter(rune(rest[0])) && !unicode.IsDigit(rune(rest[0])) && rest[0] != '_'
}

// receiver returns the name of the type that a method belongs to. A function belongs to everybody, so its receiver
// counts as an exported name.
func receiver(d *ast.FuncDecl) string {
	if d.Recv == nil {
		return "Everybody"
	}
	e := d.Recv.List[0].Type
	if star, ok := e.(*ast.StarExpr); ok {
		e = star.X
	}
	switch x := e.(type) {
	case *ast.IndexExpr:
		e = x.X
	case *ast.IndexListExpr:
		e = x.X
	}
	id, _ := e.(*ast.Ident)
	return id.Name
}
