package connect

import (
	"fmt"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// TestTerraformFindsByName plays what Terraform's data sources call: they list all pages, of sixty each, until they
// find a name. Among what they are asked for is what every new instance has.
func TestTerraformFindsByName(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	first, kinds := s.madeNamed()
	for _, kind := range kinds {
		t.Run(kind.of, func(t *testing.T) {
			found := make(map[string]bool)
			for kind.more() {
				for _, name := range kind.next() {
					found[name] = true
				}
			}
			for _, name := range append(kind.builtIn, first[kind.of]) {
				if !found[name] {
					t.Errorf("no page has %q", name)
				}
			}
		})
	}
}

// A namedKind lists the names of one kind of thing, page by page.
type namedKind struct {
	of      string
	more    func() bool
	next    func() []string
	builtIn []string
}

// madeNamed makes things until their lists have several pages, and returns a name of each kind and the lists.
func (s *stage) madeNamed() (first map[string]string, kinds []namedKind) {
	s.Helper()
	first = map[string]string{"queues": "Queue 69", "flows": "Flow 69", "prompts": "Beep.wav", "hours": "Basic Hours",
		"profiles": "Basic Routing Profile", "security profiles": "Admin", "instances": "clinic-12"}
	for n := range 70 {
		got(s.client.CreateQueue(s.ctx, &sdk.CreateQueueInput{InstanceId: &s.instance, HoursOfOperationId: new(s.hours()),
			Name: new(fmt.Sprintf("Queue %d", n))}))
		got(s.client.CreateContactFlow(s.ctx, &sdk.CreateContactFlowInput{InstanceId: &s.instance,
			Name: new(fmt.Sprintf("Flow %d", n)), Type: types.ContactFlowTypeContactFlow, Content: new(flowContent("a"))}))
	}
	for n := range 13 {
		s.newInstance(fmt.Sprintf("clinic-%d", n))
	}
	queues := sdk.NewListQueuesPaginator(s.client, &sdk.ListQueuesInput{InstanceId: &s.instance, MaxResults: sixty()})
	flows := sdk.NewListContactFlowsPaginator(s.client, &sdk.ListContactFlowsInput{InstanceId: &s.instance,
		MaxResults: sixty()})
	prompts := sdk.NewListPromptsPaginator(s.client, &sdk.ListPromptsInput{InstanceId: &s.instance, MaxResults: sixty()})
	hours := sdk.NewListHoursOfOperationsPaginator(s.client, &sdk.ListHoursOfOperationsInput{InstanceId: &s.instance,
		MaxResults: sixty()})
	profiles := sdk.NewListRoutingProfilesPaginator(s.client, &sdk.ListRoutingProfilesInput{InstanceId: &s.instance,
		MaxResults: sixty()})
	security := sdk.NewListSecurityProfilesPaginator(s.client, &sdk.ListSecurityProfilesInput{InstanceId: &s.instance,
		MaxResults: sixty()})
	instances := sdk.NewListInstancesPaginator(s.client, &sdk.ListInstancesInput{MaxResults: new(int32(10))})
	return first, []namedKind{
		{"queues", queues.HasMorePages, func() []string {
			return each(got(queues.NextPage(s.ctx)).QueueSummaryList, func(q types.QueueSummary) string {
				return value(q.Name)
			})
		}, []string{"BasicQueue"}},
		{"flows", flows.HasMorePages, func() []string {
			return each(got(flows.NextPage(s.ctx)).ContactFlowSummaryList, func(f types.ContactFlowSummary) string {
				return *f.Name
			})
		}, []string{"Default customer queue", "Default agent transfer", "Default outbound", "Default customer whisper",
			"Sample inbound flow (first contact experience)"}},
		{"prompts", prompts.HasMorePages, func() []string {
			return each(got(prompts.NextPage(s.ctx)).PromptSummaryList, func(p types.PromptSummary) string {
				return *p.Name
			})
		}, nil},
		{"hours", hours.HasMorePages, func() []string {
			return each(got(hours.NextPage(s.ctx)).HoursOfOperationSummaryList,
				func(h types.HoursOfOperationSummary) string { return *h.Name })
		}, nil},
		{"profiles", profiles.HasMorePages, func() []string {
			return each(got(profiles.NextPage(s.ctx)).RoutingProfileSummaryList,
				func(p types.RoutingProfileSummary) string { return *p.Name })
		}, nil},
		{"security profiles", security.HasMorePages, func() []string {
			return each(got(security.NextPage(s.ctx)).SecurityProfileSummaryList,
				func(p types.SecurityProfileSummary) string { return *p.Name })
		}, []string{"Agent", "CallCenterManager", "QualityAnalyst"}},
		{"instances", instances.HasMorePages, func() []string {
			return each(got(instances.NextPage(s.ctx)).InstanceSummaryList,
				func(i types.InstanceSummary) string { return value(i.InstanceAlias) })
		}, nil},
	}
}

func sixty() *int32 { return new(int32(60)) }
