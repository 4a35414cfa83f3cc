package connect

import (
	"maps"
	"slices"
	"strings"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// dataRefusals are about what is known of contacts.
func (c *cast) dataRefusals() []refusal {
	got(c.client.CreatePredefinedAttribute(c.ctx, &sdk.CreatePredefinedAttributeInput{
		InstanceId: &c.instance, Name: new("Unit"), AttributeConfiguration: &types.InputPredefinedAttributeConfiguration{
			EnableValueValidationOnAssociation: true},
		Values: &types.PredefinedAttributeValuesMemberStringList{Value: []string{"Sales"}},
	}))
	update := func(id, member string, v any) asked { return c.but("UpdateContact", "ContactId", &id, member, v) }
	segment := func(name string, v types.SegmentAttributeValue) asked {
		return update(c.waiting, "SegmentAttributes", map[string]types.SegmentAttributeValue{name: v})
	}
	text := func(s string) types.SegmentAttributeValue { return types.SegmentAttributeValue{ValueString: &s} }
	references := func(kind types.ReferenceType, v string) asked {
		return update(c.waiting, "References", map[string]types.Reference{"r": {Type: kind, Value: &v}})
	}
	attributes := func(key, v string) asked {
		return c.but("UpdateContactAttributes", "InitialContactId", &c.waiting, "Attributes", map[string]string{key: v})
	}
	tags := func(id string, keys ...string) asked {
		all := map[string]string{}
		for _, key := range keys {
			all[key] = "x"
		}
		return c.but("TagContact", "ContactId", &id, "Tags", all)
	}
	c.turn(60)
	got(c.client.TagContact(c.ctx, tags(c.waiting, "a", "b", "c", "d").in.(*sdk.TagContactInput)))
	return []refusal{
		{invalidR, 400, []string{"nothing is given"}, update(c.waiting, "Name", (*string)(nil)), ""},
		{invalidR, 400, []string{"QueueInfo", "routed"}, update(c.waiting, "QueueInfo", &types.QueueInfoInput{
			Id: &c.queue}), ""},
		{invalidR, 400, []string{"UserInfo", "routed"}, update(c.waiting, "UserInfo", &types.UserInfo{
			UserId: &c.user}), ""},
		{invalidR, 400, []string{"Endpoint", "external audio"}, update(c.waiting, "SystemEndpoint", &types.Endpoint{}), ""},
		{invalidR, 400, []string{"Endpoint", "external audio"}, update(c.waiting, "CustomerEndpoint", &types.Endpoint{}), ""},
		{invalidP, 400, []string{"CustomerEndpoint", "E.164"}, update(c.external(c.flow), "CustomerEndpoint",
			&types.Endpoint{Type: types.EndpointTypeTelephoneNumber, Address: new("0123")}), ""},
		{invalidP, 400, []string{"Name", "1024"}, update(c.waiting, "Name", new(strings.Repeat("x", 1025))), ""},
		{invalidP, 400, []string{"connect:Subtype"}, segment(subtypeAttribute, text("connect:Task")), ""},
		{invalidP, 400, []string{"Nowhere"}, segment("Nowhere", text("x")), ""},
		{invalidP, 400, []string{"Unit", "Sales"}, segment("Unit", text("Purchase")), ""},
		{invalidP, 400, []string{"Unit", "ValueString"}, segment("Unit", types.SegmentAttributeValue{
			ValueInteger: new(int32(1))}), ""},
		{invalidP, 400, []string{"ExpiryDuration"}, segment(expiryAttribute, text("x")), ""},
		{invalidR, 400, []string{"expired"}, update(c.waiting, "SegmentAttributes", expiryIn(0)), ""},
		{"Conflict", 409, []string{"ended"}, update(c.ended, "SegmentAttributes", expiryIn(9000)), ""},
		{invalidR, 400, []string{"CHAT"}, update(*c.chat(c.flow).ContactId, "SegmentAttributes", expiryIn(9000)), ""},
		{invalidP, 400, []string{"ATTACHMENT"}, references(types.ReferenceTypeAttachment, "a"), ""},
		{invalidP, 400, []string{"DATE", "tomorrow"}, references(types.ReferenceTypeDate, "tomorrow"), ""},
		{invalidR, 400, []string{"4097", "4096"}, references(types.ReferenceTypeUrl, strings.Repeat("x", 4096)), ""},
		{"AccessDenied", 403, []string{"read-only"}, c.but("UpdateContact"), "AKIDREADER"},
		{invalidP, 400, []string{"order no"}, attributes("order no", "1"), ""},
		{invalidR, 400, []string{"32769"}, attributes("ab", strings.Repeat("x", 32767)), ""},
		{invalidR, 400, []string{"3 hours"}, tags(c.old, "a"), ""},
		{invalidR, 400, []string{"7 tags", "6"}, tags(c.waiting, "e", "f", "g"), ""},
		{invalidP, 400, []string{"aws:mine"}, tags(c.waiting, "aws:mine"), ""},
		{invalidP, 400, []string{"Tags", "7"}, tags(c.waiting, "1", "2", "3", "4", "5", "6", "7"), ""},
		{invalidR, 400, []string{"3 hours"}, c.but("UntagContact", "ContactId", &c.old), ""},
		{invalidP, 400, []string{"aws:mine"}, c.but("UntagContact", "TagKeys", []string{"aws:mine"}), ""},
		{invalidP, 400, []string{"NextToken"}, c.but("ListContactReferences", "NextToken", new("x")), ""},
		{invalidP, 400, []string{"ReferenceTypes[0]"}, c.but("ListContactReferences", "ReferenceTypes",
			[]types.ReferenceType{"SONG"}), ""},
		{invalidP, 400, []string{"NextToken"}, c.but("ListAssociatedContacts", "NextToken", new("x")), ""},
		{invalidP, 400, []string{"MaxResults", "100"}, c.but("ListAssociatedContacts", "MaxResults", new(int32(101))), ""},
	}
}

// expiryIn lets a contact expire so many minutes after its beginning; 0: at the first minute, which is over.
func expiryIn(minutes int32) map[string]types.SegmentAttributeValue {
	return map[string]types.SegmentAttributeValue{expiryAttribute: {ValueMap: map[string]types.SegmentAttributeValue{
		expiryMinutes: {ValueInteger: new(max(minutes, 1))}}}}
}

// tree starts three tasks: a first one, which ends, one that follows it, and one that is related to that.
func (s *stage) tree(flow string) (first, next, related string) {
	s.Helper()
	start := func(key, v string, previous, related *string) string {
		return *got(s.client.StartTaskContact(s.ctx, &sdk.StartTaskContactInput{
			InstanceId: &s.instance, ContactFlowId: &flow, Name: new("Call back"), Attributes: map[string]string{key: v},
			PreviousContactId: previous, RelatedContactId: related,
		})).ContactId
	}
	first = start("who", "Pat", nil, nil)
	s.tagged(first, "Team", "Blue")
	got(s.client.StopContact(s.ctx, &sdk.StopContactInput{InstanceId: &s.instance, ContactId: &first}))
	s.turn(1)
	next = start("own", "1", &first, nil)
	s.turn(1)
	return first, next, start("own", "1", nil, &next)
}

func (s *stage) tagged(contact, key, value string) {
	s.Helper()
	got(s.client.TagContact(s.ctx, &sdk.TagContactInput{
		InstanceId: &s.instance, ContactId: &contact, Tags: map[string]string{key: value}}))
}

func (s *stage) attributes(contact string) map[string]string {
	s.Helper()
	return got(s.client.GetContactAttributes(s.ctx, &sdk.GetContactAttributesInput{
		InstanceId: &s.instance, InitialContactId: &contact})).Attributes
}

func (s *stage) setAttribute(contact, key, value string) {
	s.Helper()
	got(s.client.UpdateContactAttributes(s.ctx, &sdk.UpdateContactAttributesInput{
		InstanceId: &s.instance, InitialContactId: &contact, Attributes: map[string]string{key: value}}))
}

// TestAttributesOfAChain updates attributes in a chain of which some have ended: all of the chain have them then, and
// the contact that is only related does not.
func TestAttributesOfAChain(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	first, next, related := s.tree(s.flowInto(s.queue()))
	has := func(when, contact string, want map[string]string) {
		t.Helper()
		if is := s.attributes(contact); !maps.Equal(is, want) {
			t.Errorf("%s: the contact has %v, not %v", when, is, want)
		}
	}
	has("at the start", first, map[string]string{"who": "Pat"})
	has("at the start", next, map[string]string{"who": "Pat", "own": "1"})
	s.turn(1)
	s.setAttribute(next, "vip", "yes")
	has("after the second's update", first, map[string]string{"who": "Pat", "vip": "yes"})
	has("after the second's update", next, map[string]string{"who": "Pat", "own": "1", "vip": "yes"})
	has("after the second's update", related, map[string]string{"who": "Pat", "own": "1"})
	same(t, "the update of the first", *s.describe(first).LastUpdateTimestamp, at(3).Std())
	s.setAttribute(first, "who", "Kim")
	has("after the first's update", next, map[string]string{"who": "Kim", "own": "1", "vip": "yes"})
	got(s.client.StopContact(s.ctx, &sdk.StopContactInput{InstanceId: &s.instance, ContactId: &next}))
	s.setAttribute(next, "who", "")
	has("after all have ended", first, map[string]string{"who": "", "vip": "yes"})
	s.setAttribute(related, "who", "Sam")
	has("after the related one's update", first, map[string]string{"who": "", "vip": "yes"})
	has("after the related one's update", related, map[string]string{"who": "Sam", "own": "1"})
}

// TestAttributesByFlow lets the flow of a second task set attributes: the first, which has ended, has them too, though
// the second ends at the same instant.
func TestAttributesByFlow(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	flow := *got(s.client.CreateContactFlow(s.ctx, &sdk.CreateContactFlowInput{
		InstanceId: &s.instance, Name: s.name("flow"), Type: types.ContactFlowTypeContactFlow,
		Content: new(`{"Version":"2019-10-30","StartAction":"a","Actions":[
{"Identifier":"a","Type":"UpdateContactAttributes",
 "Parameters":{"Attributes":{"seen":"twice"},"TargetContact":"Current"},
 "Transitions":{"NextAction":"b","Errors":[{"NextAction":"b","ErrorType":"NoMatchingError"}]}},
{"Identifier":"b","Type":"DisconnectParticipant","Parameters":{},"Transitions":{}}]}`)})).ContactFlowId
	first := s.task(s.flowInto(s.queue()))
	got(s.client.StopContact(s.ctx, &sdk.StopContactInput{InstanceId: &s.instance, ContactId: &first}))
	next := *got(s.client.StartTaskContact(s.ctx, &sdk.StartTaskContactInput{
		InstanceId: &s.instance, ContactFlowId: &flow, Name: new("Call back"), PreviousContactId: &first})).ContactId
	for _, contact := range []string{first, next} {
		same(t, "the attribute", s.attributes(contact)["seen"], "twice")
	}
}

// TestContactTags tags contacts, living and ended, up to three hours after their end, and passes tags on.
func TestContactTags(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	first, next, _ := s.tree(s.flowInto(s.queue()))
	aws := map[string]string{"aws:connect:instanceId": s.instance}
	has := func(contact string, want map[string]string) {
		t.Helper()
		if is := s.describe(contact).Tags; !maps.Equal(is, acd.Merged(aws, want)) {
			t.Errorf("the contact has the tags %v, not %v", is, want)
		}
	}
	has(next, map[string]string{"Team": "Blue"})
	s.turn(3*60*60 - 2)
	s.tagged(first, "Cost", "7")
	s.tagged(first, "Team", "Red")
	has(first, map[string]string{"Team": "Red", "Cost": "7"})
	has(next, map[string]string{"Team": "Blue"})
	got(s.client.UntagContact(s.ctx, &sdk.UntagContactInput{
		InstanceId: &s.instance, ContactId: &first, TagKeys: []string{"Team", "never"}}))
	has(first, map[string]string{"Cost": "7"})
	got(s.client.UntagContact(s.ctx, &sdk.UntagContactInput{
		InstanceId: &s.instance, ContactId: &next, TagKeys: []string{"Team"}}))
	has(next, nil)
}

// TestUpdateContact changes what is known of a contact that lives and of one that has ended.
func TestUpdateContact(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	got(s.client.CreatePredefinedAttribute(s.ctx, &sdk.CreatePredefinedAttributeInput{
		InstanceId: &s.instance, Name: new("Business Unit")}))
	flow := s.flowInto(s.queue())
	first, next, _ := s.tree(flow)
	for _, contact := range []string{first, next} {
		s.turn(1)
		got(s.client.UpdateContact(s.ctx, &sdk.UpdateContactInput{
			InstanceId: &s.instance, ContactId: &contact, Name: new("Call Pat"), Description: new(""),
			References: map[string]types.Reference{"shop": {Type: types.ReferenceTypeUrl, Value: new("https://a")}},
		}))
		got(s.client.UpdateContact(s.ctx, &sdk.UpdateContactInput{
			InstanceId: &s.instance, ContactId: &contact,
			References: map[string]types.Reference{
				"due": {Type: types.ReferenceTypeDate, Value: new("1767225600")},
				"n":   {Type: types.ReferenceTypeNumber, Value: new("7")},
				"to":  {Type: types.ReferenceTypeEmail, Value: new("a@b.example")},
				"s":   {Type: types.ReferenceTypeString, Value: new("x")},
			},
			SegmentAttributes: map[string]types.SegmentAttributeValue{"Business Unit": {ValueString: new("Sales")}},
		}))
		is := s.describe(contact)
		same(t, "the name", *is.Name, "Call Pat")
		same(t, "the segment attribute", *is.SegmentAttributes["Business Unit"].ValueString, "Sales")
		same(t, "the subtype", *is.SegmentAttributes[subtypeAttribute].ValueString, "connect:Task")
		list := got(s.client.ListContactReferences(s.ctx, &sdk.ListContactReferencesInput{
			InstanceId: &s.instance, ContactId: &contact, ReferenceTypes: []types.ReferenceType{
				types.ReferenceTypeUrl, types.ReferenceTypeDate, types.ReferenceTypeNumber, types.ReferenceTypeEmail,
				types.ReferenceTypeString},
		}))
		sameWire(t, "the list", &sdk.ListContactReferencesOutput{ReferenceSummaryList: list.ReferenceSummaryList},
			`{"ReferenceSummaryList":[{"Date":{"Name":"due","Value":"1767225600"}},`+
				`{"Number":{"Name":"n","Value":"7"}},{"String":{"Name":"s","Value":"x"}},`+
				`{"Url":{"Name":"shop","Value":"https://a"}},{"Email":{"Name":"to","Value":"a@b.example"}}]}`)
		follower := *got(s.client.StartTaskContact(s.ctx, &sdk.StartTaskContactInput{InstanceId: &s.instance,
			ContactFlowId: &flow, Name: new("Call again"), PreviousContactId: &contact})).ContactId
		same(t, "what is passed on", *s.describe(follower).SegmentAttributes["Business Unit"].ValueString, "Sales")
		some := got(s.client.ListContactReferences(s.ctx, &sdk.ListContactReferencesInput{
			InstanceId: &s.instance, ContactId: &contact, ReferenceTypes: []types.ReferenceType{types.ReferenceTypeNumber}}))
		same(t, "the number of numbers", len(some.ReferenceSummaryList), 1)
	}
}

// external brings in a call that another voice system holds.
func (s *stage) external(flow string) string {
	s.Helper()
	subtype := acd.ExternalAudio
	return got(s.engine.Do(s.ctx, acd.InstanceID(s.instance), acd.StartContact{
		Operation: "of the media", Channel: acd.Voice, InitiationMethod: acd.Inbound, FlowID: acd.FlowID(flow),
		SegmentAttributes: map[string]acd.SegmentAttribute{subtypeAttribute: {String: &subtype}}}))
}

// TestNewEndpoints changes the endpoints of a call that another voice system holds, one after the other.
func TestNewEndpoints(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	call := s.external(s.flowInto(s.queue()))
	number := func(n string) *types.Endpoint {
		return &types.Endpoint{Type: types.EndpointTypeTelephoneNumber, Address: &n}
	}
	got(s.client.UpdateContact(s.ctx, &sdk.UpdateContactInput{
		InstanceId: &s.instance, ContactId: &call, CustomerEndpoint: number("+12065550100")}))
	got(s.client.StopContact(s.ctx, &sdk.StopContactInput{InstanceId: &s.instance, ContactId: &call}))
	got(s.client.UpdateContact(s.ctx, &sdk.UpdateContactInput{
		InstanceId: &s.instance, ContactId: &call, SystemEndpoint: number("+12065550199")}))
	same(t, "the customer's number", *s.describe(call).CustomerEndpoint.Address, "+12065550100")
	same(t, "the system's number", *s.describe(call).SystemEndpoint.Address, "+12065550199")
}

// TestSearchFollows finds contacts that have ended by what has been said of them since, and no more by what was said
// before.
func TestSearchFollows(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	first, next, _ := s.tree(s.flowInto(s.queue()))
	got(s.client.StopContact(s.ctx, &sdk.StopContactInput{InstanceId: &s.instance, ContactId: &next}))
	by := func(tag, name string) string {
		k := &types.SearchCriteria{}
		if tag != "" {
			k.ContactTags = &types.ControlPlaneTagFilter{TagCondition: &types.TagCondition{
				TagKey: new("Team"), TagValue: &tag}}
		}
		if name != "" {
			k.Name = &types.NameCriteria{MatchType: types.SearchContactsMatchTypeMatchAll, SearchText: []string{name}}
		}
		return strings.Join(s.found(s.search(k)), " ")
	}
	s.tagged(first, "Team", "Green")
	got(s.client.UpdateContact(s.ctx, &sdk.UpdateContactInput{
		InstanceId: &s.instance, ContactId: &first, Name: new("Complaint")}))
	same(t, "what is Green", by("Green", ""), first)
	same(t, "what is a complaint", by("", "Complaint"), first)
	if blue := by("Blue", ""); strings.Contains(blue, first) || !strings.Contains(blue, next) {
		t.Errorf("Blue are %s", blue)
	}
}

// TestNewExpiry lets a task live for other than seven days.
func TestNewExpiry(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	task := s.task(s.flowInto(s.queue()))
	s.turn(60)
	got(s.client.UpdateContact(s.ctx, &sdk.UpdateContactInput{
		InstanceId: &s.instance, ContactId: &task, SegmentAttributes: expiryIn(2)}))
	s.turn(59)
	if end := s.describe(task).DisconnectTimestamp; end != nil {
		t.Errorf("it ends at %v", end)
	}
	s.turn(1)
	same(t, "the end", *s.describe(task).DisconnectTimestamp, at(120).Std())
	same(t, "the reason", *s.describe(task).DisconnectReason, acd.ReasonExpired)
}

// TestAssociatedContacts lists a tree from each of its contacts, page by page, while its contacts end.
func TestAssociatedContacts(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	flow := s.flowInto(s.queue())
	first, next, related := s.tree(flow)
	alone := s.task(flow)
	all := []string{first, next, related}
	list := func(contact string, size int32) (ids []string) {
		t.Helper()
		ask := &sdk.ListAssociatedContactsInput{InstanceId: &s.instance, ContactId: &contact, MaxResults: &size}
		for {
			page := got(s.client.ListAssociatedContacts(s.ctx, ask))
			for _, c := range page.ContactSummaryList {
				ids = append(ids, *c.ContactId)
			}
			if ask.NextToken = page.NextToken; ask.NextToken == nil {
				return ids
			}
		}
	}
	for range 3 {
		for _, contact := range all {
			for size := range int32(3) {
				if is := list(contact, size+1); !slices.Equal(is, all) {
					t.Errorf("the tree of %s is %v, not %v", contact, is, all)
				}
			}
		}
		for _, contact := range all[1:] {
			if s.describe(contact).DisconnectTimestamp == nil {
				got(s.client.StopContact(s.ctx, &sdk.StopContactInput{InstanceId: &s.instance, ContactId: &contact}))
				break
			}
		}
	}
	same(t, "the tree of one alone", strings.Join(list(alone, 100), " "), alone)
	shown := got(s.client.ListAssociatedContacts(s.ctx, &sdk.ListAssociatedContactsInput{
		InstanceId: &s.instance, ContactId: &next})).ContactSummaryList
	same(t, "the contact before", *shown[1].PreviousContactId, first)
	same(t, "the initial contact", *shown[1].InitialContactId, first)
	same(t, "the related contact", *shown[2].RelatedContactId, next)
	same(t, "the end of the first", *shown[0].DisconnectTimestamp, at(0).Std())
	same(t, "the ARN", *shown[0].ContactArn, s.arn(acd.KindContact, first))
}

// TestAssociatedAtOneInstant lists contacts that follow one another while no time passes: the earlier ones come first.
func TestAssociatedAtOneInstant(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	flow := s.flowInto(s.queue())
	chain := []string{s.task(flow)}
	for n := range 5 {
		in := &sdk.StartTaskContactInput{InstanceId: &s.instance, ContactFlowId: &flow, Name: new("Call back")}
		last := chain[n]
		if in.PreviousContactId = &last; n == 4 {
			in.PreviousContactId, in.RelatedContactId = nil, &last
		}
		chain = append(chain, *got(s.client.StartTaskContact(s.ctx, in)).ContactId)
	}
	ask := &sdk.ListAssociatedContactsInput{InstanceId: &s.instance, ContactId: &chain[3], MaxResults: new(int32(2))}
	var listed []string
	for {
		page := got(s.client.ListAssociatedContacts(s.ctx, ask))
		for _, c := range page.ContactSummaryList {
			listed = append(listed, *c.ContactId)
		}
		if ask.NextToken = page.NextToken; ask.NextToken == nil {
			break
		}
	}
	same(t, "the chain", strings.Join(listed, " "), strings.Join(chain, " "))
}
