package connect

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/account"
	"patchcord/acd"
	"patchcord/instance"
)

func (h *handlers) createInstance(c *Call, in *sdk.CreateInstanceInput) (*sdk.CreateInstanceOutput, error) {
	if err := checkInstance(in); err != nil {
		return nil, err
	}
	id, err := h.engine.Do(c.Context, "", acd.CreateInstance{
		Instance: acd.Instance{
			Alias:                  value(in.InstanceAlias),
			IdentityManagementType: string(in.IdentityManagementType),
			DirectoryID:            value(in.DirectoryId),
			InboundCalls:           value(in.InboundCallsEnabled),
			OutboundCalls:          value(in.OutboundCallsEnabled),
		},
		Tags:  in.Tags,
		Token: clientToken(in),
	})
	if err != nil {
		return nil, err
	}
	return &sdk.CreateInstanceOutput{Id: &id, Arn: new(c.account().InstanceARN(acd.InstanceID(id)))}, nil
}

// checkInstance checks that a new instance says who knows its users: a directory of its own name, or one that exists
// (A0070).
func checkInstance(in *sdk.CreateInstanceInput) error {
	existing := in.IdentityManagementType == types.DirectoryTypeExistingDirectory
	switch {
	case existing && in.DirectoryId == nil:
		return acd.Errorf(acd.Improper, "IdentityManagementType is EXISTING_DIRECTORY; give the DirectoryId of the directory")
	case !existing && in.DirectoryId != nil:
		return acd.Errorf(acd.Improper, "DirectoryId is given, but IdentityManagementType is %s; give it with "+
			"EXISTING_DIRECTORY only", in.IdentityManagementType)
	case !existing && in.InstanceAlias == nil:
		return acd.Errorf(acd.Improper, "InstanceAlias is missing; only an instance with an EXISTING_DIRECTORY goes without")
	}
	return nil
}

func (h *handlers) describeInstance(c *Call, in *sdk.DescribeInstanceInput) (*sdk.DescribeInstanceOutput, error) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.DescribeInstanceOutput, error) {
		known := i.Directory().Instance()
		return &sdk.DescribeInstanceOutput{Instance: &types.Instance{
			Arn:                    new(p.account.InstanceARN(known.ID)),
			CreatedTime:            stamp(known.CreatedAt),
			Id:                     new(string(known.ID)),
			IdentityManagementType: types.DirectoryType(known.IdentityManagementType),
			InboundCallsEnabled:    &known.InboundCalls,
			InstanceAccessUrl:      accessURL(known),
			InstanceAlias:          word(known.Alias),
			InstanceStatus:         types.InstanceStatusActive,
			OutboundCallsEnabled:   &known.OutboundCalls,
			ServiceRole:            serviceRole(p.account, known),
			Tags:                   i.Directory().Tags("", ""),
		}}, nil
	})
}

func (h *handlers) listInstances(c *Call, in *sdk.ListInstancesInput) (*sdk.ListInstancesOutput, error) {
	all := h.instances()
	found, next, err := page(c, pageAsk{Token: in.NextToken, Max: in.MaxResults}, all, instanceKey)
	if err != nil {
		return nil, err
	}
	return &sdk.ListInstancesOutput{
		NextToken: next,
		InstanceSummaryList: each(found, func(known acd.Instance) types.InstanceSummary {
			return types.InstanceSummary{
				Arn:                    new(c.account().InstanceARN(known.ID)),
				CreatedTime:            stamp(known.CreatedAt),
				Id:                     new(string(known.ID)),
				IdentityManagementType: types.DirectoryType(known.IdentityManagementType),
				InboundCallsEnabled:    &known.InboundCalls,
				InstanceAccessUrl:      accessURL(known),
				InstanceAlias:          word(known.Alias),
				InstanceStatus:         types.InstanceStatusActive,
				OutboundCallsEnabled:   &known.OutboundCalls,
				ServiceRole:            serviceRole(c.account(), known),
			}
		}),
	}, nil
}

// instances returns all instances in the order of their keys.
func (h *handlers) instances() []acd.Instance {
	var all []acd.Instance
	h.engine.View(func(a *account.Account) {
		all = each(a.Instances(), func(i *instance.Instance) acd.Instance { return i.Directory().Instance() })
	})
	slices.SortFunc(all, func(a, b acd.Instance) int { return cmp.Compare(instanceKey(a), instanceKey(b)) })
	return all
}

// instanceKey orders instances by when they were created, the oldest first.
func instanceKey(known acd.Instance) string {
	return fmt.Sprintf("%019d %s", known.CreatedAt, known.ID)
}

func (h *handlers) deleteInstance(c *Call, in *sdk.DeleteInstanceInput) (*sdk.DeleteInstanceOutput, error) {
	_, err := h.do(c, c.place(in.InstanceId), acd.DeleteInstance{Token: clientToken(in)})
	return nil, err
}

// accessURL is where people would open the admin website of an instance at Amazon (AG:amazon-connect-instances).
func accessURL(known acd.Instance) *string {
	if known.Alias == "" {
		return nil
	}
	return new("https://" + known.Alias + ".my.connect.aws")
}

// serviceRole is the role in the form of those that Amazon makes for an instance (AG:connect-slr, A0071).
func serviceRole(in acd.Account, known acd.Instance) *string {
	const prefix, suffixLength = "AWSServiceRoleForAmazonConnect_", 20
	suffix := strings.ReplaceAll(string(known.ID), "-", "")
	return new("arn:aws:iam::" + in.Number + ":role/aws-service-role/connect.amazonaws.com/" + prefix +
		suffix[:min(suffixLength, len(suffix))])
}
