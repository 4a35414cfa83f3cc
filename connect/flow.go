package connect

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode/utf8"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

// flowContentMax is how long a flow may be, in characters (CreateContactFlow in the API reference).
const flowContentMax = 256_000

func (h *handlers) createContactFlow(c *Call, in *sdk.CreateContactFlowInput) (*sdk.CreateContactFlowOutput, error) {
	content := value(in.Content)
	if n := utf8.RuneCountInString(content); n < 1 || n > flowContentMax {
		return nil, acd.Errorf(acd.Invalid, "Content has %d characters; give 1 to %d", n, flowContentMax)
	}
	p := c.place(in.InstanceId)
	id, err := h.do(c, p, acd.CreateContactFlow{
		Flow: acd.ContactFlow{
			Name:        value(in.Name),
			Type:        string(in.Type),
			Description: value(in.Description),
			Content:     content,
			Status:      string(in.Status),
		},
		Tags: in.Tags,
	})
	if err != nil {
		return nil, err
	}
	out := &sdk.CreateContactFlowOutput{ContactFlowId: &id, ContactFlowArn: p.arn(acd.KindFlow, id)}
	if in.Status != types.ContactFlowStatusSaved {
		out.FlowContentSha256 = contentSum(content)
	}
	return out, nil
}

// contentSum returns the checksum by which clients see whether a flow has changed.
func contentSum(content string) *string {
	sum := sha256.Sum256([]byte(content))
	return new(hex.EncodeToString(sum[:]))
}

// savedSuffix asks for a flow as it was saved, published or not; another suffix names a version, of which there are
// none here (DescribeContactFlow in the API reference).
const savedSuffix = "$SAVED"

func (h *handlers) describeContactFlow(c *Call, in *sdk.DescribeContactFlowInput) (
	*sdk.DescribeContactFlowOutput, error,
) {
	p := c.place(in.InstanceId)
	named, version := cutVersion(value(in.ContactFlowId))
	id := idAt[acd.FlowID](p, acd.KindFlow, &named)
	return look(h, p, func(i *instance.Instance) (*sdk.DescribeContactFlowOutput, error) {
		flow, ok := i.Directory().Flow(id)
		switch {
		case !ok:
			return nil, unknown("flow", id)
		case version != "" && version != savedSuffix:
			return nil, acd.Errorf(acd.NotFound, "flow %s has no version %q; leave it out, or give %s", id, version,
				savedSuffix)
		case version == "" && flow.Status == instance.FlowSaved:
			return nil, acd.Errorf(acd.Draft, "flow %s is saved but not published; add :%s to its id to see what was "+
				"saved", id, savedSuffix)
		}
		return &sdk.DescribeContactFlowOutput{ContactFlow: &types.ContactFlow{
			Arn:                p.arn(acd.KindFlow, string(id)),
			Content:            &flow.Content,
			Description:        word(flow.Description),
			FlowContentSha256:  contentSum(flow.Content),
			Id:                 new(string(id)),
			LastModifiedRegion: p.region(),
			LastModifiedTime:   stamp(flow.LastModifiedAt),
			Name:               &flow.Name,
			State:              types.ContactFlowStateActive,
			Status:             types.ContactFlowStatus(flow.Status),
			Tags:               i.Directory().Tags(acd.KindFlow, string(id)),
			Type:               types.ContactFlowType(flow.Type),
		}}, nil
	})
}

// cutVersion cuts the version from the id or ARN of a flow.
func cutVersion(named string) (rest, version string) {
	slash := strings.LastIndexByte(named, '/') + 1 // before it stand the colons of an ARN
	id, version, _ := strings.Cut(named[slash:], ":")
	return named[:slash] + id, version
}

func (h *handlers) listContactFlows(c *Call, in *sdk.ListContactFlowsInput) (*sdk.ListContactFlowsOutput, error) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.ListContactFlowsOutput, error) {
		flows := slices.DeleteFunc(i.Directory().Flows(), func(f acd.ContactFlow) bool {
			return len(in.ContactFlowTypes) > 0 && !slices.Contains(in.ContactFlowTypes, types.ContactFlowType(f.Type))
		})
		found, next, err := page(c, p.ask(in.NextToken, in.MaxResults, texts(in.ContactFlowTypes)...), flows,
			func(f acd.ContactFlow) string { return nameKey(f.Name, f.ID) })
		if err != nil {
			return nil, err
		}
		return &sdk.ListContactFlowsOutput{
			NextToken: next,
			ContactFlowSummaryList: each(found, func(f acd.ContactFlow) types.ContactFlowSummary {
				return types.ContactFlowSummary{
					Arn:               p.arn(acd.KindFlow, string(f.ID)),
					ContactFlowState:  types.ContactFlowStateActive,
					ContactFlowStatus: types.ContactFlowStatus(f.Status),
					ContactFlowType:   types.ContactFlowType(f.Type),
					Id:                new(string(f.ID)),
					Name:              &f.Name,
				}
			}),
		}, nil
	})
}
