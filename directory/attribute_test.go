package directory

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"patchcord/acd"
)

// numbered returns as many different values as asked.
func numbered(n int) []string {
	var values []string
	for i := range n {
		values = append(values, fmt.Sprint("Value ", i))
	}
	return values
}

func TestCreatePredefinedAttribute(t *testing.T) {
	s := fresh(t)
	attribute := acd.PredefinedAttribute{Name: "Équipe 2_.:/=+-@'", Values: []string{"nord", "Nord"},
		Purposes: []string{"ROUTING"}, ValidateValues: true, ReadOnly: true}
	s.equal("created", s.must(acd.CreatePredefinedAttribute{Attribute: attribute}), attribute.Name)
	got, _ := s.Attribute(attribute.Name)
	attribute.LastModifiedAt, attribute.ReadOnly = s.at, false
	s.equal("attribute", got, attribute)
	s.attribute("Empty")
	s.attribute("Full", numbered(500)...)

	for _, c := range []struct {
		name   string
		values []string
		code   acd.Code
		part   string
	}{
		{"", nil, acd.Invalid, "Name is empty"},
		{"connect:Mood", nil, acd.Invalid, "Amazon's own"},
		{"aws:Mood", nil, acd.Invalid, "Amazon's own"},
		{"Mood!", nil, acd.Invalid, `Name is "Mood!"`},
		{"Mood\n", nil, acd.Invalid, "give letters, digits, spaces"},
		{"Mood", []string{"connect:Good"}, acd.Invalid, "Amazon's own"},
		{"Mood", []string{"good", ""}, acd.Invalid, "the value is empty"},
		{"Mood", []string{"good", "#1"}, acd.Invalid, `the value is "#1"`},
		{"Mood", []string{"good", "bad", "good"}, acd.Invalid, `names "good" twice`},
		{"Mood", numbered(501), acd.Invalid, "501 entries; give at most 500"},
		{"empty", nil, acd.Duplicate, `"empty" is taken`},
	} {
		s.refused(acd.CreatePredefinedAttribute{Attribute: acd.PredefinedAttribute{Name: c.name, Values: c.values}}, c.code,
			c.part)
	}
}

func TestCreatePredefinedAttribute_TwentyFiveAtMost(t *testing.T) {
	s := fresh(t)
	for i := range 25 {
		s.attribute(fmt.Sprint("Attribute ", i))
	}
	one := acd.CreatePredefinedAttribute{Attribute: acd.PredefinedAttribute{Name: "One more"}}
	s.refused(one, acd.Limit, "25 of at most 25")
	s.must(acd.DeletePredefinedAttribute{Name: "Attribute 7"})
	s.must(one)
}

func TestUpdatePredefinedAttribute(t *testing.T) {
	s := fresh(t)
	s.attribute("Mood", "good", "bad")
	want, _ := s.Attribute("Mood")
	s.at = s.at.Add(acd.Second)
	want.LastModifiedAt = s.at
	yes, values, purposes := true, []string{"fair"}, []string{"ROUTING"}
	for _, c := range []struct {
		cmd  acd.UpdatePredefinedAttribute
		want func()
	}{
		{acd.UpdatePredefinedAttribute{}, func() {}},
		{acd.UpdatePredefinedAttribute{ValidateValues: &yes}, func() { want.ValidateValues = true }},
		{acd.UpdatePredefinedAttribute{Purposes: &purposes}, func() { want.Purposes = purposes }},
		{acd.UpdatePredefinedAttribute{Values: &values}, func() { want.Values = values }},
		{acd.UpdatePredefinedAttribute{Values: &[]string{}}, func() { want.Values = []string{} }},
	} {
		c.cmd.Name = "Mood"
		s.must(c.cmd)
		c.want()
		got, _ := s.Attribute("Mood")
		s.equal("attribute", got, want)
	}
	s.refused(acd.UpdatePredefinedAttribute{Name: "mood"}, acd.NotFound, "no predefined attribute has")
	s.refused(acd.UpdatePredefinedAttribute{Name: "Mood", Values: &[]string{"connect:x"}}, acd.Invalid, "Amazon's own")
}

func TestUpdatePredefinedAttribute_MayDropAValueThatAUserCarries(t *testing.T) {
	s, ana := skilled(t)
	s.must(acd.UpdatePredefinedAttribute{Name: "Technology", Values: &[]string{"EC2"}})
	user, _ := s.User(ana)
	s.equal("proficiencies", user.Proficiencies, []acd.UserProficiency{skill("Kinesis", 2)})
	s.must(acd.UpdateUserProficiencies{UserID: ana, Proficiencies: []acd.UserProficiency{skill("Kinesis", 3)}})
	s.saysInvalid("criteria", s.CheckCriteria([]acd.Step{{Expression: acd.Expression{Attribute: &acd.AttributeCondition{
		Name: "Technology", Value: "Kinesis", Operator: acd.NumberGreaterOrEqualTo, Level: 1}}}}), "has no value")
}

func TestSystemAttributes(t *testing.T) {
	s := fresh(t)
	before, _ := s.Attribute("connect:Language")
	s.equal("French and no region", slices.Contains(before.Values, "connect:French"), true)

	s.must(acd.UpdatePredefinedAttribute{Name: "connect:Language", Values: &[]string{"Klingon", "connect:French"}})
	after, _ := s.Attribute("connect:Language")
	s.equal("added", after.Values, append(slices.Clone(before.Values), "Klingon"))
	full := append(slices.Clone(before.Values), numbered(500)...)
	s.must(acd.UpdatePredefinedAttribute{Name: "connect:Language", Values: &full})
	s.must(acd.UpdatePredefinedAttribute{Name: "connect:Language", Values: &[]string{}})
	s.must(acd.UpdatePredefinedAttribute{Name: "connect:Language"})
	after, _ = s.Attribute("connect:Language")
	s.equal("back to the built-in values", after.Values, before.Values)

	yes := true
	for _, c := range []struct {
		cmd  acd.Command
		code acd.Code
		part string
	}{
		{acd.UpdatePredefinedAttribute{Name: "connect:Subtype", Values: &[]string{"Letter"}}, acd.Improper, "system"},
		{acd.UpdatePredefinedAttribute{Name: "connect:Subtype"}, acd.Improper, "system"},
		{acd.UpdatePredefinedAttribute{Name: "connect:Language", ValidateValues: &yes}, acd.Improper, "system"},
		{acd.UpdatePredefinedAttribute{Name: "connect:Language", Purposes: &[]string{"x"}}, acd.Improper, "system"},
		{acd.UpdatePredefinedAttribute{Name: "connect:Language", Values: &[]string{"connect:Klingon"}}, acd.Invalid, "own"},
		{acd.DeletePredefinedAttribute{Name: "connect:Language"}, acd.Improper, "cannot be deleted"},
		{acd.DeletePredefinedAttribute{Name: "connect:Subtype"}, acd.Improper, "cannot be deleted"},
	} {
		s.refused(c.cmd, c.code, c.part)
	}
	tooMany := numbered(501)
	s.refused(acd.UpdatePredefinedAttribute{Name: "connect:Language", Values: &tooMany}, acd.Invalid, "at most 500")
}

func TestDeletePredefinedAttribute(t *testing.T) {
	s, ana := skilled(t)
	s.attribute("Mood", "good")
	s.must(acd.DeletePredefinedAttribute{Name: "Mood"})
	_, there := s.Attribute("Mood")
	s.equal("there", there, false)
	s.attribute("MOOD")

	refusal := s.refused(acd.DeletePredefinedAttribute{Name: "Technology"}, acd.InUse, "the user ana has a proficiency")
	s.equal("in use by", refusal.Resource, acd.Resource{Type: "USER", ID: string(ana)})
	s.must(acd.DisassociateUserProficiencies{UserID: ana, Proficiencies: []acd.UserProficiency{skill("Kinesis", 0)}})
	s.must(acd.DeletePredefinedAttribute{Name: "Technology"})
	s.refused(acd.DeletePredefinedAttribute{Name: "Technology"}, acd.NotFound, "no predefined attribute has")
}

// saysInvalid checks that an error is of the code Invalid and that its sentence has a part.
func (s *scene) saysInvalid(about string, err error, part string) {
	s.Helper()
	refusal, ok := err.(*acd.Error)
	if !ok || refusal.Code != acd.Invalid || !strings.Contains(refusal.Message, part) {
		s.Errorf("%s: got %v; want invalid ... %s", about, err, part)
	}
}
