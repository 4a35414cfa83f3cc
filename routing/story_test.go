package routing_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"patchcord/story"
)

var rewrite = flag.Bool("rewrite", false, "write what happens into the stories, instead of comparing")

// TestStories plays every story of testdata. A line below an act says what must happen; -rewrite writes what does.
func TestStories(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.story")
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) < 60 {
		t.Errorf("testdata holds %d stories, at least 60 tell the rules", len(paths))
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".story"), func(t *testing.T) { playStory(t, path) })
	}
}

func playStory(t *testing.T, path string) {
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, _, _ := strings.Cut(string(text), "\n# Source: ")
	if !strings.HasPrefix(head, "# ") || strings.Contains(head, "\n0s") || len(head) == len(text) {
		t.Errorf("%s:1: a story begins with the rule that it tells, and a line # Source:", path)
	}
	played, differences, err := story.Check(string(text))
	if err != nil {
		t.Fatalf("%s:%v", path, err)
	}
	if *rewrite && played != string(text) {
		if err := os.WriteFile(path, []byte(played), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	for _, d := range differences {
		t.Errorf("%s:%s", path, d)
	}
	if len(differences) == 0 && played != string(text) {
		t.Errorf("%s: its form is not the one that is written; run go test ./routing -rewrite", path)
	}
}
