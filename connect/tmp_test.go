package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"reflect"
	"testing"
	"time"
)

func BenchmarkExp(b *testing.B) {
	um := json.WithUnmarshalers(json.UnmarshalFunc(func(p []byte, t *time.Time) error { return nil }))
	body := []byte(threeSteps)
	b.Run("unmarshal", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var in sdk.UpdateContactRoutingDataInput
			if err := json.Unmarshal(body, &in, um); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("unmarshal-noum", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var in sdk.UpdateContactRoutingDataInput
			if err := json.Unmarshal(body, &in); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("valid", func(b *testing.B) {
		for b.Loop() {
			jsontext.Value(body).IsValid()
		}
	})
	_ = reflect.TypeOf
}
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		New(Options{})
	}
}
