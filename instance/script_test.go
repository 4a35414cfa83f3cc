package instance_test

import (
	"testing"

	"patchcord/acd"
)

// TestArchivedFlows demands that a flow which a phone number leads to stays, and that an archived one leads nobody new
// while those whom it led go on (A0211).
func TestArchivedFlows(t *testing.T) {
	d := newDesk(t, acd.Quotas{})
	number := d.claim("+12065550100")
	d.do(acd.AssociatePhoneNumberContactFlow{ID: number.ID, FlowID: d.flow})
	archive := acd.UpdateContactFlowMetadata{ID: d.flow, State: acd.FlowArchived}
	d.refused(acd.InUse, archive)
	d.refused(acd.InUse, acd.DeleteContactFlow{ID: d.flow})
	d.do(acd.AssociatePhoneNumberContactFlow{ID: number.ID})
	later := acd.StartContact{Operation: "test", Channel: acd.Task, InitiationMethod: acd.API, FlowID: d.flow,
		ScheduledAt: d.Now().Add(acd.Minute)}
	archived, deleted := acd.ContactID(d.do(later)), later
	d.do(archive)
	d.refused(acd.Improper, later)
	d.refused(acd.Improper, acd.AssociatePhoneNumberContactFlow{ID: number.ID, FlowID: d.flow})
	d.wait(60)
	if c, _ := d.Contact(archived); c.Queue.ID == "" {
		t.Errorf("a scheduled task does not begin with its archived flow: %+v", c)
	}
	d.do(acd.UpdateContactFlowMetadata{ID: d.flow, State: acd.FlowActive})
	deleted.ScheduledAt = d.Now().Add(acd.Minute)
	gone := acd.ContactID(d.do(deleted))
	d.do(acd.DeleteContactFlow{ID: d.flow})
	d.wait(60)
	if c, lives := d.Contact(gone); lives && !c.HasEnded() {
		t.Errorf("a scheduled task lives without a flow: %+v", c)
	}
	d.sameAfterReplay()
}

// TestFlowsOfANewInstance publishes what a new instance holds anew, as somebody may who has looked at it.
func TestFlowsOfANewInstance(t *testing.T) {
	d := newDesk(t, acd.Quotas{})
	for _, f := range d.Directory().Flows() {
		d.do(acd.UpdateContactFlowContent{ID: f.ID, Content: f.Content})
	}
}
