package connect

import (
	"bytes"
	"errors"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
)

// routingData returns the route of UpdateContactRoutingData and labels for it.
func routingData(t testing.TB) (*route, Labels) {
	s := newServer(Options{}, []row{operation("UpdateContactRoutingData", sayNothing)})
	r, labels, ok := s.router.find("POST", routingDataPath)
	if !ok {
		t.Fatal("UpdateContactRoutingData has no route")
	}
	return r, labels
}

// FuzzUpdateContactRoutingData feeds bodies to the scanner, the bounds and the decoder. The scanner accepts what its
// slow twin accepts, and the decoder reads and refuses what its own does. What the bounds accept, the decoder accepts,
// and the same input comes out when what it made is sent again.
func FuzzUpdateContactRoutingData(f *testing.F) {
	r, labels := routingData(f)
	f.Add([]byte(threeSteps))
	for _, body := range oddBodies() {
		f.Add([]byte(body))
	}
	twin := twinOf(r)
	f.Fuzz(func(t *testing.T, body []byte) {
		compareWithTwin(t, body)
		compareReaders(t, r, twin, body)
		in, err := r.decode(labels, "", body)
		var unreadable *syntaxError
		var broken *violation
		if errors.As(err, &unreadable) || errors.As(err, &broken) {
			if exceptionFor(r.Operation, err); err.Error() == "" {
				t.Error("a refusal says nothing")
			}
			return
		}
		if err != nil {
			t.Fatalf("the bounds accept %q, the decoder does not: %v", body, err)
		}
		sent := show(in)
		again, err := r.decode(labels, "", []byte(sent))
		if err != nil || show(again) != sent {
			t.Fatalf("%q is read as %s and that as %s, %v", body, sent, show(again), err)
		}
	})
}

// compareWithTwin demands that the scanner and jsontext accept the same texts, up to the limit of depth.
func compareWithTwin(t *testing.T, body []byte) {
	c := &cursor{data: body}
	err := c.skip()
	if err == nil {
		err = c.end()
	}
	if bytes.Count(body, []byte("["))+bytes.Count(body, []byte("{")) > depthLimit {
		return
	}
	if twin := jsontext.Value(body).IsValid(); twin != (err == nil) {
		t.Fatalf("%q: jsontext says %t, the scanner %v", body, twin, err)
	}
}

// oddBodies are texts at the edges of JSON and of the criteria.
func oddBodies() []string {
	return []string{
		``, ` `, `{}`, ` { } `, `null`, `[]`, `"x"`, `1`, `{"a"}`, `{"a":}`, `{,}`, `{"a":1,}`, `{"a":1}x`, `{"a":01}`,
		`{"a":-}`, `{"a":-0}`, `{"a":1.}`, `{"a":.5}`, `{"a":1e}`, `{"a":1E+5}`, `{"a":1e-5}`, `{"a":+1}`, `{"a":0x1}`,
		`{"a":tru}`, `{"a":True}`, `{"a":nul`, `{"a":[1,]}`, `{"a":[,1]}`, `{"a":[1 2]}`, `{"a":"`, `{"a":"\`,
		`{"a":"\u00"}`, `{"a":"\ud800"}`, `{"a":"\ud83d\ude00"}`, `{"a":"\ude00\ud83d"}`, `{"a":"\x"}`, "{\"a\":\"\t\"}",
		"{\"a\":\"\xff\"}", "{\"a\":\"\xed\xa0\x80\"}", "{\"\xff\":1}", `{"a":1,"a":1}`, `{"a":1,"\u0061":1}`,
		`{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6,"g":7,"h":8,"i":9,"j":10,"i":11}`, "\ufeff{}", "{}\x00", "\x00", `{"a":/**/1}`,
		`{"RoutingCriteria":null}`, `{"RoutingCriteria":{"Steps":null}}`, `{"RoutingCriteria":{"Steps":[]}}`,
		`{"RoutingCriteria":{"Steps":[null]}}`, `{"RoutingCriteria":{"Steps":[{}]}}`,
		`{"RoutingCriteria":{"Steps":[{"Expiry":{"DurationInSeconds":-1}}]}}`,
		`{"RoutingCriteria":{"Steps":[{"Expression":{"AndExpression":[{"OrExpression":[{}]}],"OrExpression":[]}}]}}`,
		`{"RoutingCriteria":{"Steps":[{"Expression":{"AttributeCondition":{"Name":"\u00e9","ProficiencyLevel":1e0}}}]}}`,
		`{"QueuePriority":9223372036854775807,"QueueTimeAdjustmentSeconds":-2147483648}`,
		`{"QueuePriority":9223372036854775808}`, `{"QueuePriority":1e3}`, `{"QueuePriority":0.5}`, `{"InstanceId":7}`,
	}
}

// TestScannerAgreesWithItsTwin compares them without the fuzzer.
func TestScannerAgreesWithItsTwin(t *testing.T) {
	for _, body := range append(oddBodies(), threeSteps) {
		compareWithTwin(t, []byte(body))
	}
}
