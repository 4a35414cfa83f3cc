package connect

import (
	"reflect"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// TestPredefinedAttributes leads an attribute through its life: what it is for and whether its values are enforced are
// kept beside its values, and an update changes what it names alone.
func TestPredefinedAttributes(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	colour := new("Colour")
	list := func(values ...string) types.PredefinedAttributeValues {
		return &types.PredefinedAttributeValuesMemberStringList{Value: values}
	}
	got(s.client.CreatePredefinedAttribute(s.ctx, &sdk.CreatePredefinedAttributeInput{InstanceId: &s.instance,
		Name: colour, Values: list("Red", "Blue"), Purposes: []string{"Agent routing"},
		AttributeConfiguration: &types.InputPredefinedAttributeConfiguration{EnableValueValidationOnAssociation: true}}))
	want := types.PredefinedAttribute{Name: colour, Values: list("Red", "Blue"), Purposes: []string{"Agent routing"},
		LastModifiedRegion:     new(testRegion),
		AttributeConfiguration: &types.PredefinedAttributeConfiguration{EnableValueValidationOnAssociation: true}}
	check := func(what string, change *sdk.UpdatePredefinedAttributeInput) {
		t.Helper()
		if change != nil {
			change.InstanceId, change.Name = &s.instance, colour
			got(s.client.UpdatePredefinedAttribute(s.ctx, change))
		}
		shown := got(s.client.DescribePredefinedAttribute(s.ctx, &sdk.DescribePredefinedAttributeInput{
			InstanceId: &s.instance, Name: colour})).PredefinedAttribute
		found := got(s.client.SearchPredefinedAttributes(s.ctx, &sdk.SearchPredefinedAttributesInput{
			InstanceId: &s.instance, SearchCriteria: &types.PredefinedAttributeSearchCriteria{
				StringCondition: named("Colour")}})).PredefinedAttributes[0]
		if !reflect.DeepEqual(*shown, found) {
			t.Errorf("%s: described as %s, found as %s", what, show(shown), show(&found))
		}
		if shown.LastModifiedTime = nil; !reflect.DeepEqual(*shown, want) {
			t.Errorf("%s:\ngot  %s\nwant %s", what, show(shown), show(&want))
		}
	}
	check("created", nil)
	want.Values = list("Green")
	check("other values", &sdk.UpdatePredefinedAttributeInput{Values: list("Green")})
	want.Purposes = []string{"Contact search", "Analytics"}
	check("other purposes", &sdk.UpdatePredefinedAttributeInput{Purposes: want.Purposes})
	want.AttributeConfiguration = &types.PredefinedAttributeConfiguration{}
	check("not enforced", &sdk.UpdatePredefinedAttributeInput{
		AttributeConfiguration: &types.InputPredefinedAttributeConfiguration{}})
	got(s.client.DeletePredefinedAttribute(s.ctx, &sdk.DeletePredefinedAttributeInput{
		InstanceId: &s.instance, Name: colour}))
	refused(t, s.call(asked{"DescribePredefinedAttribute", &sdk.DescribePredefinedAttributeInput{
		InstanceId: &s.instance, Name: colour}}), "ResourceNotFoundException", 404, "Colour")
}
