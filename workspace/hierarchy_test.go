package workspace

import (
	"strings"
	"testing"

	"patchcord/acd"
	"patchcord/demo"
)

// The groups of an agent are in his events as they are now, and in those of a contact as they were when he joined.
func TestHierarchyInEvents(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	bob := w.demo.Users["bob"]
	path := w.instancePath("/users/" + string(bob))
	live := w.read(path+"/events", "")
	live.until(heartBeat)
	w.do(acd.UpdateUserHierarchyStructure{Levels: []string{"Country", "City"}})
	top := acd.HierarchyGroupID(w.do(acd.CreateUserHierarchyGroup{Name: "Norway"}))
	low := acd.HierarchyGroupID(w.do(acd.CreateUserHierarchyGroup{Name: "Oslo", ParentID: top}))
	w.do(acd.UpdateUserHierarchy{UserID: bob, GroupID: low})
	tells := func(e event, words ...string) {
		t.Helper()
		for _, word := range words {
			if !strings.Contains(e.data, word) {
				t.Errorf("%s does not tell %s", e.data, word)
			}
		}
	}
	changed := live.until(stateChange)
	tells(changed[len(changed)-1], `"AgentHierarchyGroups":{"Level1":{"ARN":`,
		`/agent-group/`+string(low)+`","Name":"Oslo"}`, `"Level3":null`, `"AgentHierarchyGroups":null`) // as he was before
	w.do(acd.UpdateUserHierarchyGroupName{ID: top, Name: "Noreg"})
	changed = live.until(stateChange)
	tells(changed[len(changed)-1], `"Name":"Noreg"`, `"Name":"Norway"`)

	w.put("ana", "Offline")
	w.put("dan", "Offline")
	task := w.task(demo.Simple)
	w.must("POST", path+"/contacts/"+string(task)+"/accept", "")
	events := w.read(w.instancePath("/events"), "0").until(connectedToAgent)
	tells(events[len(events)-1], `"hierarchyGroups":{"level1":{"arn":`, `/agent-group/`+string(top)+`"`,
		`"level2":{"arn":`)
}
