package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/go-json-experiment/json/jsontext"
	"reflect"
	"testing"
)

func BenchmarkDecodeOnly(b *testing.B) {
	s := newServer(Options{}, []row{operation("UpdateContactRoutingData",
		func(*Call, *sdk.UpdateContactRoutingDataInput) (*sdk.UpdateContactRoutingDataOutput, error) {
			return nil, nil
		})})
	t, labels, _ := s.router.find("POST", routingDataPath)
	body := []byte(threeSteps)
	b.Run("valid", func(b *testing.B) {
		for b.Loop() {
			jsontext.Value(body).IsValid()
		}
	})
	b.Run("body", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			in := reflect.New(t.in)
			t.read.read(&cursor{data: body}, in.Elem())
		}
	})
	b.Run("labels", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := t.decode(labels, "", nil); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("skip", func(b *testing.B) {
		for b.Loop() {
			(&cursor{data: body}).skip()
		}
	})
	b.Run("check", func(b *testing.B) {
		for b.Loop() {
			t.body.checkBody(&cursor{data: body})
		}
	})
	println(len(body))
}
