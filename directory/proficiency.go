package directory

import (
	"slices"

	"patchcord/acd"
)

// The levels of a proficiency, whole numbers (A0002).
const levelMin, levelMax = 1, 5

// associateProficiencies gives a user proficiencies that he lacks; one that he has is refused (A0047).
func (d *Directory) associateProficiencies(cmd acd.AssociateUserProficiencies, q acd.Quotas, c Chronicle) error {
	user, err := d.proficient(cmd.UserID, cmd.Proficiencies)
	if err != nil {
		return err
	}
	for _, p := range cmd.Proficiencies {
		if err := firstOf(checkLevel(p), d.checkValue(p.AttributeName, p.AttributeValue)); err != nil {
			return err
		}
		if indexOf(user.Proficiencies, p) >= 0 {
			return acd.Errorf(acd.Improper, "the user %s has a proficiency in %s %s already; change its level with "+
				"UpdateUserProficiencies", user.Username, p.AttributeName, p.AttributeValue)
		}
	}
	user.Proficiencies = slices.Concat(user.Proficiencies, cmd.Proficiencies)
	if n := len(user.Proficiencies); q.ProficienciesPerUser > 0 && n > q.ProficienciesPerUser {
		return acd.Errorf(acd.Improper, "the user %s would have %d proficiencies of at most %d; disassociate some first",
			user.Username, n, q.ProficienciesPerUser)
	}
	changeProficiencies(user, c)
	return nil
}

// updateProficiencies changes levels of proficiencies that a user has (A0047).
func (d *Directory) updateProficiencies(cmd acd.UpdateUserProficiencies, c Chronicle) error {
	user, err := d.proficient(cmd.UserID, cmd.Proficiencies)
	if err != nil {
		return err
	}
	user.Proficiencies = slices.Clone(user.Proficiencies)
	for _, p := range cmd.Proficiencies {
		if err := firstOf(checkLevel(p), checkHas(&user, p)); err != nil {
			return err
		}
		user.Proficiencies[indexOf(user.Proficiencies, p)].Level = p.Level
	}
	changeProficiencies(user, c)
	return nil
}

// disassociateProficiencies takes from a user proficiencies that he has (A0047).
func (d *Directory) disassociateProficiencies(cmd acd.DisassociateUserProficiencies, c Chronicle) error {
	user, err := d.proficient(cmd.UserID, cmd.Proficiencies)
	if err != nil {
		return err
	}
	user.Proficiencies = slices.Clone(user.Proficiencies)
	for _, p := range cmd.Proficiencies {
		if err := checkHas(&user, p); err != nil {
			return err
		}
		i := indexOf(user.Proficiencies, p)
		user.Proficiencies = slices.Delete(user.Proficiencies, i, i+1)
	}
	changeProficiencies(user, c)
	return nil
}

// proficient returns the user whose proficiencies shall change, after checking that the list names something, and
// nothing twice.
func (d *Directory) proficient(id acd.UserID, list []acd.UserProficiency) (acd.User, error) {
	user, err := d.users.find(string(id))
	if err != nil {
		return user, err
	}
	if len(list) == 0 {
		return user, acd.Errorf(acd.Invalid, "UserProficiencies is empty; give one at least")
	}
	for i, p := range list {
		if indexOf(list[:i], p) >= 0 {
			return user, acd.Errorf(acd.Invalid, "UserProficiencies names %s %s twice; name it once", p.AttributeName,
				p.AttributeValue)
		}
	}
	return user, nil
}

func changeProficiencies(user acd.User, c Chronicle) {
	user.ProficienciesAt, user.LastModifiedAt = c.Now(), c.Now()
	c.Emit(acd.UserChanged{User: user})
}

// indexOf returns where a list has a proficiency in the same attribute and value, -1 where it has none.
func indexOf(list []acd.UserProficiency, p acd.UserProficiency) int {
	return slices.IndexFunc(list, func(o acd.UserProficiency) bool {
		return o.AttributeName == p.AttributeName && o.AttributeValue == p.AttributeValue
	})
}

func checkHas(user *acd.User, p acd.UserProficiency) error {
	if indexOf(user.Proficiencies, p) < 0 {
		return acd.Errorf(acd.Improper, "the user %s has no proficiency in %s %s; associate it first", user.Username,
			p.AttributeName, p.AttributeValue)
	}
	return nil
}

func checkLevel(p acd.UserProficiency) error {
	if p.Level < levelMin || p.Level > levelMax {
		return acd.Errorf(acd.Invalid, "the proficiency in %s %s has Level %d; give %d to %d", p.AttributeName,
			p.AttributeValue, p.Level, levelMin, levelMax)
	}
	return nil
}
