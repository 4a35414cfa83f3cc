package connect

import (
	"context"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/smithy-go/middleware"
)

// turns is how often each operation is judged, so that each member of each union has its turn.
const turns = 10

// TestJudgeInputs sends, with the official client, every field of every input that is served, and compares what
// arrives.
func TestJudgeInputs(t *testing.T) {
	var arrived any
	rows := rowsOf(func(_ *Call, in any) (any, error) {
		arrived = in
		return nil, nil
	})
	client := clientOf(t, newServer(testOptions(wallClock), rows), someKeys()["AKIDADMIN"])
	inputs := readInputs()
	shapes := shapes{patterns: make(map[string]*pattern)}
	for _, r := range rows {
		t.Run(r.operation, func(t *testing.T) {
			members := shapes.input(inputs[r.operation])
			compareMembers(t, r.in, members)
			for turn := range turns {
				for _, rich := range []bool{true, false} {
					f := &filler{t: t, codec: newCodec(), rich: rich, turn: turn}
					in := f.input(r.in, members)
					arrived = nil
					if _, err := ask(client, r.operation, in); err != nil {
						t.Fatalf("the client got %v", err)
					}
					if !reflect.DeepEqual(arrived, in.Interface()) {
						t.Fatalf("sent    %s\narrived %s", show(in.Interface()), show(arrived))
					}
				}
			}
		})
	}
}

// compareMembers demands that the table of inputs and the SDK's struct name the same members at the top.
func compareMembers(t *testing.T, in reflect.Type, members *shape) {
	t.Helper()
	known := make(map[string]bool)
	for _, name := range members.names {
		known[inputField(in, name).Name] = true
	}
	for f := range in.Fields() {
		if f.IsExported() && !known[f.Name] {
			t.Errorf("the table of inputs has no line for the member %s", f.Name)
		}
	}
}

// TestJudgeOutputs answers, to the official client, every field of every output that is served, and compares what it
// reads. In the plain turns all scalars are zero and all lists empty, and all of them must travel.
func TestJudgeOutputs(t *testing.T) {
	var answer any
	rows := rowsOf(func(*Call, any) (any, error) { return answer, nil })
	client := clientOf(t, newServer(testOptions(wallClock), rows), someKeys()["AKIDADMIN"])
	inputs := readInputs()
	shapes := shapes{patterns: make(map[string]*pattern)}
	for _, r := range rows {
		t.Run(r.operation, func(t *testing.T) {
			for turn := range turns {
				for _, rich := range []bool{true, false} {
					f := &filler{t: t, codec: newCodec(), rich: rich, turn: turn}
					in := f.input(r.in, shapes.input(inputs[r.operation]))
					out := reflect.New(r.out)
					f.free(out.Elem())
					answer = out.Interface()
					read, err := ask(client, r.operation, in)
					if err != nil {
						t.Fatalf("the client got %v", err)
					}
					forgetMetadata(read)
					if !reflect.DeepEqual(read.Interface(), answer) {
						t.Fatalf("answered %s\nread     %s", show(answer), show(read.Interface()))
					}
				}
			}
		})
	}
}

// TestEmptyListsStand demands that the lists of a List, Search or Get operation are there when nothing was found.
func TestEmptyListsStand(t *testing.T) {
	rows := rowsOf(nil)
	s := newServer(Options{}, rows)
	for _, o := range s.operations {
		if !isQuery(o.Name) || !o.Served {
			continue
		}
		for _, r := range rows {
			if r.operation != o.Name {
				continue
			}
			text := string(newCodec().outputWriter(o.Name, r.out).write(nil, reflect.New(r.out).Elem()))
			for f := range r.out.Fields() {
				if f.Type.Kind() == reflect.Slice && !strings.Contains(text, `"`+f.Name+`":[]`) {
					t.Errorf("%s answers %s without %s", o.Name, text, f.Name)
				}
			}
		}
	}
}

// TestZeroIsAValue demands that every scalar of every output travels, also false and 0, and that nothing travels which
// was never set.
func TestZeroIsAValue(t *testing.T) {
	for _, r := range rowsOf(nil) {
		f := &filler{t: t, codec: newCodec()}
		out := reflect.New(r.out).Elem()
		f.free(out)
		var sent map[string]any
		if err := json.Unmarshal(f.codec.structWriter(r.out).write(nil, out), &sent); err != nil {
			t.Fatal(err)
		}
		compareScalars(t, f.codec, r.operation, out, sent)
		empty := f.codec.structWriter(r.out).write(nil, reflect.New(r.out).Elem())
		for f := range r.out.Fields() {
			if omissionOf(f.Type) != omitNever && strings.Contains(string(empty), `"`+f.Name+`"`) {
				t.Errorf("%s answers %s, although %s was never set", r.operation, empty, f.Name)
			}
		}
	}
}

// compareScalars walks a struct and what was sent of it side by side.
func compareScalars(t *testing.T, k *codec, path string, v reflect.Value, sent map[string]any) {
	k.wireFields(v.Type(), func(name string, f reflect.StructField) {
		value, stands := v.FieldByIndex(f.Index), sent[name] != nil
		if value.Kind() == reflect.Pointer && !value.IsNil() {
			value = value.Elem()
		}
		switch value.Kind() {
		case reflect.Bool, reflect.Int32, reflect.Int64, reflect.Float32, reflect.Float64:
			if !stands {
				t.Errorf("%s.%s does not travel", path, name)
			}
		case reflect.Struct:
			if inner, ok := sent[name].(map[string]any); ok {
				compareScalars(t, k, path+"."+name, value, inner)
			}
		}
	})
}

// ask calls the client's method for an operation.
func ask(client *sdk.Client, operation string, in reflect.Value) (reflect.Value, error) {
	if !reflect.ValueOf(client).MethodByName(operation).IsValid() {
		return askUnknown(client, operation, in)
	}
	results := reflect.ValueOf(client).MethodByName(operation).Call(
		[]reflect.Value{reflect.ValueOf(context.Background()), in})
	err, _ := results[1].Interface().(error)
	return results[0], err
}

// forgetMetadata clears what the client adds to each output.
func forgetMetadata(out reflect.Value) {
	if f := out.Elem().FieldByName("ResultMetadata"); f.IsValid() {
		f.Set(reflect.ValueOf(middleware.Metadata{}))
	}
}

// show writes a struct as JSON, for a message.
func show(v any) string {
	if v == nil {
		return "nothing"
	}
	value := reflect.ValueOf(v).Elem()
	return string(newCodec().structWriter(value.Type()).write(nil, value))
}
