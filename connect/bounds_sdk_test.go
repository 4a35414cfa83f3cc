package connect

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/smithy-go"

	"patchcord/acd"
)

// TestTableAgreesWithClient holds the table of inputs against the official client, for every operation that the client
// knows: the members that it demands, and the words of each enumeration.
func TestTableAgreesWithClient(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	known := 0
	for operation, lines := range readInputs() { // order does not show: each stands alone
		method, ok := reflect.TypeOf(s.client).MethodByName(operation)
		if !ok {
			continue
		}
		known++
		in := method.Type.In(2).Elem()
		root := inputTree(t, lines)
		compareDemands(t, s.client, operation, in, root)
		for _, m := range root.members {
			if f, ok := fieldOf(in, m.name); ok {
				compareWords(t, operation+"."+m.name, f.Type, m, nil)
			}
		}
	}
	if known < 190 {
		t.Errorf("the client knows only %d operations", known)
	}
}

// compareDemands asks with an empty input. The client sees what is absent of all but plain numbers and truths.
func compareDemands(t *testing.T, client *sdk.Client, operation string, in reflect.Type, root *node) {
	demanded := map[string]bool{}
	_, err := ask(client, operation, reflect.New(in))
	var invalid smithy.InvalidParamsError
	if errors.As(err, &invalid) {
		for _, e := range invalid.Errs() {
			var missing *smithy.ParamRequiredError
			if errors.As(e, &missing) {
				field := missing.Field()
				demanded[field[strings.LastIndexByte(field, '.')+1:]] = true
			}
		}
	}
	for _, m := range root.members {
		f, ok := fieldOf(in, m.name)
		if !ok || slices.Contains([]reflect.Kind{reflect.Bool, reflect.Int32, reflect.Int64}, f.Type.Kind()) {
			continue
		}
		if m.required != demanded[f.Name] {
			t.Errorf("%s of %s is required: %v, and the client demands it: %v", m.name, operation, m.required,
				demanded[f.Name])
		}
	}
}

func fieldOf(in reflect.Type, name string) (reflect.StructField, bool) {
	return in.FieldByNameFunc(func(field string) bool { return strings.EqualFold(field, name) })
}

// compareWords goes down an input as far as the client has types for it.
func compareWords(t *testing.T, path string, in reflect.Type, n *node, seen []*node) {
	for in.Kind() == reflect.Pointer {
		in = in.Elem()
	}
	if slices.Contains(seen, n) {
		return
	}
	seen = append(slices.Clip(seen), n)
	switch in.Kind() {
	case reflect.String:
		if values := reflect.New(in).Elem().MethodByName("Values"); values.IsValid() {
			var words []string
			list := values.Call(nil)[0]
			for i := range list.Len() {
				words = append(words, list.Index(i).String())
			}
			compareEnum(t, path, words, n.limits.enum)
		}
	case reflect.Slice:
		compareWords(t, path+"[]", in.Elem(), n.element, seen)
	case reflect.Map:
		compareWords(t, path+"{}", in.Elem(), n.element, seen)
	case reflect.Struct:
		for _, m := range n.members {
			if f, ok := fieldOf(in, m.name); ok {
				compareWords(t, path+"."+m.name, f.Type, m, seen)
			}
		}
	}
}

func compareEnum(t *testing.T, path string, client, table []string) {
	for _, word := range client {
		if !slices.Contains(table, word) {
			t.Errorf("%s may be %s for the client, but not by the table: %v", path, word, table)
		}
	}
}
