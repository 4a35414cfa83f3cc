package connect

import (
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
)

// threeSteps is the body that the project's speed is measured by: a criteria of three steps, about 800 bytes.
const threeSteps = `{"RoutingCriteria":{"Steps":[` +
	`{"Expiry":{"DurationInSeconds":30},"Expression":{"AndExpression":[` +
	`{"AttributeCondition":{"Name":"Language","Value":"French","ProficiencyLevel":4,` +
	`"ComparisonOperator":"NumberGreaterOrEqualTo"}},` +
	`{"AttributeCondition":{"Name":"Technology","Value":"AWS DynamoDB","ProficiencyLevel":5,` +
	`"ComparisonOperator":"NumberGreaterOrEqualTo"}}]}},` +
	`{"Expiry":{"DurationInSeconds":30},"Expression":{"AndExpression":[` +
	`{"AttributeCondition":{"Name":"Language","Value":"French","ProficiencyLevel":3,` +
	`"ComparisonOperator":"NumberGreaterOrEqualTo"}},` +
	`{"AttributeCondition":{"Name":"Technology","Value":"AWS DynamoDB","ProficiencyLevel":5,` +
	`"ComparisonOperator":"NumberGreaterOrEqualTo"}}]}},` +
	`{"Expression":{"AttributeCondition":{"Name":"Language","Value":"French","ProficiencyLevel":3,` +
	`"ComparisonOperator":"NumberGreaterOrEqualTo"}}}]}}`

const (
	instanceID = "11111111-2222-4333-8444-555555555555"
	contactID  = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"
)

// routingDataPath is where UpdateContactRoutingData is asked.
const routingDataPath = "/contacts/" + instanceID + "/" + contactID + "/routing-data"

// sayNothing handles UpdateContactRoutingData.
func sayNothing(*Call, *sdk.UpdateContactRoutingDataInput) (*sdk.UpdateContactRoutingDataOutput, error) {
	return nil, nil
}

// BenchmarkUpdateContactRoutingData times each step of the way in, then all of it behind a signature, without a
// network. The general package is what decode would cost without the codec of this room.
func BenchmarkUpdateContactRoutingData(b *testing.B) {
	r, labels := routingData(b)
	body := []byte(threeSteps)
	server := New(Options{})
	measure(b, "route among all", func() { server.router.find("POST", routingDataPath) })
	twin := twinOf(r)
	measure(b, "check and decode", func() { sound(b, r.read.readBody(&cursor{data: body}, reflect.New(r.in).Elem())) })
	measure(b, "the same in two passes", func() { sound(b, twin.readBody(&cursor{data: body}, reflect.New(r.in).Elem())) })
	measure(b, "check, decode and labels", func() {
		_, err := r.decode(labels, "", body)
		sound(b, err)
	})
	measure(b, "decode by the general package", func() {
		var in sdk.UpdateContactRoutingDataInput
		sound(b, json.Unmarshal(body, &in))
	})
}

// BenchmarkAuthenticate times a signature whose signing key is cached.
func BenchmarkAuthenticate(b *testing.B) {
	s := someSigning()
	s.body = threeSteps
	a, r, body := NewAuthenticator(someKeys(), testRegion, testNow), s.request(), []byte(threeSteps)
	measure(b, "signed", func() {
		_, err := a.Authenticate(r, body)
		sound(b, err)
	})
}

// BenchmarkServer times whole requests, from the HTTP server's call to the answer in its hands.
func BenchmarkServer(b *testing.B) {
	signed := someSigning()
	signed.target, signed.body = routingDataPath, threeSteps
	server := newServer(testOptions(testNow), []row{operation("UpdateContactRoutingData", sayNothing)})
	request := signed.request()
	measure(b, "UpdateContactRoutingData, signed", func() {
		r, w := *request, httptest.NewRecorder()
		r.Body = io.NopCloser(strings.NewReader(threeSteps))
		if server.ServeHTTP(w, &r); w.Code != http.StatusOK {
			b.Fatal(w.Body)
		}
	})
}

// BenchmarkEncode times the answer of DescribeContact with every member set.
func BenchmarkEncode(b *testing.B) {
	f := &filler{codec: newCodec(), rich: true}
	out := reflect.New(reflect.TypeFor[sdk.DescribeContactOutput]()).Elem()
	f.free(out)
	w := f.codec.outputWriter("DescribeContact", out.Type())
	b.SetBytes(int64(len(w.write(nil, out))))
	measure(b, "every member", func() { w.write(make([]byte, 0, answerRoom), out) })
	small, _ := goldenContact(nil, nil)
	measure(b, "a queued contact", func() { w.write(make([]byte, 0, answerRoom), reflect.ValueOf(small).Elem()) })
}

// BenchmarkNew times the compilation of all tables, once at the start.
func BenchmarkNew(b *testing.B) { measure(b, "server", func() { New(Options{}) }) }

func measure(b *testing.B, name string, f func()) {
	b.Run(name, func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			f()
		}
	})
}

func sound(b *testing.B, err error) {
	if err != nil {
		b.Fatal(err)
	}
}
