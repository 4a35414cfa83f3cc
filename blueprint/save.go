package blueprint

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// schemaName is the file beside an exported one that tells editors its form.
const schemaName = "instance.schema.json"

// text is what is to be written to a file.
type text struct{ file, words string }

// Save writes what was found to a file, and its flows and the schema beside it. It writes over what is there only where
// it may.
func (s *Site) Save(file string, over bool) error {
	b := s.Have
	dir := filepath.Dir(file)
	texts := []text{{filepath.Join(dir, schemaName), string(Schema())}}
	taken := map[string]bool{}
	b.Flows = slices.DeleteFunc(slices.Clone(b.Flows), s.untouchedFlow)
	b.Prompts = slices.DeleteFunc(slices.Clone(b.Prompts), untouchedPrompt)
	for i := range b.Flows {
		if !b.Flows[i].draft() {
			b.Flows[i].Published = nil // as nearly all are
		}
		script, err := s.script(&b.Flows[i].Content, dir, "flows", b.Flows[i].Name, taken)
		if err != nil {
			return err
		}
		texts = append(texts, script)
	}
	for i := range b.Modules {
		script, err := s.script(&b.Modules[i].Content, dir, "modules", b.Modules[i].Name, taken)
		if err != nil {
			return err
		}
		texts = append(texts, script)
	}
	words, err := b.Write(schemaName, s.Unread()...)
	if err != nil {
		return err
	}
	texts = append(texts, text{file, string(words)})
	for _, t := range texts {
		if _, err := os.Stat(t.file); err == nil && !over && t.file != texts[0].file {
			return fmt.Errorf("%s is there already; give another place, or --overwrite", t.file)
		} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	for _, t := range texts {
		if err := os.MkdirAll(filepath.Dir(t.file), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(t.file, []byte(t.words), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// script returns the blocks of a flow for a file of their own, whose name no other flow has taken.
func (s *Site) script(f *File, dir, folder, name string, taken map[string]bool) (text, error) {
	f.Path = folder + "/" + slug(name) + ".json"
	for n := 2; taken[f.Path]; n++ {
		f.Path = fmt.Sprintf("%s/%s-%d.json", folder, slug(name), n)
	}
	taken[f.Path] = true
	words, err := s.toNames(f.Text)
	if err != nil {
		return text{}, fmt.Errorf("the flow %q is no JSON: %w", name, err)
	}
	return text{filepath.Join(dir, filepath.FromSlash(f.Path)), strings.TrimRight(words, "\n") + "\n"}, nil
}

// slug returns a name as a file can have it.
func slug(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	if len(words) == 0 {
		return "flow"
	}
	return strings.Join(words, "-")
}
