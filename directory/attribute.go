package directory

import (
	"slices"
	"unicode"

	"patchcord/acd"
)

// valuesMax is how many values of an attribute an instance may make (AG:predefined-attributes).
const valuesMax = 500

func attributeKey(a *acd.PredefinedAttribute) (id, name string) { return a.Name, a.Name }

// Attribute returns the predefined attribute with a name, spelt as it was created.
func (d *Directory) Attribute(name string) (acd.PredefinedAttribute, bool) {
	a, ok := d.attributes.byID[name]
	return a, ok
}

// Attributes returns all predefined attributes by name.
func (d *Directory) Attributes() []acd.PredefinedAttribute { return d.attributes.list() }

func (d *Directory) createAttribute(cmd acd.CreatePredefinedAttribute, q acd.Quotas, c Chronicle) (string, error) {
	attribute := cmd.Attribute
	attribute.ReadOnly = false
	err := firstOf(
		checkAttributeText("Name", attribute.Name),
		checkValues(attribute.Values),
		d.attributes.free(attribute.Name),
		d.roomForAttribute(q.AttributesPerInstance),
	)
	if err != nil {
		return "", err
	}
	attribute.LastModifiedAt = c.Now()
	c.Emit(acd.PredefinedAttributeCreated{Attribute: attribute})
	return attribute.Name, nil
}

// updateAttribute replaces the values of an attribute, and what else is given. A value that a user carries may go: he
// keeps his proficiency, which new criteria cannot name any more (A0044).
func (d *Directory) updateAttribute(cmd acd.UpdatePredefinedAttribute, c Chronicle) error {
	attribute, err := d.attributes.find(cmd.Name)
	if err != nil {
		return err
	}
	if attribute.ReadOnly {
		attribute, err = extendSystemAttribute(attribute, cmd)
	} else {
		attribute, err = changeAttribute(attribute, cmd)
	}
	if err != nil {
		return err
	}
	attribute.LastModifiedAt = c.Now()
	c.Emit(acd.PredefinedAttributeChanged{Attribute: attribute})
	return nil
}

func changeAttribute(a acd.PredefinedAttribute, cmd acd.UpdatePredefinedAttribute) (acd.PredefinedAttribute, error) {
	if cmd.Values != nil {
		if err := checkValues(*cmd.Values); err != nil {
			return a, err
		}
		a.Values = *cmd.Values
	}
	if cmd.Purposes != nil {
		a.Purposes = *cmd.Purposes
	}
	if cmd.ValidateValues != nil {
		a.ValidateValues = *cmd.ValidateValues
	}
	return a, nil
}

// deleteAttribute removes an attribute that no user carries. Contacts that wait for one who does are not asked
// (AG:predefined-attributes, AG:proficiency-routing).
func (d *Directory) deleteAttribute(cmd acd.DeletePredefinedAttribute, c Chronicle) error {
	attribute, err := d.attributes.find(cmd.Name)
	if err != nil {
		return err
	}
	if attribute.ReadOnly {
		return acd.Errorf(acd.Improper, "%s is a system attribute; it cannot be deleted", attribute.Name)
	}
	for _, user := range d.users.list() {
		if carries(&user, attribute.Name) {
			return inUse("USER", string(user.ID), "the user %s has a proficiency in %s; disassociate it from every user first",
				user.Username, attribute.Name)
		}
	}
	c.Emit(acd.PredefinedAttributeDeleted{Name: attribute.Name})
	return nil
}

func carries(u *acd.User, attribute string) bool {
	return slices.ContainsFunc(u.Proficiencies, func(p acd.UserProficiency) bool { return p.AttributeName == attribute })
}

// roomForAttribute says why there is no place for one more attribute. System attributes are not counted (A0041).
func (d *Directory) roomForAttribute(quota int) error {
	made := 0
	for _, a := range d.attributes.list() {
		if !a.ReadOnly {
			made++
		}
	}
	if acd.Exceeded(quota, made) {
		return acd.Errorf(acd.Limit, "the instance has %d of at most %d predefined attributes; raise the quota", made, quota)
	}
	return nil
}

// checkValues checks the values that an instance gives an attribute.
func checkValues(values []string) error {
	if len(values) > valuesMax {
		return acd.Errorf(acd.Invalid, "Values has %d entries; give at most %d", len(values), valuesMax)
	}
	seen := make(map[string]bool, len(values))
	for _, v := range values {
		if err := checkAttributeText("the value", v); err != nil {
			return err
		}
		if seen[v] {
			return acd.Errorf(acd.Invalid, "Values names %q twice; name it once", v)
		}
		seen[v] = true
	}
	return nil
}

// checkAttributeText checks the name or a value of an attribute against the pattern in AG:predefined-attributes,
//
//	^(?!(aws:|connect:))[\p{L}\p{Z}\p{N}_.:/=+-@']+$
//
// in which +-@ is every sign from + to @.
func checkAttributeText(what, text string) error {
	if isAmazons(text) {
		return acd.Errorf(acd.Invalid, "%s is %q; what begins with aws: or connect: is Amazon's own", what, text)
	}
	for _, r := range text {
		if !unicode.In(r, unicode.L, unicode.Z, unicode.N) && r != '_' && r != '\'' && (r < '+' || r > '@') {
			return acd.Errorf(acd.Invalid, "%s is %q; give letters, digits, spaces, _, ' and the signs from + to @", what,
				text)
		}
	}
	if text == "" {
		return acd.Errorf(acd.Invalid, "%s is empty; give one sign at least", what)
	}
	return nil
}

// CheckCriteria says why steps name what the instance does not know: every attribute must exist with the value, and
// every agent must be or have been a user (A0026). Whether the steps are well formed is acd.ValidateSteps' to say.
func (d *Directory) CheckCriteria(steps []acd.Step) error {
	var first error
	for i := range steps {
		steps[i].Expression.Conditions(func(c *acd.AttributeCondition) {
			if first == nil {
				first = d.checkCondition(c)
			}
		})
	}
	return first
}

func (d *Directory) checkCondition(c *acd.AttributeCondition) error {
	if c.Operator != acd.Match {
		return d.checkValue(c.Name, c.Value)
	}
	for _, id := range *c.AgentIDs {
		if !d.WasUser(id) {
			return acd.Errorf(acd.Invalid, "AgentIds names %q, who never was a user; give ids of users", id)
		}
	}
	return nil
}

// checkValue checks that an attribute exists and has a value.
func (d *Directory) checkValue(name, value string) error {
	attribute, ok := d.Attribute(name)
	if !ok {
		return acd.Errorf(acd.Invalid, "the predefined attribute %q does not exist; create it first", name)
	}
	if !slices.Contains(attribute.Values, value) {
		return acd.Errorf(acd.Invalid, "the predefined attribute %q has no value %q; add it first", name, value)
	}
	return nil
}
