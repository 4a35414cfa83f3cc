package connect

import (
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

func (s *stage) rightChanges() []asked {
	address, queue, hours, parent := s.address("changed@front-desk.example"), s.queue(), s.newHours(), s.newHours()
	return []asked{
		{"UpdateEmailAddressMetadata", &sdk.UpdateEmailAddressMetadataInput{
			InstanceId: &s.instance, EmailAddressId: &address, DisplayName: new("Front desk")}},
		{"DisassociateQueueEmailAddresses", &sdk.DisassociateQueueEmailAddressesInput{
			InstanceId: &s.instance, QueueId: &queue, EmailAddressesId: []string{address}}},
		{"AssociateHoursOfOperations", &sdk.AssociateHoursOfOperationsInput{InstanceId: &s.instance,
			HoursOfOperationId: &hours, ParentHoursOfOperationConfigs: parents(parent)}},
		{"DisassociateHoursOfOperations", &sdk.DisassociateHoursOfOperationsInput{InstanceId: &s.instance,
			HoursOfOperationId: &hours, ParentHoursOfOperationIds: []string{parent}}},
	}
}

func parents(ids ...string) (all []types.ParentHoursOfOperationConfig) {
	for _, id := range ids {
		all = append(all, types.ParentHoursOfOperationConfig{HoursOfOperationId: &id})
	}
	return all
}

// changeRefusals are about what changes in place what was set.
func (c *cast) changeRefusals() []refusal {
	above, below, full := c.newHours(), c.newHours(), c.newHours()
	three := parents(c.newHours(), c.newHours(), c.newHours())
	for hours, of := range map[string][]types.ParentHoursOfOperationConfig{ // order does not show: each stands alone
		below: parents(above), full: three} {
		got(c.client.AssociateHoursOfOperations(c.ctx, &sdk.AssociateHoursOfOperationsInput{
			InstanceId: &c.instance, HoursOfOperationId: &hours, ParentHoursOfOperationConfigs: of}))
	}
	associate := func(hours string, of ...string) asked {
		return c.but("AssociateHoursOfOperations", "HoursOfOperationId", &hours, "ParentHoursOfOperationConfigs",
			parents(of...))
	}
	const email, queue = "UpdateEmailAddressMetadata", "DisassociateQueueEmailAddresses"
	const take = "DisassociateHoursOfOperations"
	return []refusal{
		{notFound, 404, []string{"nobody"}, c.but(email, "EmailAddressId", new("nobody")), ""},
		{invalidR, 400, []string{"DisplayName", "Description"}, c.but(email, "DisplayName", (*string)(nil)), ""},
		{"Idempotency", 409, []string{"again"}, c.again(email, "DisplayName", new("a"), new("b")), ""},
		{notFound, 404, []string{"nobody"}, c.but(queue, "EmailAddressesId", []string{"nobody"}), ""},
		{notFound, 404, []string{"nothing"}, c.but(queue, "QueueId", new("nothing")), ""},
		{invalidR, 400, []string{"again"}, c.again(queue, "QueueId", new(c.stage.queue()), new(c.stage.queue())), ""},
		{notFound, 404, []string{"nowhere"}, associate(below, "nowhere"), ""},
		{invalidR, 400, []string{"own parent"}, associate(full, full), ""},
		{invalidR, 400, []string{"has parents itself"}, associate(c.newHours(), below), ""},
		{invalidR, 400, []string{"are the parent of"}, associate(above, c.newHours()), ""},
		{"ServiceQuotaExceeded", 402, []string{"4", "at most 3"}, associate(full, c.newHours()), ""},
		{notFound, 404, []string{"nowhere"}, c.but(take, "ParentHoursOfOperationIds", []string{"nowhere"}), ""},
		{invalidP, 400, []string{"twice"}, c.but(take, "ParentHoursOfOperationIds", []string{above, above}), ""},
	}
}

// TestChangesInPlace changes an email address, the addresses of a queue and the parents of hours, and reads them back.
func TestChangesInPlace(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	address, queue := s.address("help@front-desk.example"), s.queue()
	out := got(s.client.UpdateEmailAddressMetadata(s.ctx, &sdk.UpdateEmailAddressMetadataInput{InstanceId: &s.instance,
		EmailAddressId: &address, DisplayName: new("Help"), Description: new("For help")}))
	same(t, "the ARN", *out.EmailAddressArn, s.arn(acd.KindEmailAddress, address))
	got(s.client.UpdateEmailAddressMetadata(s.ctx, &sdk.UpdateEmailAddressMetadataInput{InstanceId: &s.instance,
		EmailAddressId: &address, Description: new("")}))
	is := got(s.client.DescribeEmailAddress(s.ctx, &sdk.DescribeEmailAddressInput{
		InstanceId: &s.instance, EmailAddressId: &address}))
	if *is.DisplayName != "Help" || is.Description != nil {
		t.Errorf("the address is %s", show(is))
	}
	got(s.client.AssociateQueueEmailAddresses(s.ctx, &sdk.AssociateQueueEmailAddressesInput{InstanceId: &s.instance,
		QueueId: &queue, EmailAddressesConfig: []types.EmailAddressConfig{{EmailAddressId: &address}}}))
	addresses := func() int {
		return len(got(s.client.ListQueueEmailAddresses(s.ctx, &sdk.ListQueueEmailAddressesInput{
			InstanceId: &s.instance, QueueId: &queue})).EmailAddressMetadataList)
	}
	same(t, "the addresses", addresses(), 1)
	for range 2 { // what is not there stays away
		got(s.client.DisassociateQueueEmailAddresses(s.ctx, &sdk.DisassociateQueueEmailAddressesInput{
			InstanceId: &s.instance, QueueId: &queue, EmailAddressesId: []string{address}}))
		same(t, "the addresses", addresses(), 0)
	}
	hours, parent := s.newHours(), s.newHours()
	above := func() int {
		return len(got(s.client.DescribeHoursOfOperation(s.ctx, &sdk.DescribeHoursOfOperationInput{
			InstanceId: &s.instance, HoursOfOperationId: &hours})).HoursOfOperation.ParentHoursOfOperations)
	}
	for range 2 { // what is there already stays there
		got(s.client.AssociateHoursOfOperations(s.ctx, &sdk.AssociateHoursOfOperationsInput{InstanceId: &s.instance,
			HoursOfOperationId: &hours, ParentHoursOfOperationConfigs: parents(parent)}))
		same(t, "the parents", above(), 1)
	}
	got(s.client.DisassociateHoursOfOperations(s.ctx, &sdk.DisassociateHoursOfOperationsInput{InstanceId: &s.instance,
		HoursOfOperationId: &hours, ParentHoursOfOperationIds: []string{parent}}))
	same(t, "the parents", above(), 0)
}
