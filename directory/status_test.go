package directory

import (
	"testing"

	"patchcord/acd"
)

func TestUpdateAgentStatus(t *testing.T) {
	s := fresh(t)
	lunch := acd.AgentStatusID(s.must(acd.CreateAgentStatus{Status: acd.AgentStatus{Name: "Lunch", Enabled: true,
		DisplayOrder: 3, Description: "Away"}}))
	want, _ := s.AgentStatus(lunch)
	s.at = s.at.Add(acd.Second)
	want.LastModifiedAt = s.at
	check := func(what string, cmd acd.UpdateAgentStatus) {
		t.Helper()
		cmd.ID = lunch
		s.must(cmd)
		got, _ := s.AgentStatus(lunch)
		s.equal(what, got, want)
	}
	check("nothing", acd.UpdateAgentStatus{})
	want.Name = "LUNCH"
	check("its own name in capitals", acd.UpdateAgentStatus{Name: new("LUNCH")})
	want.Enabled, want.Description = false, ""
	check("disabled", acd.UpdateAgentStatus{Enabled: new(false), Description: new("")})
	want.DisplayOrder = 50
	check("the last place", acd.UpdateAgentStatus{DisplayOrder: new(int32(50))})
	want.DisplayOrder = 0
	check("no place", acd.UpdateAgentStatus{ResetOrder: true})
	want.DisplayOrder, want.Enabled = 1, true
	check("the place of another", acd.UpdateAgentStatus{ResetOrder: true, DisplayOrder: new(int32(1)),
		Enabled: new(true)})

	for _, status := range s.AgentStatuses() {
		if status.Type != acd.Custom {
			s.refused(acd.UpdateAgentStatus{ID: status.ID, Enabled: new(false)}, acd.Improper, "only CUSTOM")
			s.must(acd.UpdateAgentStatus{ID: status.ID, Name: new("My " + status.Name)})
		}
	}
	for _, c := range []struct {
		cmd  acd.UpdateAgentStatus
		code acd.Code
		part string
	}{
		{acd.UpdateAgentStatus{ID: "none"}, acd.NotFound, `the id "none"`},
		{acd.UpdateAgentStatus{ID: lunch, Name: new("my available")}, acd.Duplicate, "is taken"},
		{acd.UpdateAgentStatus{ID: lunch, Name: new("")}, acd.Invalid, "no name"},
		{acd.UpdateAgentStatus{ID: lunch, DisplayOrder: new(int32(51))}, acd.Invalid, "DisplayOrder is 51"},
		{acd.UpdateAgentStatus{ID: lunch, DisplayOrder: new(int32(-1))}, acd.Invalid, "DisplayOrder is -1"},
	} {
		s.refused(c.cmd, c.code, c.part)
	}
}
