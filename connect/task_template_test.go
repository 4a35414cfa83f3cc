package connect

import (
	"encoding/json"
	"errors"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// told writes anything as JSON, for a message or to compare.
func told(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(text)
}

// refunds is a template with a field of each sort.
func (s *stage) refunds(flow string) *sdk.CreateTaskTemplateInput {
	id := func(name string) *types.TaskTemplateFieldIdentifier {
		return &types.TaskTemplateFieldIdentifier{Name: &name}
	}
	field := func(name string, kind types.TaskTemplateFieldType, options ...string) types.TaskTemplateField {
		return types.TaskTemplateField{Id: id(name), Type: kind, SingleSelectOptions: options}
	}
	preset := func(name, v string) types.TaskTemplateDefaultFieldValue {
		return types.TaskTemplateDefaultFieldValue{Id: id(name), DefaultValue: &v}
	}
	return &sdk.CreateTaskTemplateInput{
		InstanceId: &s.instance, Name: s.name("Refund"), Description: new("Money goes back"), ContactFlowId: &flow,
		Fields: []types.TaskTemplateField{
			field("Title", "NAME"), field("What", "DESCRIPTION"), field("Expiry", "EXPIRY_DURATION"),
			field("Amount", "NUMBER"), field("Reason", "SINGLE_SELECT", "late", "broken"), field("Answer to", "EMAIL"),
			field("Again", "BOOLEAN"),
		},
		Constraints: &types.TaskTemplateConstraints{
			RequiredFields:  []types.RequiredFieldInfo{{Id: id("Amount")}, {Id: id("What")}},
			ReadOnlyFields:  []types.ReadOnlyFieldInfo{{Id: id("Expiry")}},
			InvisibleFields: []types.InvisibleFieldInfo{{Id: id("Again")}},
		},
		Defaults: &types.TaskTemplateDefaults{DefaultFieldValues: []types.TaskTemplateDefaultFieldValue{
			preset("What", "Look into it"), preset("Expiry", "90"), preset("Reason", "late"), preset("Again", "FALSE"),
		}},
	}
}

// template makes a template.
func (s *stage) template(flow string) string {
	s.Helper()
	return *got(s.client.CreateTaskTemplate(s.ctx, s.refunds(flow))).Id
}

// refund is a task that has all that its template requires.
func (s *stage) refund(template string) *sdk.StartTaskContactInput {
	return &sdk.StartTaskContactInput{
		InstanceId: &s.instance, TaskTemplateId: &template, Name: new("Refund of order 7"),
		References: map[string]types.Reference{"Amount": {Type: types.ReferenceTypeNumber, Value: new("12.50")}},
	}
}

func (s *stage) rightTaskTemplates(flow string) []asked {
	s.Helper()
	id, gone := s.template(flow), s.template(flow)
	create := s.refunds(flow)
	task := got(s.client.StartTaskContact(s.ctx, s.refund(id))).ContactId
	return []asked{
		{"UpdateContactTaskTemplate", &UpdateContactTaskTemplateInput{InstanceId: &s.instance, ContactId: task,
			TaskTemplateId: new(s.template(flow))}},
		{"CreateTaskTemplate", create},
		{"GetTaskTemplate", &sdk.GetTaskTemplateInput{InstanceId: &s.instance, TaskTemplateId: &id}},
		{"ListTaskTemplates", &sdk.ListTaskTemplatesInput{InstanceId: &s.instance}},
		{"UpdateTaskTemplate", &sdk.UpdateTaskTemplateInput{InstanceId: &s.instance, TaskTemplateId: &id,
			ContactFlowId: &flow, Fields: create.Fields, Constraints: create.Constraints, Defaults: create.Defaults}},
		{"DeleteTaskTemplate", &sdk.DeleteTaskTemplateInput{InstanceId: &s.instance, TaskTemplateId: &gone}},
	}
}

// TestTaskTemplates creates, shows, changes, lists and deletes a template.
func TestTaskTemplates(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	flow := s.otherFlow("CONTACT_FLOW")
	create := s.refunds(flow)
	create.ClientToken = new("once")
	made := got(s.client.CreateTaskTemplate(s.ctx, create))
	if again := got(s.client.CreateTaskTemplate(s.ctx, create)); *again.Id != *made.Id ||
		*made.Arn != s.arn(acd.KindTaskTemplate, *made.Id) {
		t.Errorf("the answers are %s and %s", told(made), told(again))
	}
	get := &sdk.GetTaskTemplateInput{InstanceId: &s.instance, TaskTemplateId: made.Id}
	shown := got(s.client.GetTaskTemplate(s.ctx, get))
	same(t, "the fields", told(shown.Fields), told(create.Fields))
	same(t, "the constraints", told(shown.Constraints), told(create.Constraints))
	same(t, "the defaults", told(shown.Defaults), told(create.Defaults))
	same(t, "the status", shown.Status, types.TaskTemplateStatusActive)
	same(t, "the flow", *shown.ContactFlowId, flow)
	s.turn(60)
	changed := got(s.client.UpdateTaskTemplate(s.ctx, &sdk.UpdateTaskTemplateInput{
		InstanceId: &s.instance, TaskTemplateId: made.Id, Status: types.TaskTemplateStatusInactive,
		Fields: create.Fields[:1]}))
	if *changed.Name != *create.Name || len(changed.Fields) != 1 || changed.Constraints != nil ||
		changed.Defaults != nil || changed.Description != nil || changed.ContactFlowId != nil ||
		!changed.CreatedTime.Equal(*shown.CreatedTime) ||
		changed.LastModifiedTime.Sub(*shown.LastModifiedTime).Seconds() != 60 {
		t.Errorf("the template is changed into %s", told(changed))
	}
	list := func(status types.TaskTemplateStatus, name *string) int {
		return len(got(s.client.ListTaskTemplates(s.ctx, &sdk.ListTaskTemplatesInput{
			InstanceId: &s.instance, Status: status, Name: name})).TaskTemplates)
	}
	if list("", nil) != 1 || list("ACTIVE", nil) != 0 || list("INACTIVE", create.Name) != 1 || list("", new("x")) != 0 {
		t.Error("the template is listed wrongly")
	}
	got(s.client.DeleteTaskTemplate(s.ctx, &sdk.DeleteTaskTemplateInput{
		InstanceId: &s.instance, TaskTemplateId: made.Id}))
	_, err := s.client.GetTaskTemplate(s.ctx, get)
	refused(t, err, "ResourceNotFoundException", 404, *made.Id)
}

// TestTemplateProblems reads from the exception which member of a template is wrong, and why.
func TestTemplateProblems(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	flow := s.otherFlow("CONTACT_FLOW")
	taken := s.refunds(flow)
	got(s.client.CreateTaskTemplate(s.ctx, taken))
	for _, c := range []struct {
		path   string
		reason types.PropertyValidationExceptionReason
		spoil  func(*sdk.CreateTaskTemplateInput)
	}{
		{"Name", "RESOURCE_NAME_ALREADY_EXISTS", func(in *sdk.CreateTaskTemplateInput) { in.Name = taken.Name }},
		{"Fields[1].Id.Name", "REQUIRED_PROPERTY_MISSING", func(in *sdk.CreateTaskTemplateInput) {
			in.Fields[1].Id = &types.TaskTemplateFieldIdentifier{}
		}},
		{"Fields[1].Id.Name", "UNIQUE_CONSTRAINT_VIOLATED", func(in *sdk.CreateTaskTemplateInput) {
			in.Fields[1].Id = in.Fields[0].Id
		}},
		{"Fields[1].Type", "UNIQUE_CONSTRAINT_VIOLATED", func(in *sdk.CreateTaskTemplateInput) {
			in.Fields[1].Type = "NAME"
		}},
		{"Fields[1].Type", "REQUIRED_PROPERTY_MISSING", func(in *sdk.CreateTaskTemplateInput) { in.Fields[1].Type = "" }},
		{"Fields[4].SingleSelectOptions", "REQUIRED_PROPERTY_MISSING", func(in *sdk.CreateTaskTemplateInput) {
			in.Fields[4].SingleSelectOptions = nil
		}},
		{"Fields[0].SingleSelectOptions", "NOT_SUPPORTED", func(in *sdk.CreateTaskTemplateInput) {
			in.Fields[0].SingleSelectOptions = []string{"a"}
		}},
		{"Constraints.RequiredFields[0].Id.Name", "REFERENCED_RESOURCE_NOT_FOUND", func(in *sdk.CreateTaskTemplateInput) {
			in.Constraints.RequiredFields[0].Id = &types.TaskTemplateFieldIdentifier{Name: new("Color")}
		}},
		{"Constraints.RequiredFields[1].Id.Name", "UNIQUE_CONSTRAINT_VIOLATED", func(in *sdk.CreateTaskTemplateInput) {
			in.Constraints.RequiredFields[1] = in.Constraints.RequiredFields[0]
		}},
		{"Defaults.DefaultFieldValues[0].Id.Name", "REFERENCED_RESOURCE_NOT_FOUND", func(in *sdk.CreateTaskTemplateInput) {
			in.Defaults.DefaultFieldValues[0].Id = nil
		}},
		{"Defaults.DefaultFieldValues[1].Id.Name", "UNIQUE_CONSTRAINT_VIOLATED", func(in *sdk.CreateTaskTemplateInput) {
			in.Defaults.DefaultFieldValues[1] = in.Defaults.DefaultFieldValues[0]
		}},
		{"Defaults.DefaultFieldValues[1].DefaultValue", "INVALID_FORMAT", func(in *sdk.CreateTaskTemplateInput) {
			in.Defaults.DefaultFieldValues[1].DefaultValue = new("129601")
		}},
		{"Defaults.DefaultFieldValues[2].DefaultValue", "INVALID_FORMAT", func(in *sdk.CreateTaskTemplateInput) {
			in.Defaults.DefaultFieldValues[2].DefaultValue = new("lost")
		}},
		{"Defaults.DefaultFieldValues[3].DefaultValue", "INVALID_FORMAT", func(in *sdk.CreateTaskTemplateInput) {
			in.Defaults.DefaultFieldValues[3].DefaultValue = new("perhaps")
		}},
	} {
		in := s.refunds(flow)
		c.spoil(in)
		_, err := s.client.CreateTaskTemplate(s.ctx, in)
		var problem *types.PropertyValidationException
		if !errors.As(err, &problem) || len(problem.PropertyList) != 1 {
			t.Errorf("%s is answered by %v", c.path, err)
			continue
		}
		if p := problem.PropertyList[0]; *p.PropertyPath != c.path || p.Reason != c.reason || *p.Message == "" {
			t.Errorf("the problem is %s, not %s %s", told(p), c.path, c.reason)
		}
	}
}

// templateRefusals are about task templates and the tasks that are made of them.
func (c *cast) templateRefusals() []refusal {
	flow := c.otherFlow("CONTACT_FLOW")
	template := c.template(flow)
	bare := c.refunds(flow)
	bare.ContactFlowId = nil
	unled := *got(c.client.CreateTaskTemplate(c.ctx, bare)).Id
	idle := c.refunds(flow)
	idle.Status = types.TaskTemplateStatusInactive
	inactive := *got(c.client.CreateTaskTemplate(c.ctx, idle)).Id
	task := func(template string, amount types.Reference, more ...any) asked {
		members := append([]any{"ContactFlowId", (*string)(nil), "TaskTemplateId", &template}, more...)
		a := c.but("StartTaskContact", members...)
		return a.with("References", map[string]types.Reference{"Amount": amount})
	}
	waits := *got(c.client.StartTaskContact(c.ctx, c.refund(c.template(c.flow)))).ContactId
	number := func(v string) types.Reference { return types.Reference{Type: types.ReferenceTypeNumber, Value: &v} }
	return []refusal{
		{"PropertyValidation", 400, []string{"Fields[0].Type"}, c.but("CreateTaskTemplate", "Name", c.name("Refund"),
			"Fields", []types.TaskTemplateField{{Id: &types.TaskTemplateFieldIdentifier{Name: new("a")}}}), ""},
		{"PropertyValidation", 400, []string{"Fields[0].Type"}, c.but("UpdateTaskTemplate", "Fields",
			[]types.TaskTemplateField{{Id: &types.TaskTemplateFieldIdentifier{Name: new("a")}}}), ""},
		{notFound, 404, []string{"nowhere"}, c.but("CreateTaskTemplate", "Name", c.name("Refund"), "SelfAssignFlowId",
			new("nowhere")), ""},
		{notFound, 404, []string{"snapshot"}, c.but("GetTaskTemplate", "SnapshotVersion", new("1")), ""},
		{notFound, 404, []string{"nowhere"}, c.but("UpdateContactTaskTemplate", "ContactId", &waits, "TaskTemplateId",
			new("nowhere")), ""},
		{notFound, 404, []string{"nowhere"}, c.but("UpdateContactTaskTemplate", "ContactId", new("nowhere")), ""},
		{invalidR, 400, []string{"has ended"}, c.but("UpdateContactTaskTemplate", "ContactId", &c.ended), ""},
		{invalidR, 400, []string{"INACTIVE"}, c.but("UpdateContactTaskTemplate", "ContactId", &waits,
			"TaskTemplateId", &inactive), ""},
		{"PropertyValidation", 400, []string{"Fields[3]", "Amount"}, c.but("UpdateContactTaskTemplate", "ContactId",
			&c.waiting), ""},
		{"LimitExceeded", 429, []string{"5 times"}, c.but("UpdateContactTaskTemplate", "ContactId",
			new(c.changedOften(c.template(c.flow)))), ""},
		{invalidR, 400, []string{"2 of", "exactly one"}, task(template, number("1"), "ContactFlowId", &flow), ""},
		{invalidR, 400, []string{"requires", "Amount"}, task(template, number("")), ""},
		{invalidP, 400, []string{"Amount", "a number"}, task(template, number("much")), ""},
		{invalidR, 400, []string{"Amount", "NUMBER"}, task(template, types.Reference{
			Type: types.ReferenceTypeString, Value: new("1")}), ""},
		{invalidR, 400, []string{"neither"}, task(unled, number("1")), ""},
		{invalidR, 400, []string{"INACTIVE"}, task(inactive, number("1")), ""},
	}
}

// changedOften is a task that has got another template as often as a task may.
func (s *stage) changedOften(template string) string {
	s.Helper()
	task := *got(s.client.StartTaskContact(s.ctx, s.refund(template))).ContactId
	for range acd.TemplateChangesMax {
		if err := s.call(asked{"UpdateContactTaskTemplate", &UpdateContactTaskTemplateInput{InstanceId: &s.instance,
			ContactId: &task, TaskTemplateId: &template}}); err != nil {
			s.Fatal(err)
		}
	}
	return task
}

// TestContactTaskTemplate gives a task that was made without a template one that its references fill.
func TestContactTaskTemplate(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	flow := s.flowInto(s.queue())
	template := s.template(flow)
	task := got(s.client.StartTaskContact(s.ctx, &sdk.StartTaskContactInput{InstanceId: &s.instance, ContactFlowId: &flow,
		Name: new("Money back"), References: s.refund(template).References})).ContactId
	look := func() *types.Contact {
		in := &sdk.DescribeContactInput{InstanceId: &s.instance, ContactId: task}
		return got(s.client.DescribeContact(s.ctx, in)).Contact
	}
	if look().TaskTemplateInfo != nil {
		t.Error("it has a template before")
	}
	if err := s.call(asked{"UpdateContactTaskTemplate", &UpdateContactTaskTemplateInput{InstanceId: &s.instance,
		ContactId: task, TaskTemplateId: new(s.arn(acd.KindTaskTemplate, template))}}); err != nil {
		t.Fatal(err)
	}
	if info := look().TaskTemplateInfo; info == nil || *info.Arn != s.arn(acd.KindTaskTemplate, template) {
		t.Errorf("its template is %s", told(info))
	}
}
