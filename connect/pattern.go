package connect

import (
	"regexp"
	"strings"
)

// pattern is one of the model's regular expressions, in Go's dialect. Go has no lookahead; the model uses it in two
// ways only, to forbid beginnings and to ask for certain characters, so both stand here as plain tests.
type pattern struct {
	source     string           // as a caller may read it in a refusal
	expression *regexp.Regexp   // found anywhere, unless anchored
	forbidden  []string         // beginnings
	demanded   []*regexp.Regexp // each must be found, too
}

// passwordPattern is the one pattern that asks for certain characters.
const passwordPattern = `/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[a-zA-Z\d\S]{8,64}$/`

// newPattern translates a pattern of the model. Three quirks of the published table are mended: slashes around the
// whole, backslashes written twice, and \u for a code point.
func newPattern(source string) *pattern {
	p := &pattern{source: source}
	if source == passwordPattern {
		p.expression = regexp.MustCompile(`^\S{8,64}$`)
		for _, class := range []string{`[a-z]`, `[A-Z]`, `[0-9]`} {
			p.demanded = append(p.demanded, regexp.MustCompile(class))
		}
		return p
	}
	source = strings.ReplaceAll(source, `\\`, `\`)
	source = regexp.MustCompile(`\\u([0-9A-F]{4})`).ReplaceAllString(source, `\x{$1}`)
	anchor, rest := "", source
	if after, ok := strings.CutPrefix(rest, "^"); ok {
		anchor, rest = "^", after
	}
	if after, ok := strings.CutPrefix(rest, "(?!"); ok {
		alternatives, body, _ := strings.Cut(after, ")")
		p.forbidden = strings.Split(alternatives, "|")
		rest = body
	}
	p.expression = regexp.MustCompile(anchor + rest)
	return p
}

// refuses returns why a value does not fit, empty if it does. It repeats only values whose beginning is at fault:
// others may be passwords.
func (p *pattern) refuses(value []byte) string {
	for _, beginning := range p.forbidden {
		if strings.HasPrefix(string(value), beginning) {
			return "must not begin with " + beginning + " as " + quote(value) + " does"
		}
	}
	fits := p.expression.Match(value)
	for _, e := range p.demanded {
		fits = fits && e.Match(value)
	}
	if !fits {
		return "must match the pattern " + p.source
	}
	return ""
}
