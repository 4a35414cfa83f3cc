package main

import (
	"errors"
	"flag"
	"slices"
	"strings"

	"patchcord/lambda"
)

// flowFlags say where flows find what they ask the world.
type flowFlags struct {
	lambda endpointsFlag
	input  *inputFlag
}

// newFlowFlags adds the flags.
func newFlowFlags(flags *flag.FlagSet) flowFlags {
	f := flowFlags{lambda: endpointsFlag{lambda.Endpoints{}}, input: new(inputFlag)}
	flags.Var(f.lambda, "lambda", "`NAME=URL` that answers for a function which flows invoke, or a URL for all others; "+
		"may be given several times")
	flags.Var(f.input, "flow-input", "`KEYS` that every caller enters whom a flow asks; without them somebody says what "+
		"he enters, or the time runs out")
	return f
}

// endpointsFlag gathers the endpoints of functions.
type endpointsFlag struct{ lambda.Endpoints }

// Set is part of flag.Value.
func (f endpointsFlag) Set(text string) error { return f.Add(text) }

// String is part of flag.Value.
func (f endpointsFlag) String() string {
	var list []string
	for name, at := range f.Endpoints { // order does not show: it is sorted
		list = append(list, strings.TrimPrefix(name+"="+at.String(), "="))
	}
	slices.Sort(list)
	return strings.Join(list, " ")
}

// inputFlag is what callers enter.
type inputFlag string

// Set is part of flag.Value.
func (f *inputFlag) Set(text string) error {
	if text == "" || strings.Trim(text, "0123456789*#") != "" {
		return errors.New("give keys of a telephone: digits, * and #")
	}
	*f = inputFlag(text)
	return nil
}

// String is part of flag.Value.
func (f *inputFlag) String() string {
	if f == nil {
		return ""
	}
	return string(*f)
}
