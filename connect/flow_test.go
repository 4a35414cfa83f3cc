package connect

import (
	"errors"
	"slices"
	"strings"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// flow shows a flow, or a version or the draft of one.
func (s *stage) flow(id string) *types.ContactFlow {
	s.Helper()
	return got(s.client.DescribeContactFlow(s.ctx, &sdk.DescribeContactFlowInput{
		InstanceId: &s.instance, ContactFlowId: &id})).ContactFlow
}

// shows checks the content and the status of a flow.
func (s *stage) shows(id, content string, status types.ContactFlowStatus) {
	s.Helper()
	f := s.flow(id)
	if *f.Content != content || f.Status != status || *f.FlowContentSha256 != acd.ContentSum(content) {
		s.Errorf("%s shows %s %.40s..., not %s %.40s...", id, f.Status, *f.Content, status, content)
	}
}

// TestFlowContent saves and publishes contents of a flow, and sees which of them leads contacts.
func TestFlowContent(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	one, two, three := flowContent("one"), flowContent("two"), flowContent("three")
	write := func(id, content string) {
		got(s.client.UpdateContactFlowContent(s.ctx, &sdk.UpdateContactFlowContentInput{
			InstanceId: &s.instance, ContactFlowId: &id, Content: &content}))
	}
	id := *got(s.client.CreateContactFlow(s.ctx, &sdk.CreateContactFlowInput{InstanceId: &s.instance,
		Name: s.name("flow"), Type: "CONTACT_FLOW", Content: new("not yet"), Status: "SAVED"})).ContactFlowId
	s.shows(id+":$SAVED", "not yet", "SAVED")
	write(id+":$SAVED", "still not")
	s.shows(id+":$SAVED", "still not", "SAVED")
	var draft *types.ContactFlowNotPublishedException
	if _, err := s.client.DescribeContactFlow(s.ctx, &sdk.DescribeContactFlowInput{
		InstanceId: &s.instance, ContactFlowId: &id}); !errors.As(err, &draft) {
		t.Errorf("a draft that was never published is answered by %v", err)
	}
	write(id, one)
	s.shows(id, one, "PUBLISHED")
	s.shows(id+":$SAVED", one, "PUBLISHED")
	write(s.arn(acd.KindFlow, id)+":$SAVED", two)
	s.shows(id, one, "PUBLISHED")
	s.shows(id+":$LATEST", one, "PUBLISHED")
	s.shows(s.arn(acd.KindFlow, id)+":$SAVED", two, "SAVED")
	s.task(id)
	write(id, three)
	s.shows(id, three, "PUBLISHED")
	s.shows(id+":$SAVED", three, "PUBLISHED")
}

// TestFlowMetadata renames, archives, restores and deletes a flow, as Terraform and its users do.
func TestFlowMetadata(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	id := s.otherFlow("CONTACT_FLOW")
	got(s.client.UpdateContactFlowName(s.ctx, &sdk.UpdateContactFlowNameInput{
		InstanceId: &s.instance, ContactFlowId: &id, Name: new("Greeting"), Description: new("Says hello")}))
	set := func(state types.ContactFlowState, want string) {
		t.Helper()
		got(s.client.UpdateContactFlowMetadata(s.ctx, &sdk.UpdateContactFlowMetadataInput{
			InstanceId: &s.instance, ContactFlowId: &id, ContactFlowState: state}))
		f := s.flow(id)
		if found := strings.Join([]string{*f.Name, *f.Description, string(f.State)}, ", "); found != want {
			t.Errorf("the flow is %s, not %s", found, want)
		}
	}
	set(types.ContactFlowStateArchived, "Greeting, Says hello, ARCHIVED")
	list := got(s.client.ListContactFlows(s.ctx, &sdk.ListContactFlowsInput{InstanceId: &s.instance}))
	archived := slices.DeleteFunc(list.ContactFlowSummaryList, func(f types.ContactFlowSummary) bool {
		return f.ContactFlowState != types.ContactFlowStateArchived
	})
	if len(archived) != 1 || *archived[0].Id != id {
		t.Errorf("listed as archived are %s", told(archived))
	}
	set(types.ContactFlowStateActive, "Greeting, Says hello, ACTIVE")
	s.task(id)
	got(s.client.DeleteContactFlow(s.ctx, &sdk.DeleteContactFlowInput{InstanceId: &s.instance, ContactFlowId: &id}))
	_, err := s.client.DescribeContactFlow(s.ctx, &sdk.DescribeContactFlowInput{
		InstanceId: &s.instance, ContactFlowId: &id})
	refused(t, err, "ResourceNotFoundException", 404, id)
}

// TestFlowVersions keeps what a campaign's flow runs, while what it runs changes.
func TestFlowVersions(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	id := s.otherFlow("CAMPAIGN")
	first := *s.flow(id).Content
	keep := func(in sdk.CreateContactFlowVersionInput, want int64) {
		t.Helper()
		in.InstanceId, in.ContactFlowId = &s.instance, &id
		out := got(s.client.CreateContactFlowVersion(s.ctx, &in))
		if *out.Version != want || *out.ContactFlowArn != s.arn(acd.KindFlow, id) {
			t.Errorf("the version is %d of %s, not %d", *out.Version, *out.ContactFlowArn, want)
		}
	}
	keep(sdk.CreateContactFlowVersionInput{Description: new("spring"), FlowContentSha256: new(acd.ContentSum(first))}, 1)
	got(s.client.UpdateContactFlowContent(s.ctx, &sdk.UpdateContactFlowContentInput{
		InstanceId: &s.instance, ContactFlowId: &id, Content: new(flowContent("autumn"))}))
	keep(sdk.CreateContactFlowVersionInput{ContactFlowVersion: new(int64(7))}, 7)
	got(s.client.DeleteContactFlowVersion(s.ctx, &sdk.DeleteContactFlowVersionInput{
		InstanceId: &s.instance, ContactFlowId: &id, ContactFlowVersion: new(int64(7))}))
	keep(sdk.CreateContactFlowVersionInput{}, 8)
	s.shows(id+":1", first, "PUBLISHED")
	s.shows(s.arn(acd.KindFlow, id)+":8", flowContent("autumn"), "PUBLISHED")
	spring := s.flow(id + ":1")
	if *spring.Version != 1 || *spring.VersionDescription != "spring" || *spring.Arn != s.arn(acd.KindFlow, id)+":1" {
		t.Errorf("the version shows %s", told(spring))
	}
	list := got(s.client.ListContactFlowVersions(s.ctx, &sdk.ListContactFlowVersionsInput{
		InstanceId: &s.instance, ContactFlowId: &id})).ContactFlowVersionSummaryList
	if len(list) != 2 || *list[0].Version != 1 || *list[1].Version != 8 || *list[1].Arn != s.arn(acd.KindFlow, id)+":8" {
		t.Errorf("the versions are %s", told(list))
	}
}

// TestFlowModules creates, changes, archives and deletes a module; one request sent twice makes one.
func TestFlowModules(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	create := &sdk.CreateContactFlowModuleInput{
		InstanceId: &s.instance, Name: new("Greeting"), Content: new(flowContent("one")), ClientToken: new("token"),
		Tags: map[string]string{"Team": "Blue"},
	}
	made := got(s.client.CreateContactFlowModule(s.ctx, create))
	if again := got(s.client.CreateContactFlowModule(s.ctx, create)); *again.Id != *made.Id {
		t.Error("the same request makes another module")
	}
	if *made.Arn != s.arn(acd.KindFlowModule, *made.Id) || !strings.Contains(*made.Arn, "/flow-module/") {
		t.Errorf("the ARN is %s", *made.Arn)
	}
	describe := func(id string) *types.ContactFlowModule {
		return got(s.client.DescribeContactFlowModule(s.ctx, &sdk.DescribeContactFlowModuleInput{
			InstanceId: &s.instance, ContactFlowModuleId: &id})).ContactFlowModule
	}
	got(s.client.UpdateContactFlowModuleContent(s.ctx, &sdk.UpdateContactFlowModuleContentInput{
		InstanceId: &s.instance, ContactFlowModuleId: new(*made.Id + ":$SAVED"), Content: new("not yet")}))
	got(s.client.UpdateContactFlowModuleContent(s.ctx, &sdk.UpdateContactFlowModuleContentInput{
		InstanceId: &s.instance, ContactFlowModuleId: made.Id, Settings: new(`{"a": 1}`)}))
	got(s.client.UpdateContactFlowModuleMetadata(s.ctx, &sdk.UpdateContactFlowModuleMetadataInput{
		InstanceId: &s.instance, ContactFlowModuleId: made.Id, Description: new("Says hello"), State: "ARCHIVED"}))
	m := describe(*made.Id)
	if *m.Name != "Greeting" || *m.Description != "Says hello" || *m.Content != flowContent("one") ||
		m.State != "ARCHIVED" || m.Status != "PUBLISHED" || *m.Settings != `{"a": 1}` || m.Tags["Team"] != "Blue" ||
		*m.FlowModuleContentSha256 != acd.ContentSum(flowContent("one")) || m.ExternalInvocationConfiguration != nil {
		t.Errorf("the module is %s", told(m))
	}
	if d := describe(*made.Id + ":$SAVED"); *d.Content != "not yet" || d.Status != "SAVED" {
		t.Errorf("the draft is %s", told(d))
	}
	list := func(state types.ContactFlowModuleState) int {
		return len(got(s.client.ListContactFlowModules(s.ctx, &sdk.ListContactFlowModulesInput{
			InstanceId: &s.instance, ContactFlowModuleState: state})).ContactFlowModulesSummaryList)
	}
	if list("ACTIVE") != 0 || list("ARCHIVED") != 1 || list("") != 1 {
		t.Error("the module is listed under the wrong state")
	}
	got(s.client.DeleteContactFlowModule(s.ctx, &sdk.DeleteContactFlowModuleInput{
		InstanceId: &s.instance, ContactFlowModuleId: made.Id}))
	_, err := s.client.DescribeContactFlowModule(s.ctx, &sdk.DescribeContactFlowModuleInput{
		InstanceId: &s.instance, ContactFlowModuleId: made.Id})
	refused(t, err, "ResourceNotFoundException", 404, *made.Id)
}
