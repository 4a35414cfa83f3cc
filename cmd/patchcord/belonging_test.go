package main

import (
	"strings"
	"testing"
)

// TestBelonging demands that data stays with the account and region of its first start, and that the refusal names the
// flags that are right.
func TestBelonging(t *testing.T) {
	w := newWorld(t)
	w.start("serve", "--data", w.file("data"), "--region", "eu-west-1").stop()
	code, _, said := w.run("serve", "--data", w.file("data"), "--listen", "127.0.0.1:0")
	if code != exitFault || !strings.Contains(said, "--account 123456789012 --region eu-west-1") {
		t.Errorf("another region: exit %d, %s; want a refusal that names the right one", code, said)
	}
	w.start("serve", "--data", w.file("data"), "--region", "eu-west-1").stop()
}
