package connect

import (
	"fmt"
	"slices"
	"strings"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

// A switch of an instance is on or off (A0224).
const (
	switchOn  = "true"
	switchOff = "false"
)

func (h *handlers) listInstanceAttributes(c *Call, in *sdk.ListInstanceAttributesInput) (
	*sdk.ListInstanceAttributesOutput, error,
) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.ListInstanceAttributesOutput, error) {
		all := acd.InstanceAttributes()
		found, next, err := page(c, p.ask(in.NextToken, in.MaxResults), all, func(a acd.InstanceAttribute) string {
			return fmt.Sprintf("%02d", slices.Index(all, a))
		})
		if err != nil {
			return nil, err
		}
		return &sdk.ListInstanceAttributesOutput{
			NextToken:  next,
			Attributes: each(found, func(a acd.InstanceAttribute) types.Attribute { return attributeOut(i, a) }),
		}, nil
	})
}

func (h *handlers) describeInstanceAttribute(c *Call, in *sdk.DescribeInstanceAttributeInput) (
	*sdk.DescribeInstanceAttributeOutput, error,
) {
	return look(h, c.place(in.InstanceId), func(i *instance.Instance) (*sdk.DescribeInstanceAttributeOutput, error) {
		return &sdk.DescribeInstanceAttributeOutput{
			Attribute: new(attributeOut(i, acd.InstanceAttribute(in.AttributeType))),
		}, nil
	})
}

func attributeOut(i *instance.Instance, a acd.InstanceAttribute) types.Attribute {
	shown := switchOff
	if i.Directory().InstanceAttribute(a) {
		shown = switchOn
	}
	return types.Attribute{AttributeType: types.InstanceAttributeType(a), Value: &shown}
}

func (h *handlers) updateInstanceAttribute(c *Call, in *sdk.UpdateInstanceAttributeInput) (
	*sdk.UpdateInstanceAttributeOutput, error,
) {
	given := strings.ToLower(value(in.Value))
	if given != switchOn && given != switchOff {
		return nil, acd.Errorf(acd.Invalid, "Value is %q; give true or false", value(in.Value))
	}
	_, err := h.do(c, c.place(in.InstanceId), acd.UpdateInstanceAttribute{
		Attribute: acd.InstanceAttribute(in.AttributeType), On: given == switchOn, Token: clientToken(in)})
	return nil, err
}
