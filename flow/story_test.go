package flow_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"patchcord/story"
)

// TestSamples plays the stories of the complete flows in testdata/samples, which do what the samples of Amazon's guide
// do. go test ./flow -rewrite writes what happens.
func TestSamples(t *testing.T) {
	rewrite := flag.Lookup("rewrite").Value.String() == "true"
	paths, err := filepath.Glob("testdata/samples/*.story")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no stories: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".story"), func(t *testing.T) {
			var out strings.Builder
			if failed, err := story.CheckFiles([]string{path}, rewrite, &out); err != nil || failed > 0 {
				t.Errorf("%v %s", err, out.String())
			}
		})
	}
	flows, _ := filepath.Glob("testdata/samples/*.json")
	told := ""
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		told += string(text)
	}
	for _, path := range flows {
		if !strings.Contains(told, "file="+filepath.Base(path)) {
			t.Errorf("no story plays %s", path)
		}
	}
}
