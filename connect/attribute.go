package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

func (h *handlers) createPredefinedAttribute(c *Call, in *sdk.CreatePredefinedAttributeInput) (
	*sdk.CreatePredefinedAttributeOutput, error,
) {
	_, err := h.do(c, c.place(in.InstanceId), acd.CreatePredefinedAttribute{Attribute: acd.PredefinedAttribute{
		Name:           value(in.Name),
		Values:         value(attributeValues(in.Values)),
		Purposes:       in.Purposes,
		ValidateValues: value(in.AttributeConfiguration).EnableValueValidationOnAssociation,
	}})
	return nil, err
}

func (h *handlers) updatePredefinedAttribute(c *Call, in *sdk.UpdatePredefinedAttributeInput) (
	*sdk.UpdatePredefinedAttributeOutput, error,
) {
	change := acd.UpdatePredefinedAttribute{Name: value(in.Name), Values: attributeValues(in.Values)}
	if in.Purposes != nil {
		change.Purposes = &in.Purposes
	}
	if config := in.AttributeConfiguration; config != nil {
		change.ValidateValues = &config.EnableValueValidationOnAssociation
	}
	_, err := h.do(c, c.place(in.InstanceId), change)
	return nil, err
}

// attributeValues returns the values in the union that has but one member, nil where none are given.
func attributeValues(given types.PredefinedAttributeValues) *[]string {
	if list, ok := given.(*types.PredefinedAttributeValuesMemberStringList); ok {
		return &list.Value
	}
	return nil
}

func (h *handlers) deletePredefinedAttribute(c *Call, in *sdk.DeletePredefinedAttributeInput) (
	*sdk.DeletePredefinedAttributeOutput, error,
) {
	_, err := h.do(c, c.place(in.InstanceId), acd.DeletePredefinedAttribute{Name: value(in.Name)})
	return nil, err
}

func (h *handlers) describePredefinedAttribute(c *Call, in *sdk.DescribePredefinedAttributeInput) (
	*sdk.DescribePredefinedAttributeOutput, error,
) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.DescribePredefinedAttributeOutput, error) {
		attribute, ok := i.Directory().Attribute(value(in.Name))
		if !ok {
			return nil, acd.Errorf(acd.NotFound, "no predefined attribute has the name %q; give one that the instance lists",
				value(in.Name))
		}
		return &sdk.DescribePredefinedAttributeOutput{PredefinedAttribute: new(attributeShown(p, attribute))}, nil
	})
}

func attributeShown(p *place, attribute acd.PredefinedAttribute) types.PredefinedAttribute {
	return types.PredefinedAttribute{
		AttributeConfiguration: &types.PredefinedAttributeConfiguration{
			EnableValueValidationOnAssociation: attribute.ValidateValues,
			IsReadOnly:                         attribute.ReadOnly,
		},
		LastModifiedRegion: p.region(),
		LastModifiedTime:   stamp(attribute.LastModifiedAt),
		Name:               &attribute.Name,
		Purposes:           attribute.Purposes,
		Values:             &types.PredefinedAttributeValuesMemberStringList{Value: attribute.Values},
	}
}

func (h *handlers) listPredefinedAttributes(c *Call, in *sdk.ListPredefinedAttributesInput) (
	*sdk.ListPredefinedAttributesOutput, error,
) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.ListPredefinedAttributesOutput, error) {
		found, next, err := page(c, p.ask(in.NextToken, in.MaxResults), i.Directory().Attributes(),
			func(attribute acd.PredefinedAttribute) string { return attribute.Name })
		if err != nil {
			return nil, err
		}
		return &sdk.ListPredefinedAttributesOutput{
			NextToken: next,
			PredefinedAttributeSummaryList: each(found,
				func(attribute acd.PredefinedAttribute) types.PredefinedAttributeSummary {
					return types.PredefinedAttributeSummary{
						LastModifiedRegion: p.region(),
						LastModifiedTime:   stamp(attribute.LastModifiedAt),
						Name:               &attribute.Name,
					}
				}),
		}, nil
	})
}
