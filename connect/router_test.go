package connect

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// operationCount is how many operations Amazon Connect has in the model that the tables come from.
const operationCount = 380

// TestRouterFindsEveryOperation asks for each operation with labels that need encoding, and finds the same labels.
func TestRouterFindsEveryOperation(t *testing.T) {
	s := New(Options{})
	if n := len(s.Operations()); n != operationCount {
		t.Fatalf("there are %d operations, not %d", n, operationCount)
	}
	const value = "arn:aws:connect:us-east-1:123456789012:instance/a b/queue/é%+?#"
	for _, o := range s.operations {
		var path strings.Builder
		var names []string
		for part := range strings.SplitSeq(strings.TrimPrefix(o.URI, "/"), "/") {
			if name, ok := strings.CutPrefix(part, "{"); ok {
				names = append(names, strings.TrimSuffix(name, "}"))
				part = url.PathEscape(value)
			}
			path.WriteString("/" + part)
		}
		found, labels, ok := s.router.find(o.Method, path.String())
		if !ok || found.Operation != o {
			t.Errorf("%s %s does not lead to %s", o.Method, path.String(), o.Name)
			continue
		}
		for i, name := range names {
			if labels[i].Name != name || labels[i].Value != value || labels.Get(name) != value {
				t.Errorf("%s has the label %v, not %s of %q", o.Name, labels[i], name, value)
			}
		}
	}
}

// TestRouterOnOddPaths lists paths that are nearly right.
func TestRouterOnOddPaths(t *testing.T) {
	const arn = "arn:aws:connect:us-east-1:123456789012:instance/i/queue/q"
	s := New(Options{})
	for _, c := range []struct{ method, path, operation, label string }{
		{"GET", "/tags/" + arn, "ListTagsForResource", arn},
		{"GET", "/tags/" + strings.ReplaceAll(arn, "/", "%2F"), "ListTagsForResource", arn},
		{"POST", "/tags/" + url.QueryEscape(arn), "TagResource", arn},
		{"DELETE", "/tags/" + arn, "UntagResource", arn},
		{"PUT", "/tags/" + arn, "", ""},
		{"GET", "/tags/", "", ""},
		{"GET", "/tags", "", ""},
		{"GET", "/instance", "ListInstances", ""},
		{"GET", "/instance/", "", ""},
		{"GET", "/instance/i", "DescribeInstance", "i"},
		{"PATCH", "/instance/i", "", ""},
		{"GET", "/contacts//c", "", ""},
		{"GET", "/contacts/i/c", "DescribeContact", "i"},
		{"GET", "/contacts/i/c/", "", ""},
		{"GET", "/contacts/i%ZZ/c", "", ""},
		{"GET", "/contacts/i/c/d/e/f/g/h/i/j/k/l/m", "", ""},
		{"POST", "/contact/pause", "PauseContact", ""},
		{"GET", "/CONTACTS/i/c", "", ""},
		{"GET", "/", "", ""},
		{"GET", "", "", ""},
		{"GET", "*", "", ""},
	} {
		found, labels, ok := s.router.find(c.method, c.path)
		switch {
		case !ok && c.operation != "":
			t.Errorf("%s %s leads nowhere", c.method, c.path)
		case ok && found.Name != c.operation:
			t.Errorf("%s %s leads to %q", c.method, c.path, found.Name)
		case ok && c.label != "" && labels[0].Value != c.label:
			t.Errorf("%s %s has the label %q", c.method, c.path, labels[0].Value)
		}
	}
}

// TestEveryOperationAnswers asks every operation and expects JSON under a typed name, never a page.
func TestEveryOperationAnswers(t *testing.T) {
	s := New(Options{})
	rows := make(map[string]bool)
	for _, r := range (&handlers{}).rows() {
		rows[r.operation] = true
	}
	for _, o := range s.operations {
		path := strings.NewReplacer("{", "", "}", "").Replace(o.URI)
		w := httptest.NewRecorder()
		s.ServeHTTP(w, httptest.NewRequest(o.Method, path, strings.NewReader("{}")))
		kind := w.Header().Get("X-Amzn-ErrorType")
		if w.Header().Get("Content-Type") != "application/json" || w.Header().Get("X-Amzn-RequestId") == "" {
			t.Errorf("%s answers with the headers %v", o.Name, w.Header())
		}
		if kind == "" && w.Code != http.StatusOK {
			t.Errorf("%s answers %d without a name", o.Name, w.Code)
		}
		if rows[o.Name] {
			continue
		}
		if w.Code != http.StatusNotImplemented || kind != notImplementedOp || !strings.Contains(w.Body.String(), o.Name) {
			t.Errorf("%s answers %d %s %s", o.Name, w.Code, kind, w.Body)
		}
	}
}
