package blueprint

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"
)

// schemaName is the file beside an exported one that tells editors its form.
const schemaName = "instance.schema.json"

// Save writes what was found to a file, and its flows and the schema beside it. It writes over what is there only where
// it may.
func (s *Site) Save(file string, over bool) error {
	b := s.Have
	dir := filepath.Dir(file)
	if _, err := os.Stat(file); err == nil && !over {
		return fmt.Errorf("%s is there already; give another name, or --overwrite", file)
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	taken := map[string]bool{}
	for i := range b.Flows {
		if err := s.saveScript(&b.Flows[i].Content, dir, "flows", b.Flows[i].Name, taken); err != nil {
			return err
		}
	}
	for i := range b.Modules {
		if err := s.saveScript(&b.Modules[i].Content, dir, "modules", b.Modules[i].Name, taken); err != nil {
			return err
		}
	}
	text, err := b.Write(schemaName)
	if err != nil {
		return err
	}
	if err := save(filepath.Join(dir, schemaName), Schema()); err != nil {
		return err
	}
	return save(file, text)
}

// saveScript writes the blocks of a flow to a file of its own.
func (s *Site) saveScript(f *File, dir, folder, name string, taken map[string]bool) error {
	f.Path = folder + "/" + slug(name) + ".json"
	for n := 2; taken[f.Path]; n++ {
		f.Path = fmt.Sprintf("%s/%s-%d.json", folder, slug(name), n)
	}
	taken[f.Path] = true
	text, err := s.toNames(f.Text)
	if err != nil {
		return fmt.Errorf("the flow %q is no JSON: %w", name, err)
	}
	return save(filepath.Join(dir, filepath.FromSlash(f.Path)), []byte(strings.TrimRight(text, "\n")+"\n"))
}

func save(file string, text []byte) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, text, 0o644)
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
