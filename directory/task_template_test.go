package directory

import (
	"strings"
	"testing"

	"patchcord/acd"
)

// sample returns the flow of a new instance.
func (s *scene) sample() acd.FlowID {
	flows := s.Flows()
	return flows[len(flows)-1].ID
}

// refund returns a template whose flow leads tasks.
func (s *scene) refund(name string) acd.TaskTemplate {
	return acd.TaskTemplate{Name: name, FlowID: s.sample(),
		Fields: []acd.TaskField{
			{Name: "Title", Type: acd.FieldName}, {Name: "When", Type: acd.FieldScheduledTime},
			{Name: "Life", Type: acd.FieldExpiry}, {Name: "Who", Type: acd.FieldQuickConnect},
			{Name: "Mine", Type: acd.FieldSelfAssign}, {Name: "What", Type: acd.FieldDescription},
			{Name: "Page", Type: acd.FieldURL}, {Name: "Amount", Type: acd.FieldNumber},
			{Name: "Until", Type: acd.FieldDateTime},
			{Name: "Reason", Type: acd.FieldSingleSelect, Options: []string{"late", "broken"}},
		},
		Required: []string{"Title", "Who", "Mine", "Amount"},
		Defaults: []acd.TaskDefault{{Field: "Amount", Value: "1"}, {Field: "Life", Value: "30"}},
	}
}

func TestFillTask(t *testing.T) {
	s := fresh(t)
	template := acd.TaskTemplateID(s.must(acd.CreateTaskTemplate{Template: s.refund("Refund")}))
	given := map[string]acd.Reference{"Reason": {Type: "STRING", Value: "late"}, "Other": {Type: "URL", Value: "x"}}
	got, err := s.FillTask(acd.StartContact{TaskTemplateID: template, Name: "Seven", References: given})
	if err != nil {
		t.Fatal(err)
	}
	s.equal("filled", got, acd.StartContact{TaskTemplateID: template, Name: "Seven", FlowID: s.sample(),
		Life: 30 * acd.Minute, References: map[string]acd.Reference{"Reason": {Type: "STRING", Value: "late"},
			"Other": {Type: "URL", Value: "x"}, "Amount": {Type: "NUMBER", Value: "1"}}})
	s.equal("what was given", len(given), 2)
	got, _ = s.FillTask(acd.StartContact{TaskTemplateID: template, Name: "Seven", Life: acd.Minute})
	s.equal("its own life", got.Life, acd.Minute)
}

func TestFillTask_ByQuickConnect(t *testing.T) {
	s := fresh(t)
	quick := s.must(acd.CreateQuickConnect{QuickConnect: s.toQueue("Sales", s.transferFlow("QUEUE_TRANSFER"))})
	template := s.refund("Refund")
	template.FlowID = ""
	template.Defaults = append(template.Defaults, acd.TaskDefault{Field: "Who", Value: quick})
	id := acd.TaskTemplateID(s.must(acd.CreateTaskTemplate{Template: template}))
	got, err := s.FillTask(acd.StartContact{TaskTemplateID: id, Name: "Seven"})
	if err != nil || got.QuickConnectID != acd.QuickConnectID(quick) || got.FlowID != "" {
		t.Errorf("the task is led by %q and %q: %v", got.QuickConnectID, got.FlowID, err)
	}
}

func TestFillTask_Refused(t *testing.T) {
	s := fresh(t)
	template := s.refund("Refund")
	template.Required = append(template.Required, "When", "What", "Page")
	id := acd.TaskTemplateID(s.must(acd.CreateTaskTemplate{Template: template}))
	cmd := acd.StartContact{TaskTemplateID: id}
	refs := func(pairs ...acd.Reference) map[string]acd.Reference {
		all := map[string]acd.Reference{}
		for i, name := range []string{"Page", "Reason"}[:len(pairs)] {
			all[name] = pairs[i]
		}
		return all
	}
	for _, step := range []struct {
		code acd.Code
		part string
		next func()
	}{
		{acd.Improper, `"Title"`, func() { cmd.Name = "Seven" }},
		{acd.Improper, "ScheduledTime", func() { cmd.ScheduledAt = 1 }},
		{acd.Improper, `"What"`, func() { cmd.Description = "d" }},
		{acd.Improper, "Reference of the type URL", func() { cmd.References = refs(acd.Reference{Type: "URL", Value: "u"}) }},
	} {
		_, err := s.FillTask(cmd)
		s.says(err, step.code, step.part)
		step.next()
	}
	if _, err := s.FillTask(cmd); err != nil {
		t.Errorf("what has everything is refused: %v", err)
	}
	cmd.References = refs(acd.Reference{Type: "URL", Value: "u"}, acd.Reference{Type: "STRING", Value: "lost"})
	_, err := s.FillTask(cmd)
	s.says(err, acd.Invalid, "late, broken")
	_, err = s.FillTask(acd.StartContact{TaskTemplateID: "none"})
	s.says(err, acd.NotFound, "no task template")
}

// says checks a refusal.
func (s *scene) says(err error, code acd.Code, part string) {
	s.Helper()
	refused, ok := err.(*acd.Error)
	if !ok || refused.Code != code || !strings.Contains(refused.Message, part) {
		s.Errorf("%v: want %s and %q", err, code, part)
	}
}

func TestTaskTemplates_Quotas(t *testing.T) {
	s := fresh(t)
	first := acd.TaskTemplateID(s.must(acd.CreateTaskTemplate{Template: s.refund("Refund")}))
	for _, q := range []acd.Quotas{{TaskTemplatesPerInstance: 1}, {TaskFieldsPerInstance: 7}} {
		_, err := s.Do(acd.CreateTaskTemplate{Template: s.refund("More")}, q, s)
		s.says(err, acd.Limit, "at most")
	}
	full := s.refund("Refund")
	full.ID = first
	same := acd.Quotas{TaskFieldsPerInstance: 4}
	if _, err := s.Do(acd.UpdateTaskTemplate{Template: full}, same, s); err != nil {
		t.Errorf("a template as large as before is refused: %v", err)
	}
	_, err := s.Do(acd.UpdateTaskTemplate{Template: full}, acd.Quotas{TaskFieldsPerInstance: 3}, s)
	s.says(err, acd.Limit, "4 of at most 3")
	s.refused(acd.DeleteTaskTemplate{ID: "none"}, acd.NotFound, "no task template")
}
