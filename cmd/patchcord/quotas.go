package main

import (
	"flag"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode"

	"patchcord/acd"
)

// quotaFlags are the flags that set quotas: all at once, and each by itself.
type quotaFlags struct {
	base *string
	each []*quotaFlag // in the order of the fields of acd.Quotas; none where only the base can be chosen
}

// quotaFlag is the flag of one quota. It says nothing unless it was set.
type quotaFlag struct {
	value int
	set   bool
}

// Set is part of flag.Value.
func (q *quotaFlag) Set(text string) error {
	n, err := strconv.ParseInt(text, 10, 32)
	if err != nil || n < acd.None {
		return fmt.Errorf("give a whole number, 0 for no limit, %d to allow none", acd.None)
	}
	q.value, q.set = int(n), true
	return nil
}

// String is part of flag.Value.
func (q *quotaFlag) String() string {
	if q == nil || !q.set {
		return ""
	}
	return strconv.Itoa(q.value)
}

// newQuotaFlags adds the flag for all quotas at once.
func newQuotaFlags(flags *flag.FlagSet, preset string) *quotaFlags {
	return &quotaFlags{base: flags.String("quotas", preset, "`WHICH` quotas: aws for those of a new account at Amazon, "+
		"off for none")}
}

// addEach adds a flag for each quota, named after its field.
func (q *quotaFlags) addEach(flags *flag.FlagSet) *quotaFlags {
	amazons := reflect.ValueOf(acd.AmazonQuotas())
	for i := range amazons.NumField() {
		one := &quotaFlag{}
		q.each = append(q.each, one)
		flags.Var(one, "quota"+hyphenated(amazons.Type().Field(i).Name), fmt.Sprintf("this quota alone: a `NUMBER`, "+
			"0 for no limit, %d to allow none (Amazon's: %d)", acd.None, amazons.Field(i).Int()))
	}
	return q
}

// hyphenated turns a field's name into the end of a flag's: "QueuesPerProfile" into "-queues-per-profile".
func hyphenated(name string) string {
	var b strings.Builder
	for _, r := range name {
		if unicode.IsUpper(r) {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// quotas returns what the flags say.
func (q *quotaFlags) quotas() (quotas acd.Quotas, err error) {
	switch *q.base {
	case "aws":
		quotas = acd.AmazonQuotas()
	case "off":
	default:
		return quotas, misuse("--quotas is %q; give aws or off", *q.base)
	}
	fields := reflect.ValueOf(&quotas).Elem()
	for i, one := range q.each {
		if one.set {
			fields.Field(i).SetInt(int64(one.value))
		}
	}
	return quotas, nil
}
