package directory

import (
	"fmt"
	"testing"

	"patchcord/acd"
)

func TestTagResource_EveryKind(t *testing.T) {
	s := fresh(t)
	ana := s.user("ana")
	for kind, id := range map[acd.ResourceKind]string{
		"": "", acd.KindQueue: string(s.basicQueue()), acd.KindUser: string(ana),
		acd.KindRoutingProfile: string(s.basicProfile().ID), acd.KindSecurityProfile: string(s.SecurityProfiles()[0].ID),
		acd.KindAgentStatus: string(s.AgentStatuses()[0].ID), acd.KindHours: string(s.basicHours()),
		acd.KindFlow:         string(s.Flows()[0].ID),
		acd.KindFlowModule:   s.must(acd.CreateContactFlowModule{Module: acd.ContactFlowModule{Name: "m"}}),
		acd.KindTaskTemplate: s.must(acd.CreateTaskTemplate{Template: acd.TaskTemplate{Name: "t"}}),
		acd.KindPrompt:       s.must(acd.CreatePrompt{Prompt: acd.Prompt{Name: "p"}}),
	} {
		s.must(acd.TagResource{Kind: kind, ID: id, Tags: map[string]string{"a": "1", "b": "2"}})
		before := s.Tags(kind, id)
		s.must(acd.TagResource{Kind: kind, ID: id, Tags: map[string]string{"b": "3", "A": ""}})
		s.equal("merged", s.Tags(kind, id), map[string]string{"a": "1", "b": "3", "A": ""})
		s.equal("read before", before, map[string]string{"a": "1", "b": "2"})
		s.must(acd.UntagResource{Kind: kind, ID: id, Keys: []string{"b", "A", "none"}})
		s.equal("left", s.Tags(kind, id), map[string]string{"a": "1"})
		s.must(acd.UntagResource{Kind: kind, ID: id, Keys: []string{"a"}})
		s.equal("none left", len(s.Tags(kind, id)), 0)
		if kind != "" {
			s.refused(acd.TagResource{Kind: kind, ID: "none"}, acd.NotFound, `has the id "none"`)
			s.refused(acd.UntagResource{Kind: kind, ID: "none"}, acd.NotFound, `has the id "none"`)
		}
	}
	s.equal("tags in the state", len(s.Snapshot().Tags), 0)
}

func TestTagResource_Refused(t *testing.T) {
	s := fresh(t)
	tags := map[string]string{}
	for i := range 50 {
		tags[fmt.Sprint("key ", i)] = ""
	}
	s.must(acd.TagResource{Tags: tags})
	for _, c := range []struct {
		cmd  acd.TagResource
		code acd.Code
		part string
	}{
		{acd.TagResource{Tags: map[string]string{"one more": ""}}, acd.Improper, "51 tags; 50 are allowed"},
		{acd.TagResource{Tags: map[string]string{"aws:x": ""}}, acd.Improper, "51 tags"},
		{acd.TagResource{Kind: acd.KindContact, ID: "c"}, acd.Improper, "takes no tags"},
		{acd.TagResource{Kind: acd.KindAgentQueue, ID: "u"}, acd.Improper, "takes no tags"},
		{acd.TagResource{Kind: "rule", ID: "q"}, acd.NotFound, "rule"},
		{acd.TagResource{Kind: acd.KindQueue, ID: string(s.basicQueue()), Tags: map[string]string{"aws:x": ""}}, acd.Invalid,
			`"aws:x"`},
		{acd.TagResource{Kind: acd.KindQueue, ID: string(s.basicQueue()), Tags: map[string]string{"": ""}}, acd.Invalid,
			"empty"},
	} {
		s.refused(c.cmd, c.code, c.part)
	}
	s.must(acd.TagResource{Tags: map[string]string{"key 7": "seven"}})
}
