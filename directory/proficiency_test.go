package directory

import (
	"fmt"
	"testing"

	"patchcord/acd"
)

// skill returns a proficiency in the attribute Technology.
func skill(value string, level int32) acd.UserProficiency {
	return acd.UserProficiency{AttributeName: "Technology", AttributeValue: value, Level: level}
}

// skilled returns a scene with the attribute Technology and a user who has one proficiency in it.
func skilled(t *testing.T) (*scene, acd.UserID) {
	s := fresh(t)
	s.attribute("Technology", "Kinesis", "DynamoDB", "EC2")
	ana := s.user("ana")
	s.must(acd.AssociateUserProficiencies{UserID: ana, Proficiencies: []acd.UserProficiency{skill("Kinesis", 2)}})
	return s, ana
}

func TestAssociateUserProficiencies(t *testing.T) {
	s, ana := skilled(t)
	first, _ := s.User(ana)
	s.at = s.at.Add(acd.Second)
	language := acd.UserProficiency{AttributeName: "connect:Language", AttributeValue: "connect:French", Level: 5}
	s.must(acd.AssociateUserProficiencies{UserID: ana, Proficiencies: []acd.UserProficiency{skill("EC2", 1), language}})
	got, _ := s.User(ana)
	want := first
	want.Proficiencies = []acd.UserProficiency{skill("Kinesis", 2), skill("EC2", 1), language}
	want.ProficienciesAt, want.LastModifiedAt = s.at, s.at
	s.equal("user", got, want)
	s.equal("what was read before", first.Proficiencies, []acd.UserProficiency{skill("Kinesis", 2)})

	for _, c := range []struct {
		user acd.UserID
		list []acd.UserProficiency
		code acd.Code
		part string
	}{
		{"none", []acd.UserProficiency{skill("DynamoDB", 1)}, acd.NotFound, "no user has"},
		{ana, nil, acd.Invalid, "UserProficiencies is empty"},
		{ana, []acd.UserProficiency{skill("DynamoDB", 1), skill("DynamoDB", 2)}, acd.Invalid, "DynamoDB twice"},
		{ana, []acd.UserProficiency{skill("DynamoDB", 0)}, acd.Invalid, "has Level 0"},
		{ana, []acd.UserProficiency{skill("DynamoDB", 6)}, acd.Invalid, "has Level 6"},
		{ana, []acd.UserProficiency{skill("Neptune", 1)}, acd.Invalid, `"Technology" has no value "Neptune"`},
		{ana, []acd.UserProficiency{skill("dynamodb", 1)}, acd.Invalid, `no value "dynamodb"`},
		{ana, []acd.UserProficiency{{AttributeName: "technology", AttributeValue: "EC2", Level: 1}}, acd.Invalid,
			`attribute "technology" does not exist`},
		{ana, []acd.UserProficiency{skill("DynamoDB", 1), skill("Kinesis", 2)}, acd.Improper, "UpdateUserProficiencies"},
	} {
		s.refused(acd.AssociateUserProficiencies{UserID: c.user, Proficiencies: c.list}, c.code, c.part)
	}
}

func TestAssociateUserProficiencies_TenAtMost(t *testing.T) {
	s := fresh(t)
	var values []string
	var list []acd.UserProficiency
	for i := range 11 {
		values = append(values, fmt.Sprint("Value ", i))
		list = append(list, skill(values[i], 3))
	}
	s.attribute("Technology", values...)
	ana := s.user("ana")
	s.refused(acd.AssociateUserProficiencies{UserID: ana, Proficiencies: list}, acd.Improper, "11 proficiencies of")
	s.must(acd.AssociateUserProficiencies{UserID: ana, Proficiencies: list[:10]})
	s.refused(acd.AssociateUserProficiencies{UserID: ana, Proficiencies: list[10:]}, acd.Improper, "of at most 10")
	s.quotas = acd.Quotas{}
	s.must(acd.AssociateUserProficiencies{UserID: ana, Proficiencies: list[10:]})
}

func TestUpdateUserProficiencies(t *testing.T) {
	s, ana := skilled(t)
	s.must(acd.AssociateUserProficiencies{UserID: ana, Proficiencies: []acd.UserProficiency{skill("EC2", 1)}})
	first, _ := s.User(ana)
	s.at = s.at.Add(acd.Second)
	s.must(acd.UpdateUserProficiencies{UserID: ana, Proficiencies: []acd.UserProficiency{skill("Kinesis", 5)}})
	got, _ := s.User(ana)
	s.equal("levels", got.Proficiencies, []acd.UserProficiency{skill("Kinesis", 5), skill("EC2", 1)})
	s.equal("changed at", got.ProficienciesAt, s.at)
	s.equal("what was read before", first.Proficiencies[0], skill("Kinesis", 2))

	for _, c := range []struct {
		user acd.UserID
		list []acd.UserProficiency
		code acd.Code
		part string
	}{
		{"none", []acd.UserProficiency{skill("EC2", 1)}, acd.NotFound, "no user has"},
		{ana, nil, acd.Invalid, "UserProficiencies is empty"},
		{ana, []acd.UserProficiency{skill("EC2", 6)}, acd.Invalid, "has Level 6"},
		{ana, []acd.UserProficiency{skill("EC2", 1), skill("EC2", 2)}, acd.Invalid, "EC2 twice"},
		{ana, []acd.UserProficiency{skill("EC2", 3), skill("DynamoDB", 3)}, acd.Improper, "associate it first"},
	} {
		s.refused(acd.UpdateUserProficiencies{UserID: c.user, Proficiencies: c.list}, c.code, c.part)
	}
}

func TestDisassociateUserProficiencies(t *testing.T) {
	s, ana := skilled(t)
	s.must(acd.AssociateUserProficiencies{UserID: ana, Proficiencies: []acd.UserProficiency{skill("EC2", 1),
		skill("DynamoDB", 4)}})
	first, _ := s.User(ana)
	s.at = s.at.Add(acd.Second)
	s.must(acd.DisassociateUserProficiencies{UserID: ana, Proficiencies: []acd.UserProficiency{skill("EC2", 0)}})
	got, _ := s.User(ana)
	s.equal("left", got.Proficiencies, []acd.UserProficiency{skill("Kinesis", 2), skill("DynamoDB", 4)})
	s.equal("changed at", got.ProficienciesAt, s.at)
	s.equal("what was read before", first.Proficiencies[1], skill("EC2", 1))

	for _, c := range []struct {
		user acd.UserID
		list []acd.UserProficiency
		code acd.Code
		part string
	}{
		{"none", []acd.UserProficiency{skill("Kinesis", 0)}, acd.NotFound, "no user has"},
		{ana, nil, acd.Invalid, "UserProficiencies is empty"},
		{ana, []acd.UserProficiency{skill("Kinesis", 0), skill("Kinesis", 0)}, acd.Invalid, "Kinesis twice"},
		{ana, []acd.UserProficiency{skill("Kinesis", 0), skill("EC2", 0)}, acd.Improper, "has no proficiency"},
	} {
		s.refused(acd.DisassociateUserProficiencies{UserID: c.user, Proficiencies: c.list}, c.code, c.part)
	}
}

func TestCheckCriteria(t *testing.T) {
	s, ana := skilled(t)
	gone := s.user("bob")
	s.must(acd.DeleteUser{UserID: gone})
	on := func(name, value string) acd.Expression {
		return acd.Expression{Attribute: &acd.AttributeCondition{Name: name, Value: value,
			Operator: acd.NumberGreaterOrEqualTo, Level: 3}}
	}
	agents := func(ids ...acd.UserID) acd.Expression {
		return acd.Expression{Attribute: &acd.AttributeCondition{Operator: acd.Match, AgentIDs: &ids}}
	}
	known, unknown := on("Technology", "EC2"), on("Technology", "Neptune")
	for _, c := range []struct {
		about string
		x     acd.Expression
		part  string // of the refusal; empty: granted
	}{
		{"known", known, ""},
		{"system attributes", acd.Expression{And: []acd.Expression{on("connect:Language", "connect:English"),
			on("connect:Subtype", "connect:Chat")}}, ""},
		{"users, one deleted", agents(ana, gone), ""},
		{"unknown attribute", on("Mood", "good"), `attribute "Mood" does not exist`},
		{"unknown value", unknown, `has no value "Neptune"`},
		{"negated", acd.Expression{Not: unknown.Attribute}, `has no value "Neptune"`},
		{"in an and", acd.Expression{And: []acd.Expression{known, unknown}}, `has no value "Neptune"`},
		{"in an or", acd.Expression{Or: []acd.Expression{known, {And: []acd.Expression{unknown}}}}, `has no value "Neptune"`},
		{"never a user", agents(ana, "none"), `"none", who never was a user`},
	} {
		err := s.CheckCriteria([]acd.Step{{Expression: known}, {Expression: c.x}})
		if c.part == "" {
			s.equal(c.about, err, nil)
			continue
		}
		s.saysInvalid(c.about, err, c.part)
	}
}
