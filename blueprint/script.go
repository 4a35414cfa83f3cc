package blueprint

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// The blocks of a flow name things by ids and ARNs. In a file they are named by kind and name instead (A0270):
//
//	"QueueId": "{{queue:Support}}"            the id
//	"QueueId": "{{queue.arn:Support}}"        the ARN
//	"{{instance}}", "{{instance.arn}}"        of the instance itself

var (
	placeholder = regexp.MustCompile(`\{\{(?:(instance)(\.arn)?|(` + scriptKinds + `)(\.arn)?:(.+?))\}\}`)
	identifier  = regexp.MustCompile(`arn:aws[a-z-]*:connect:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9/_-]+|` +
		`[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`)
)

// scriptKinds are the kinds of things that a flow can name.
const scriptKinds = kindQueue + "|" + kindFlow + "|" + kindModule + "|" + kindUser + "|" + kindPrompt + "|" +
	kindHours + "|" + kindQuickConnect + "|" + kindProfile + "|" + kindNumber + "|" + kindGroup + "|" +
	kindStatus + "|" + kindSecurityProfile + "|" + kindEmail + "|" + kindTemplate

// rewrite passes each text in a JSON value through change, names of members excepted, and leaves all else as it is.
func rewrite(script string, change func(text string, offset int64) string, options ...jsontext.Options) (
	string, error,
) {
	in := jsontext.NewDecoder(strings.NewReader(script))
	var out bytes.Buffer
	to := jsontext.NewEncoder(&out, options...)
	for {
		token, err := in.ReadToken()
		if errors.Is(err, io.EOF) {
			return out.String(), nil
		}
		if err != nil {
			return "", err
		}
		kind, length := in.StackIndex(in.StackDepth())
		name := kind == '{' && length%2 == 1
		if token.Kind() == '"' && !name {
			token = jsontext.String(change(token.String(), in.InputOffset()))
		}
		if err := to.WriteToken(token); err != nil {
			return "", err
		}
	}
}

// checkJSON tells where a text is no JSON.
func checkJSON(path string, text []byte) Faults {
	decoder := jsontext.NewDecoder(bytes.NewReader(text))
	value, err := decoder.ReadValue()
	if err == nil && value.Kind() != '{' {
		return Faults{{Position{path, 1, 1}, "this is no flow: give a JSON object with Version, StartAction and Actions"}}
	}
	if err == nil {
		if _, err = decoder.ReadToken(); errors.Is(err, io.EOF) {
			return nil
		}
	}
	at, words := decoder.InputOffset(), "something follows the flow"
	var fault *jsontext.SyntacticError
	if errors.As(err, &fault) {
		at = fault.ByteOffset
	}
	if err != nil {
		words = strings.TrimPrefix(err.Error(), "jsontext: ")
	}
	return Faults{{positionIn(path, string(text), at), "this is no JSON: " + words}}
}

// positionIn returns the place of an offset in a text.
func positionIn(path, text string, offset int64) Position {
	before := text[:min(int(offset), len(text))]
	return Position{path, 1 + strings.Count(before, "\n"), len(before) - strings.LastIndex(before, "\n")}
}

// mentionsIn returns what a flow's file names, and where.
func mentionsIn(f File) []mention {
	var found []mention
	rewrite(f.Text, func(text string, offset int64) string { //nolint:errcheck // Load has checked it
		start := offset - int64(len(text)) - 1
		for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
			if m[3] != "" {
				found = append(found, mention{positionIn(f.from, f.Text, start), m[3], m[5]})
			}
		}
		return text
	})
	return found
}

// toIDs puts ids where a script has names. It fails where a name is nobody's yet.
func (s *Site) toIDs(script string) (string, error) {
	var unknown error
	resolved, err := rewrite(script, func(text string, _ int64) string {
		return placeholder.ReplaceAllStringFunc(text, func(found string) string {
			m := placeholder.FindStringSubmatch(found)
			switch {
			case m[1] != "" && m[2] != "":
				return s.arn
			case m[1] != "":
				return s.id
			}
			known := s.of(m[3])
			id, ok := known.ids[m[5]]
			if m[4] != "" {
				id, ok = known.arns[m[5]]
			}
			if !ok {
				unknown = fmt.Errorf("there is no %s %q", spoken(m[3]), m[5])
			}
			return id
		})
	})
	return resolved, errors.Join(err, unknown)
}

// toNames puts names where a script has ids, and lays it out for reading.
func (s *Site) toNames(script string) (string, error) {
	return rewrite(script, func(text string, _ int64) string {
		return identifier.ReplaceAllStringFunc(text, func(found string) string {
			if found == s.id {
				return "{{instance}}"
			}
			if name, ok := s.scriptNames[found]; ok {
				return name
			}
			if rest, inside := strings.CutPrefix(found, s.arn); inside && s.arn != "" {
				return "{{instance.arn}}" + rest
			}
			return found
		})
	}, jsontext.WithIndent("  "))
}

// scriptName returns how a script names a thing.
func scriptName(kind, form, name string) string { return "{{" + kind + form + ":" + name + "}}" }

// canonical returns a script in the form in which two that mean the same are equal.
func (s *Site) canonical(script string) string {
	named, err := s.toNames(script)
	if err != nil {
		return script // it is no JSON; so it is only equal to itself
	}
	value := jsontext.Value(named)
	if err := value.Canonicalize(); err != nil {
		return named
	}
	return string(value)
}
