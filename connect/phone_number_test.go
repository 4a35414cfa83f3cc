package connect

import (
	"fmt"
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// TestTerraformPhoneNumber plays what Terraform calls for aws_connect_phone_number: it looks for a number, claims it,
// reads it back, tags it, moves it, and lets it go.
func TestTerraformPhoneNumber(t *testing.T) {
	s := newStage(t, acd.Quotas{PhoneNumbersPerInstance: 5})
	account := acd.Account{Number: testAccount, Region: testRegion}
	here, there := account.InstanceARN(acd.InstanceID(s.instance)), s.newInstance("back-office")
	free := got(s.client.SearchAvailablePhoneNumbers(s.ctx, &sdk.SearchAvailablePhoneNumbersInput{
		MaxResults: new(int32(1)), TargetArn: &here, PhoneNumberCountryCode: types.PhoneNumberCountryCodeUs,
		PhoneNumberType: types.PhoneNumberTypeTollFree, PhoneNumberPrefix: new("+18005"),
	})).AvailableNumbersList[0].PhoneNumber
	claimed := got(s.client.ClaimPhoneNumber(s.ctx, &sdk.ClaimPhoneNumberInput{
		PhoneNumber: free, TargetArn: &here, ClientToken: new("id"), PhoneNumberDescription: new("the front desk"),
		Tags: map[string]string{"Team": "Blue"},
	}))
	id, arn := claimed.PhoneNumberId, *claimed.PhoneNumberArn
	same(t, "the ARN", arn, "arn:aws:connect:"+testRegion+":"+testAccount+":phone-number/"+*id)
	sameWire(t, "the number", s.number(arn), `{"InstanceId":"`+s.instance+`","PhoneNumber":"`+*free+
		`","PhoneNumberArn":"`+arn+`","PhoneNumberCountryCode":"US","PhoneNumberDescription":"the front desk",`+
		`"PhoneNumberId":"`+*id+`","PhoneNumberStatus":{"Status":"CLAIMED"},"PhoneNumberType":"TOLL_FREE",`+
		`"Tags":{"Team":"Blue"},"TargetArn":"`+here+`"}`)

	got(s.client.TagResource(s.ctx, &sdk.TagResourceInput{ResourceArn: &arn, Tags: map[string]string{"Floor": "2"}}))
	got(s.client.UntagResource(s.ctx, &sdk.UntagResourceInput{ResourceArn: &arn, TagKeys: []string{"Team"}}))
	tags := got(s.client.ListTagsForResource(s.ctx, &sdk.ListTagsForResourceInput{ResourceArn: &arn})).Tags
	same(t, "the tags", len(tags), 1)
	older := *got(s.client.ListPhoneNumbers(s.ctx, &sdk.ListPhoneNumbersInput{
		InstanceId: &s.instance})).PhoneNumberSummaryList[0].Arn
	_, err := s.client.TagResource(s.ctx, &sdk.TagResourceInput{ResourceArn: &older, Tags: map[string]string{"A": "B"}})
	refused(t, err, "ResourceNotFoundException", 404, "ListPhoneNumbersV2")

	got(s.client.UpdatePhoneNumber(s.ctx, &sdk.UpdatePhoneNumberInput{PhoneNumberId: id,
		TargetArn: new(account.InstanceARN(acd.InstanceID(there)))}))
	same(t, "the instance", *s.number(*id).InstanceId, there)
	same(t, "its tag", s.number(*id).Tags["Floor"], "2")
	got(s.client.ReleasePhoneNumber(s.ctx, &sdk.ReleasePhoneNumberInput{PhoneNumberId: id}))
	_, err = s.client.DescribePhoneNumber(s.ctx, &sdk.DescribePhoneNumberInput{PhoneNumberId: id})
	refused(t, err, "ResourceNotFoundException", 404, *id)
	_, err = s.client.ClaimPhoneNumber(s.ctx, &sdk.ClaimPhoneNumberInput{PhoneNumber: free, InstanceId: &s.instance})
	refused(t, err, "ResourceNotFoundException", 404, "180 days")
}

func (s *stage) number(id string) *types.ClaimedPhoneNumberSummary {
	s.Helper()
	return got(s.client.DescribePhoneNumber(s.ctx, &sdk.DescribePhoneNumberInput{
		PhoneNumberId: &id})).ClaimedPhoneNumberSummary
}

// TestListedNumbers lists numbers of one instance and of all, by country, type and prefix.
func TestListedNumbers(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	other := s.newInstance("back-office")
	for _, number := range []string{"+12065550100", "+18005550100", "+442055501000"} {
		got(s.client.ClaimPhoneNumber(s.ctx, &sdk.ClaimPhoneNumberInput{InstanceId: &s.instance, PhoneNumber: &number}))
	}
	got(s.client.ClaimPhoneNumber(s.ctx, &sdk.ClaimPhoneNumberInput{
		InstanceId: &other, PhoneNumber: new("+14155550100")}))
	for _, c := range []struct {
		in   sdk.ListPhoneNumbersV2Input
		want []string
	}{
		{sdk.ListPhoneNumbersV2Input{}, []string{"+12065550100", "+14155550100", "+18005550100", "+442055501000"}},
		{sdk.ListPhoneNumbersV2Input{InstanceId: &other}, []string{"+14155550100"}},
		{sdk.ListPhoneNumbersV2Input{PhoneNumberTypes: []types.PhoneNumberType{types.PhoneNumberTypeTollFree}},
			[]string{"+18005550100"}},
		{sdk.ListPhoneNumbersV2Input{InstanceId: &s.instance, PhoneNumberCountryCodes: []types.PhoneNumberCountryCode{
			types.PhoneNumberCountryCodeUs}}, []string{"+12065550100", "+18005550100"}},
		{sdk.ListPhoneNumbersV2Input{PhoneNumberPrefix: new("+4")}, []string{"+442055501000"}},
	} {
		var numbers []string
		for _, n := range got(s.client.ListPhoneNumbersV2(s.ctx, &c.in)).ListPhoneNumbersSummaryList {
			numbers = append(numbers, *n.PhoneNumber)
		}
		if !slices.Equal(numbers, c.want) {
			t.Errorf("%s lists %v, not %v", show(c.in), numbers, c.want)
		}
	}
}

// TestEveryCountryHasNumbers finds numbers for every country that can be named, and claims one.
func TestEveryCountryHasNumbers(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	for _, country := range types.PhoneNumberCountryCode("").Values() {
		for _, kind := range []types.PhoneNumberType{types.PhoneNumberTypeDid, types.PhoneNumberTypeTollFree} {
			found := got(s.client.SearchAvailablePhoneNumbers(s.ctx, &sdk.SearchAvailablePhoneNumbersInput{
				InstanceId: &s.instance, PhoneNumberCountryCode: country, PhoneNumberType: kind})).AvailableNumbersList
			if len(found) != numbersPerPage {
				t.Errorf("%s has %d numbers of type %s", country, len(found), kind)
				continue
			}
			id := got(s.client.ClaimPhoneNumber(s.ctx, &sdk.ClaimPhoneNumberInput{
				InstanceId: &s.instance, PhoneNumber: found[0].PhoneNumber})).PhoneNumberId
			if n := s.number(*id); n.PhoneNumberCountryCode != country || n.PhoneNumberType != kind {
				t.Errorf("%s of %s is claimed as %s %s", *found[0].PhoneNumber, country, n.PhoneNumberCountryCode,
					n.PhoneNumberType)
			}
		}
	}
}

// TestSearchesShowDifferentNumbers lets three search before any of them claims, as Terraform does with three resources:
// each finds another number. The pages of one search have every number once, however many search meanwhile.
func TestSearchesShowDifferentNumbers(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	search := func(most int32, from *string) *sdk.SearchAvailablePhoneNumbersOutput {
		t.Helper()
		return got(s.client.SearchAvailablePhoneNumbers(s.ctx, &sdk.SearchAvailablePhoneNumbersInput{MaxResults: &most,
			InstanceId: &s.instance, PhoneNumberCountryCode: "DE", PhoneNumberType: "DID", NextToken: from}))
	}
	first := search(1, nil).AvailableNumbersList[0].PhoneNumber
	if s.server.Renew(); *search(1, nil).AvailableNumbersList[0].PhoneNumber != *first {
		t.Error("after a reset another number is shown first")
	}
	found := []*string{search(1, nil).AvailableNumbersList[0].PhoneNumber,
		search(1, nil).AvailableNumbersList[0].PhoneNumber, search(1, nil).AvailableNumbersList[0].PhoneNumber}
	for _, number := range found {
		got(s.client.ClaimPhoneNumber(s.ctx, &sdk.ClaimPhoneNumberInput{InstanceId: &s.instance, PhoneNumber: number}))
	}
	var all int
	seen := make(map[string]bool)
	for from := (*string)(nil); ; {
		page := search(10, from)
		for _, n := range page.AvailableNumbersList {
			all++
			seen[*n.PhoneNumber] = true
		}
		search(1, nil)
		if from = page.NextToken; from == nil {
			break
		}
	}
	if len(seen) != all || all%100 != 97 || seen[*found[0]] {
		t.Errorf("the pages have %d numbers, %d of them different", all, len(seen))
	}
	_, err := s.client.SearchAvailablePhoneNumbers(s.ctx, &sdk.SearchAvailablePhoneNumbersInput{NextToken: new("x"),
		InstanceId: &s.instance, PhoneNumberCountryCode: "DE", PhoneNumberType: "DID"})
	refused(t, err, "InvalidParameterException", 400, "NextToken")
}

// TestQueueGoesOut gives a queue a number and an address to go out with, by their ids and by their ARNs.
func TestQueueGoesOut(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	queue, number, address := s.queue(), s.claim(), s.address("out@front-desk.example")
	got(s.client.UpdateQueueOutboundCallerConfig(s.ctx, &sdk.UpdateQueueOutboundCallerConfigInput{
		InstanceId: &s.instance, QueueId: &queue,
		OutboundCallerConfig: &types.OutboundCallerConfig{OutboundCallerIdNumberId: s.number(number).PhoneNumberArn}}))
	got(s.client.UpdateQueueOutboundEmailConfig(s.ctx, &sdk.UpdateQueueOutboundEmailConfigInput{
		InstanceId: &s.instance, QueueId: &queue,
		OutboundEmailConfig: &types.OutboundEmailConfig{
			OutboundEmailAddressId: new(s.arn(acd.KindEmailAddress, address))}}))
	known := got(s.client.DescribeQueue(s.ctx, &sdk.DescribeQueueInput{
		InstanceId: &s.instance, QueueId: &queue})).Queue
	same(t, "the number", *known.OutboundCallerConfig.OutboundCallerIdNumberId, number)
	same(t, "the address", *known.OutboundEmailConfig.OutboundEmailAddressId, address)
	got(s.client.AssociateQueueEmailAddresses(s.ctx, &sdk.AssociateQueueEmailAddressesInput{
		InstanceId: &s.instance, QueueId: &queue,
		EmailAddressesConfig: []types.EmailAddressConfig{{EmailAddressId: new(s.address("b@front-desk.example"))}}}))
	list := got(s.client.ListQueueEmailAddresses(s.ctx, &sdk.ListQueueEmailAddressesInput{
		InstanceId: &s.instance, QueueId: &queue})).EmailAddressMetadataList
	same(t, "how many", len(list), 2)
	same(t, "the default", list[0].IsDefaultOutboundEmail || !list[1].IsDefaultOutboundEmail, false)

	_, err := s.client.ReleasePhoneNumber(s.ctx, &sdk.ReleasePhoneNumberInput{PhoneNumberId: &number})
	refused(t, err, "ResourceInUseException", 409, queue)
}

// TestFiftyAddresses gives a queue as many addresses as it may have, its default one among them, and one more.
func TestFiftyAddresses(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	in := sdk.AssociateQueueEmailAddressesInput{InstanceId: &s.instance, QueueId: new(s.queue())}
	for n := range 49 {
		in.EmailAddressesConfig = append(in.EmailAddressesConfig, types.EmailAddressConfig{
			EmailAddressId: new(s.address(fmt.Sprintf("a%d@front-desk.example", n)))})
	}
	got(s.client.AssociateQueueEmailAddresses(s.ctx, &in))
	more := types.OutboundEmailConfig{OutboundEmailAddressId: new(s.address("b@front-desk.example"))}
	got(s.client.UpdateQueueOutboundEmailConfig(s.ctx, &sdk.UpdateQueueOutboundEmailConfigInput{
		InstanceId: &s.instance, QueueId: in.QueueId, OutboundEmailConfig: &more}))
	in.ClientToken, in.EmailAddressesConfig = nil, []types.EmailAddressConfig{{
		EmailAddressId: new(s.address("c@front-desk.example"))}}
	once := sdk.New(s.client.Options(), func(o *sdk.Options) { o.Retryer = aws.NopRetryer{} })
	_, err := once.AssociateQueueEmailAddresses(s.ctx, &in)
	refused(t, err, "LimitExceededException", 429, "51", "50")
}
