package connect

import (
	"testing"
	"unicode/utf8"
)

// TestEveryInputCompiles compiles the inputs of all operations that the table has, served or not: an unknown bound, a
// pattern that Go cannot read or a path without a parent would panic.
func TestEveryInputCompiles(t *testing.T) {
	s := shapes{patterns: make(map[string]*pattern)}
	for operation, members := range readInputs() {
		for i, v := range s.input(members).members {
			if v.location == "" {
				t.Errorf("member %d of %s travels nowhere", i, operation)
			}
		}
	}
	if len(s.patterns) < 20 {
		t.Errorf("only %d patterns were found", len(s.patterns))
	}
}

// TestEveryRowHasItsOperation demands that rows, the tables and the SDK's structs agree on names.
func TestEveryRowHasItsOperation(t *testing.T) {
	const served = 46 // the operations of the first release
	rows := (&handlers{}).rows()
	if len(rows) < served {
		t.Errorf("there are %d rows, not %d", len(rows), served)
	}
	inputs := readInputs()
	for _, r := range rows {
		if r.in.Name() != r.operation+"Input" || r.out.Name() != r.operation+"Output" {
			t.Errorf("the row of %s takes %s and returns %s", r.operation, r.in.Name(), r.out.Name())
		}
		if len(inputs[r.operation]) == 0 && r.in.NumField() > 1 {
			t.Errorf("the table of inputs has nothing for %s", r.operation)
		}
	}
}

// TestRecursiveMembers follows the criteria into itself.
func TestRecursiveMembers(t *testing.T) {
	s := shapes{patterns: make(map[string]*pattern)}
	v := s.input(readInputs()["UpdateContactRoutingData"])
	descend := func(v *shape, names ...string) *shape {
		for _, name := range names {
			if name == "[]" {
				v = v.element
			} else {
				v = v.members[placeOf([]byte(name), v.names)]
			}
		}
		return v
	}
	expression := descend(v, "RoutingCriteria", "Steps", "[]", "Expression")
	for _, list := range []string{"AndExpression", "OrExpression"} {
		if descend(expression, list, "[]") != expression {
			t.Errorf("an expression inside an %s has other bounds", list)
		}
	}
}

// TestPatterns tries what each quirk of the table means.
func TestPatterns(t *testing.T) {
	for _, c := range []struct {
		source, value string
		fits          bool
	}{
		{`^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]*$`, "Kostenstelle: é/1", true},
		{`^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]*$`, "aws:x", false},
		{`^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]*$`, "AWS:x", true},
		{`^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]*$`, "a\nb", false},
		{`(?!aws:|connect:)[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]+$`, "connect:x", false},
		{`(?!aws:|connect:)[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]+$`, "aws:x", false},
		{`(?!aws:|connect:)[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]+$`, "ÿ", true},
		{`(?!aws:|connect:)[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]+$`, "Ā", false},
		{`^(?!d-)([\da-zA-Z]+)([-]*[\da-zA-Z])*$`, "a--b", true},
		{`^(?!d-)([\da-zA-Z]+)([-]*[\da-zA-Z])*$`, "a-", false},
		{`^(?!d-)([\da-zA-Z]+)([-]*[\da-zA-Z])*$`, "d-a", false},
		{`\\+[1-9]\\d{1,14}$`, "+15550100", true},
		{`\\+[1-9]\\d{1,14}$`, "15550100", false},
		{`\\+[1-9]\\d{1,14}$`, "call +15550100", true},
		{`\\+?[0-9]{1,11}`, "+1", true},
		{`.*\S.*`, " \t ", false},
		{`.*\S.*`, " x ", true},
		{`^\P{C}*$`, "a\u0000b", false},
		{`^[\P{C}\r\n\t]{1,127}$`, "a\nb", true},
		{`^d-[0-9a-f]{10}$`, "d-0123456789", true},
		{`s3://\S+/.+|https://\\S+\\.s3\\.\\S+\\.amazonaws\\.com/\\S+`, "https://b.s3.us-east-1.amazonaws.com/k", true},
		{`s3://\S+/.+|https://\\S+\\.s3\\.\\S+\\.amazonaws\\.com/\\S+`, "https://example.com/k", false},
		{passwordPattern, "Passw0rd", true},
		{passwordPattern, "Passw0r", false},
		{passwordPattern, "Pass w0rd", false},
		{passwordPattern, "passw0rd", false},
		{passwordPattern, "PASSW0RD", false},
		{passwordPattern, "Password", false},
	} {
		if why := newPattern(c.source).refuses([]byte(c.value)); (why == "") != c.fits {
			t.Errorf("%s and %q: %q", c.source, c.value, why)
		} else if why != "" && !utf8.ValidString(why) {
			t.Errorf("%q is no sentence", why)
		}
	}
}
