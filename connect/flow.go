package connect

import (
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
	if err := checkContent(content); err != nil {
		return nil, err
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
		out.FlowContentSha256 = new(acd.ContentSum(content))
	}
	return out, nil
}

// checkContent checks the length of a flow's content, which the table of inputs does not give.
func checkContent(content string) error {
	if n := utf8.RuneCountInString(content); n < 1 || n > flowContentMax {
		return acd.Errorf(acd.Invalid, "Content has %d characters; give 1 to %d", n, flowContentMax)
	}
	return nil
}

// The suffixes of a flow's id that ask for it as it was saved, published or not, and as it is published, as no suffix
// does; another suffix names a version (DescribeContactFlow in the API reference, A0210).
const (
	savedSuffix  = "$SAVED"
	latestSuffix = "$LATEST"
)

func (h *handlers) describeContactFlow(c *Call, in *sdk.DescribeContactFlowInput) (
	*sdk.DescribeContactFlowOutput, error,
) {
	p := c.place(in.InstanceId)
	named, version := cutVersion(value(in.ContactFlowId))
	id := idAt[acd.FlowID](p, acd.KindFlow, &named)
	return look(h, p, func(i *instance.Instance) (*sdk.DescribeContactFlowOutput, error) {
		flow, ok := i.Directory().Flow(id)
		if !ok {
			return nil, unknown("flow", id)
		}
		shown := contactFlow(p, i, flow)
		if version != "" && version != savedSuffix && version != latestSuffix {
			return showVersion(p, i, shown, id, version)
		}
		if version == savedSuffix {
			content, status := flow.Script().Saved()
			shown.Content, shown.Status = &content, types.ContactFlowStatus(status)
			shown.FlowContentSha256 = new(acd.ContentSum(content))
		} else if flow.Status == acd.FlowSaved {
			return nil, draft("flow", id)
		}
		return &sdk.DescribeContactFlowOutput{ContactFlow: shown}, nil
	})
}

func draft[ID ~string](noun string, id ID) error {
	return acd.Errorf(acd.Draft, "%s %s is saved but not published; add :%s to its id to see what was saved", noun, id,
		savedSuffix)
}

// contactFlow shows a flow as it is published.
func contactFlow(p *place, i *instance.Instance, flow acd.ContactFlow) *types.ContactFlow {
	return &types.ContactFlow{
		Arn:                p.arn(acd.KindFlow, string(flow.ID)),
		Content:            &flow.Content,
		Description:        word(flow.Description),
		FlowContentSha256:  new(acd.ContentSum(flow.Content)),
		Id:                 new(string(flow.ID)),
		LastModifiedRegion: p.region(),
		LastModifiedTime:   stamp(flow.LastModifiedAt),
		Name:               &flow.Name,
		State:              types.ContactFlowState(acd.StateOf(flow.State)),
		Status:             types.ContactFlowStatus(flow.Status),
		Tags:               i.Directory().Tags(acd.KindFlow, string(flow.ID)),
		Type:               types.ContactFlowType(flow.Type),
	}
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
					ContactFlowState:  types.ContactFlowState(acd.StateOf(f.State)),
					ContactFlowStatus: types.ContactFlowStatus(f.Status),
					ContactFlowType:   types.ContactFlowType(f.Type),
					Id:                new(string(f.ID)),
					Name:              &f.Name,
				}
			}),
		}, nil
	})
}

// updateContactFlowContent publishes a content, or saves it where the id ends in $SAVED (A0210).
func (h *handlers) updateContactFlowContent(c *Call, in *sdk.UpdateContactFlowContentInput) (
	*sdk.UpdateContactFlowContentOutput, error,
) {
	if err := checkContent(value(in.Content)); err != nil {
		return nil, err
	}
	p := c.place(in.InstanceId)
	named, saved, err := cutSaved(value(in.ContactFlowId))
	if err != nil {
		return nil, err
	}
	_, err = h.do(c, p, acd.UpdateContactFlowContent{
		ID: idAt[acd.FlowID](p, acd.KindFlow, &named), Content: *in.Content, Saved: saved,
	})
	return nil, err
}

// cutSaved cuts $SAVED from the id or ARN of a flow or module that is to be written. Versions cannot be written.
func cutSaved(named string) (rest string, saved bool, err error) {
	rest, version := cutVersion(named)
	if version != "" && version != savedSuffix && version != latestSuffix {
		return "", false, acd.Errorf(acd.Improper, "version %q cannot be changed; leave it out, or give %s", version,
			savedSuffix)
	}
	return rest, version == savedSuffix, nil
}

func (h *handlers) updateContactFlowMetadata(c *Call, in *sdk.UpdateContactFlowMetadataInput) (
	*sdk.UpdateContactFlowMetadataOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.UpdateContactFlowMetadata{
		ID:   idAt[acd.FlowID](p, acd.KindFlow, in.ContactFlowId),
		Name: in.Name, Description: in.Description, State: string(in.ContactFlowState),
	})
	return nil, err
}

func (h *handlers) updateContactFlowName(c *Call, in *sdk.UpdateContactFlowNameInput) (
	*sdk.UpdateContactFlowNameOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.UpdateContactFlowMetadata{
		ID: idAt[acd.FlowID](p, acd.KindFlow, in.ContactFlowId), Name: in.Name, Description: in.Description,
	})
	return nil, err
}

func (h *handlers) deleteContactFlow(c *Call, in *sdk.DeleteContactFlowInput) (*sdk.DeleteContactFlowOutput, error) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.DeleteContactFlow{ID: idAt[acd.FlowID](p, acd.KindFlow, in.ContactFlowId)})
	return nil, err
}
