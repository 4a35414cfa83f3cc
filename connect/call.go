package connect

import (
	"context"
	"reflect"
)

// Call is what a handler is told about a request, besides its input.
type Call struct {
	Context   context.Context // ends when the client goes away
	Operation string          // "UpdateContactRoutingData"
	RequestID string          // a UUID, sent back as X-Amzn-RequestId
	Account   string          // twelve digits
	Region    string          // "us-east-1"
	Caller    Key             // who asks; its Role has been checked
}

// row binds an operation to its handler and to the official SDK's structs for its input and output. Decoding and
// encoding stand apart from it, so a test can put an echo in the handler's place.
type row struct {
	operation string
	in, out   reflect.Type
	handle    func(c *Call, in any) (out any, err error)
	served    bool
}

// operation makes the row of an operation that is served. A nil output answers one with nothing set.
func operation[In, Out any](name string, handle func(*Call, *In) (*Out, error)) row {
	return row{
		operation: name,
		in:        reflect.TypeFor[In](),
		out:       reflect.TypeFor[Out](),
		served:    true,
		handle: func(c *Call, in any) (any, error) {
			out, err := handle(c, in.(*In))
			if out == nil || err != nil {
				return nil, err
			}
			return out, nil
		},
	}
}
