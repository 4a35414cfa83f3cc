package main

import (
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"

	"patchcord/workspace"
)

// TestTrouble starts both commands with every kind of trouble.
func TestTrouble(t *testing.T) {
	w := newWorld(t)
	s := w.start("dev", "--throttle", "aws", "--fault", "ListQueues=InternalServiceException,*=ServiceUnavailable@0.1%",
		"--late-fault", "CreateQueue=LimitExceededException@5%", "--delay", "*=1ms,DescribeUser=2ms",
		"--delay", "ListUsers=3ms")
	_, text := s.fetch("GET", "/patchcord/v1/faults", "")
	const want = `{"Throttle":"aws","Faults":[{"Operation":"ListQueues","Exception":"InternalServiceException",` +
		`"Percent":100},{"Operation":"*","Exception":"ServiceUnavailable","Percent":0.1},{"Operation":"CreateQueue",` +
		`"Exception":"LimitExceededException","Percent":5,"Late":true}],"Delays":[{"Operation":"*","Milliseconds":1},` +
		`{"Operation":"DescribeUser","Milliseconds":2},{"Operation":"ListUsers","Milliseconds":3}]}`
	if text != want {
		t.Errorf("the faults are %s", text)
	}
	if status, text := s.fetch("GET", "/queues-summary/x", ""); status != http.StatusInternalServerError ||
		!strings.Contains(text, "asked to answer so") {
		t.Errorf("ListQueues is answered with %d %s", status, text)
	}
	if status, text := s.fetch("PUT", "/patchcord/v1/faults", "{}"); status != http.StatusOK {
		t.Errorf("PUT is answered with %d %s", status, text)
	}
	if status, text := s.fetch("GET", "/queues-summary/x", ""); status != http.StatusNotFound {
		t.Errorf("ListQueues is then answered with %d %s", status, text)
	}
	s.stop()
	s = w.start("serve", "--data", w.file("data"), "--throttle", "aws", "--fault", "*=ThrottlingException@1%")
	s.stop()
	if !strings.Contains(s.err.String(), "on purpose") {
		t.Errorf("serve does not tell that it makes trouble: %s", s.err.String())
	}
}

// TestListOfOperations asks for each operation of the list: what is said to be served is, and nothing else.
func TestListOfOperations(t *testing.T) {
	w := newWorld(t)
	s := w.start("dev")
	_, text := s.fetch("GET", "/patchcord/v1/operations", "")
	var list struct{ Operations []workspace.Operation }
	if err := json.Unmarshal([]byte(text), &list); err != nil {
		t.Fatal(err)
	}
	tiers := map[string]int{}
	for _, o := range list.Operations {
		tiers[o.Tier]++
		path := regexp.MustCompile(`\{\w+\}`).ReplaceAllString(o.Uri, "x")
		status, text := s.fetch(o.Method, path, "{}")
		if served := status != http.StatusNotImplemented && !strings.Contains(text, "UnknownOperation"); served != o.Served {
			t.Errorf("%s is listed as served: %v, and answers %d %s", o.Operation, o.Served, status, text)
		}
		if o.Limits != "" && !o.Served {
			t.Errorf("%s has limits and is not served", o.Operation)
		}
	}
	if tiers["A"] != 87 || tiers["B"] != 68 || tiers["C"] != 37 || tiers[""] != 188 {
		t.Errorf("the tiers have %v", tiers)
	}
}
