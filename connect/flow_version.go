package connect

import (
	"fmt"
	"strconv"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

// createContactFlowVersion keeps what a flow runs. When and where it was last modified is said by those who copy a flow
// between regions, and nothing here depends on it (A0212).
func (h *handlers) createContactFlowVersion(c *Call, in *sdk.CreateContactFlowVersionInput) (
	*sdk.CreateContactFlowVersionOutput, error,
) {
	p := c.place(in.InstanceId)
	id := idAt[acd.FlowID](p, acd.KindFlow, in.ContactFlowId)
	number, err := h.do(c, p, acd.CreateContactFlowVersion{
		ID: id, Number: value(in.ContactFlowVersion), Description: value(in.Description), Sum: value(in.FlowContentSha256),
	})
	if err != nil {
		return nil, err
	}
	version, err := strconv.ParseInt(number, 10, 64)
	return &sdk.CreateContactFlowVersionOutput{ContactFlowArn: p.arn(acd.KindFlow, string(id)), Version: &version}, err
}

// versionARN writes the ARN of a version.
func versionARN(p *place, v acd.ContactFlowVersion) *string {
	return p.arn(acd.KindFlow, fmt.Sprint(v.FlowID, ":", v.Number))
}

// showVersion shows a flow as it was published under a number.
func showVersion(p *place, i *instance.Instance, shown *types.ContactFlow, id acd.FlowID, version string) (
	*sdk.DescribeContactFlowOutput, error,
) {
	number, _ := strconv.ParseInt(version, 10, 64)
	v, ok := i.Directory().FlowVersion(id, number)
	if !ok {
		return nil, acd.Errorf(acd.NotFound, "flow %s has no version %q; give one that is listed, or %s, or none", id,
			version, savedSuffix)
	}
	shown.Arn, shown.Content, shown.Version = versionARN(p, v), &v.Content, &v.Number
	shown.FlowContentSha256, shown.VersionDescription = new(acd.ContentSum(v.Content)), word(v.Description)
	shown.Status, shown.LastModifiedTime = types.ContactFlowStatusPublished, stamp(v.CreatedAt)
	return &sdk.DescribeContactFlowOutput{ContactFlow: shown}, nil
}

func (h *handlers) listContactFlowVersions(c *Call, in *sdk.ListContactFlowVersionsInput) (
	*sdk.ListContactFlowVersionsOutput, error,
) {
	p := c.place(in.InstanceId)
	id := idAt[acd.FlowID](p, acd.KindFlow, in.ContactFlowId)
	return look(h, p, func(i *instance.Instance) (*sdk.ListContactFlowVersionsOutput, error) {
		if _, ok := i.Directory().Flow(id); !ok {
			return nil, unknown("flow", id)
		}
		found, next, err := page(c, p.ask(in.NextToken, in.MaxResults, string(id)), i.Directory().FlowVersions(id),
			func(v acd.ContactFlowVersion) string { return fmt.Sprintf("%020d", v.Number) })
		if err != nil {
			return nil, err
		}
		return &sdk.ListContactFlowVersionsOutput{
			NextToken: next,
			ContactFlowVersionSummaryList: each(found, func(v acd.ContactFlowVersion) types.ContactFlowVersionSummary {
				return types.ContactFlowVersionSummary{
					Arn: versionARN(p, v), Version: &v.Number, VersionDescription: word(v.Description)}
			}),
		}, nil
	})
}

func (h *handlers) deleteContactFlowVersion(c *Call, in *sdk.DeleteContactFlowVersionInput) (
	*sdk.DeleteContactFlowVersionOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.DeleteContactFlowVersion{
		ID: idAt[acd.FlowID](p, acd.KindFlow, in.ContactFlowId), Number: value(in.ContactFlowVersion)})
	return nil, err
}
