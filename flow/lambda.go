package flow

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"patchcord/acd"
)

// The actions that call a function which runs elsewhere, and that load what it has answered.
const (
	invokeName     = "InvokeLambdaFunction"
	loadResultName = "LoadLambdaResult"
)

// How long a function may take: what a block may say, and what holds where it says nothing
// (DG:interactions-invokelambdafunction, A0260).
const (
	functionSecondsMax      = 8
	functionSecondsDefault  = 8
	functionSecondsAsyncMax = 60 // where nobody waits (AG:invoke-lambda-function-block)
)

// responseBytesMax is how much a function may answer (AG:connect-lambda-functions).
const responseBytesMax = 32 << 10

func functionKinds() []kind {
	return []kind{
		{name: invokeName, failures: someError, read: (*parser).invoke},
		{name: loadResultName, failures: someError, read: (*parser).loadResult},
	}
}

// lastInvocation is where the id of the latest function is that nobody has waited for.
const lastInvocation = "$.LambdaInvocation.InvocationId"

// invocation reads the id under which a function was invoked; without one it is the latest (A0276).
func (p *parser) invocation(parameters value) operand {
	for _, name := range invocationMembers() {
		if v := parameters.get(name); v.exists() {
			return p.operand("Parameters."+name, v)
		}
	}
	latest, _ := readOperand(lastInvocation)
	return latest
}

// invocationMembers lists what may hold the id.
func invocationMembers() []string { return []string{"LambdaInvocationId", "InvocationId"} }

// loadResult reads the parameters of a block that loads what a function has answered.
func (p *parser) loadResult(parameters value) request {
	p.only("Parameters", parameters, invocationMembers()...)
	return loading{p.invocation(parameters)}
}

type loading struct{ id operand }

func (l loading) resolve(s *Scene) (Effect, error) {
	id, err := l.id.resolve(s)
	return LoadResult{id}, err
}

// invoke reads the parameters of InvokeLambdaFunction (DG:interactions-invokelambdafunction).
func (p *parser) invoke(parameters value) request {
	for _, name := range invocationMembers() {
		if parameters.get(name).exists() && !parameters.get("LambdaFunctionARN").exists() {
			return p.loadResult(parameters)
		}
	}
	p.only("Parameters", parameters, "LambdaFunctionARN", "InvocationTimeLimitSeconds", "InvocationType",
		"LambdaInvocationAttributes", "ResponseValidation")
	in := invoking{arn: p.operand("Parameters.LambdaFunctionARN", parameters.get("LambdaFunctionARN")), flat: true,
		limit: functionSecondsDefault}
	most := int64(functionSecondsMax)
	if v := parameters.get("InvocationType"); v.exists() {
		if in.async = v.text == "ASYNCHRONOUS"; in.async {
			in.limit, most = functionSecondsAsyncMax, functionSecondsAsyncMax
		} else if v.text != "SYNCHRONOUS" {
			p.problem("Parameters.InvocationType is %s; give SYNCHRONOUS or ASYNCHRONOUS", v.describe())
		}
	}
	if v := parameters.get("InvocationTimeLimitSeconds"); v.exists() {
		in.limit = p.whole("Parameters.InvocationTimeLimitSeconds", v, 1, most)
	}
	attributes := parameters.get("LambdaInvocationAttributes")
	if attributes.exists() && attributes.kind != '{' {
		p.problem("Parameters.LambdaInvocationAttributes is %s; give an object", attributes.describe())
	}
	for _, m := range attributes.members {
		if m.value.kind == '"' {
			in.attributes = append(in.attributes, p.attribute("Parameters.LambdaInvocationAttributes", m))
		} else {
			in.nested.members = append(in.nested.members, m)
		}
	}
	if v := parameters.get("ResponseValidation"); v.exists() {
		p.object("Parameters.ResponseValidation", v, "ResponseType")
		kind := v.get("ResponseType")
		in.flat = kind.text != "JSON"
		if in.flat && kind.text != "STRING_MAP" {
			p.problem("Parameters.ResponseValidation.ResponseType is %s; give STRING_MAP or JSON", kind.describe())
		}
	}
	return in
}

type invoking struct {
	arn        operand
	limit      int64
	attributes []attribute
	nested     value // those that are no texts (AG:connect-lambda-functions)
	flat       bool
	async      bool
}

func (in invoking) resolve(s *Scene) (Effect, error) {
	arn, err := in.arn.resolve(s)
	if err != nil {
		return nil, err
	}
	attributes, err := resolveAll(in.attributes, s)
	if err != nil {
		return nil, err
	}
	invoke := Invoke{ARN: arn, Limit: acd.Seconds(int32(in.limit)), Attributes: attributes, Flat: in.flat,
		Async: in.async}
	for _, m := range in.nested.members {
		filled, err := value{kind: '{', members: []member{m}}.filled(s)
		if err != nil {
			return nil, err
		}
		if invoke.Nested == nil {
			invoke.Nested = map[string]string{}
		}
		one := filled.members[0]
		invoke.Nested[one.name] = one.value.json()
	}
	return invoke, nil
}

// ReadResponse returns what a function has answered, by path. Of a flat response every value is a text, a number or a
// boolean; else objects and lists can be reached by their own path too, as JSON, which is how criteria are found in it.
func (i Invoke) ReadResponse(text string) (map[string]string, error) {
	if len(text) > responseBytesMax {
		return nil, fmt.Errorf("the function answered %d bytes; %d are allowed", len(text), responseBytesMax)
	}
	if _, err := readValue(text); err != nil {
		return nil, errors.New(jsonProblem("the answer of the function", err))
	}
	found := map[string]string{}
	var members map[string]jsontext.Value
	if err := json.Unmarshal([]byte(text), &members); err != nil {
		return nil, errors.New("the answer of the function is no JSON object")
	}
	return found, flatten(found, "", members, i.Flat)
}

// flatten notes members by their path.
func flatten(found map[string]string, path string, members map[string]jsontext.Value, flat bool) error {
	for _, name := range slices.Sorted(maps.Keys(members)) {
		v := members[name]
		switch at := path + name; v.Kind() {
		case '"':
			text, err := jsontext.AppendUnquote(nil, v)
			if err != nil {
				return err
			}
			found[at] = string(text)
		case 'n':
		case '{', '[':
			if flat {
				return fmt.Errorf("%s of the function's answer is no text, as a STRING_MAP has them", quote(at))
			}
			found[at] = string(v)
			var inner map[string]jsontext.Value
			if v.Kind() == '{' {
				if err := json.Unmarshal(v, &inner); err != nil {
					return err
				}
			}
			if err := flatten(found, at+".", inner, flat); err != nil {
				return err
			}
		default:
			found[at] = string(v)
		}
	}
	return nil
}

// export writes the block.
func (i Invoke) export() exportedAction {
	attributes := object{}
	for name, text := range i.Attributes { // order does not show: a map from a map
		attributes[name] = text
	}
	for name, nested := range i.Nested { // order does not show: a map from a map
		attributes[name] = jsontext.Value(nested)
	}
	parameters := object{"LambdaFunctionARN": i.ARN, "LambdaInvocationAttributes": attributes,
		"InvocationTimeLimitSeconds": strconv.FormatInt(int64(i.Limit/acd.Second), 10),
		"ResponseValidation":         object{"ResponseType": "JSON"}}
	if i.Flat {
		parameters["ResponseValidation"] = object{"ResponseType": "STRING_MAP"}
	}
	if i.Async {
		parameters["InvocationType"] = "ASYNCHRONOUS"
	}
	return exportedAction{Type: invokeName, Parameters: parameters}
}
