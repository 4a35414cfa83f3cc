package directory

import (
	"slices"

	"patchcord/acd"
)

// parentsMax is how many hours of operation others take their overrides from (CreateHoursOfOperation in the API
// reference).
const parentsMax = 3

// addParents gives hours of operation further parents. One that is a parent already stays one (A0203).
func (d *Directory) addParents(cmd acd.AssociateHoursOfOperations, c Chronicle) error {
	hours, err := d.hours.find(string(cmd.ID))
	err = firstOf(err, checkOnce("ParentHoursOfOperationConfigs", cmd.ParentIDs), knownAll(&d.hours, cmd.ParentIDs),
		d.mayHaveParents(cmd.ID, cmd.ParentIDs), d.checkParents(cmd.ParentIDs))
	if err != nil {
		return err
	}
	hours.ParentIDs = slices.Clone(hours.ParentIDs)
	for _, id := range cmd.ParentIDs {
		if !slices.Contains(hours.ParentIDs, id) {
			hours.ParentIDs = append(hours.ParentIDs, id)
		}
	}
	if len(hours.ParentIDs) > parentsMax {
		return acd.Errorf(acd.Limit, "the hours of operation would have %d parents of at most %d", len(hours.ParentIDs),
			parentsMax)
	}
	hours.LastModifiedAt = c.Now()
	c.Emit(acd.HoursOfOperationChanged{Hours: hours})
	return nil
}

// mayHaveParents says why hours of operation cannot have parents: they are one of those, or a parent themselves.
func (d *Directory) mayHaveParents(id acd.HoursID, parents []acd.HoursID) error {
	if slices.Contains(parents, id) {
		return acd.Errorf(acd.Improper, "the hours of operation %s cannot be their own parent; name others", id)
	}
	for _, child := range d.hours.list() {
		if slices.Contains(child.ParentIDs, id) {
			return acd.Errorf(acd.Improper, "the hours of operation %s are the parent of %s, and so can have none", id,
				child.ID)
		}
	}
	return nil
}

// takeParents takes parents from hours of operation. What is none stays none (A0203).
func (d *Directory) takeParents(cmd acd.DisassociateHoursOfOperations, c Chronicle) error {
	hours, err := d.hours.find(string(cmd.ID))
	err = firstOf(err, checkOnce("ParentHoursOfOperationIds", cmd.ParentIDs), knownAll(&d.hours, cmd.ParentIDs))
	if err != nil {
		return err
	}
	hours.ParentIDs = slices.DeleteFunc(slices.Clone(hours.ParentIDs), func(id acd.HoursID) bool {
		return slices.Contains(cmd.ParentIDs, id)
	})
	hours.LastModifiedAt = c.Now()
	c.Emit(acd.HoursOfOperationChanged{Hours: hours})
	return nil
}
