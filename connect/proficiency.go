package connect

import (
	"slices"
	"strings"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

func (h *handlers) associateUserProficiencies(c *Call, in *sdk.AssociateUserProficienciesInput) (
	*sdk.AssociateUserProficienciesOutput, error,
) {
	p := c.place(in.InstanceId)
	list, err := proficiencies(in.UserProficiencies)
	if err != nil {
		return nil, err
	}
	_, err = h.do(c, p, acd.AssociateUserProficiencies{
		UserID: idAt[acd.UserID](p, acd.KindUser, in.UserId), Proficiencies: list,
	})
	return nil, err
}

func (h *handlers) updateUserProficiencies(c *Call, in *sdk.UpdateUserProficienciesInput) (
	*sdk.UpdateUserProficienciesOutput, error,
) {
	p := c.place(in.InstanceId)
	list, err := proficiencies(in.UserProficiencies)
	if err != nil {
		return nil, err
	}
	_, err = h.do(c, p, acd.UpdateUserProficiencies{
		UserID: idAt[acd.UserID](p, acd.KindUser, in.UserId), Proficiencies: list,
	})
	return nil, err
}

func (h *handlers) disassociateUserProficiencies(c *Call, in *sdk.DisassociateUserProficienciesInput) (
	*sdk.DisassociateUserProficienciesOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.DisassociateUserProficiencies{
		UserID: idAt[acd.UserID](p, acd.KindUser, in.UserId),
		Proficiencies: each(in.UserProficiencies, func(given types.UserProficiencyDisassociate) acd.UserProficiency {
			return acd.UserProficiency{
				AttributeName: value(given.AttributeName), AttributeValue: value(given.AttributeValue),
			}
		}),
	})
	return nil, err
}

// proficiencies reads proficiencies with their levels, which are whole numbers for a user (A0002).
func proficiencies(given []types.UserProficiency) ([]acd.UserProficiency, error) {
	for i, one := range given {
		if level := value(one.Level); level != float32(int32(level)) {
			return nil, acd.Errorf(acd.Invalid, "UserProficiencies[%d].Level is %v; give 1, 2, 3, 4 or 5", i, level)
		}
	}
	return each(given, func(one types.UserProficiency) acd.UserProficiency {
		return acd.UserProficiency{
			AttributeName:  value(one.AttributeName),
			AttributeValue: value(one.AttributeValue),
			Level:          int32(value(one.Level)),
		}
	}), nil
}

func (h *handlers) listUserProficiencies(c *Call, in *sdk.ListUserProficienciesInput) (
	*sdk.ListUserProficienciesOutput, error,
) {
	p := c.place(in.InstanceId)
	id := idAt[acd.UserID](p, acd.KindUser, in.UserId)
	return look(h, p, func(i *instance.Instance) (*sdk.ListUserProficienciesOutput, error) {
		user, ok := i.Directory().User(id)
		if !ok {
			return nil, unknown("user", id)
		}
		list := slices.SortedFunc(slices.Values(user.Proficiencies), func(a, b acd.UserProficiency) int {
			return strings.Compare(proficiencyKey(a), proficiencyKey(b))
		})
		found, next, err := page(c, p.ask(in.NextToken, in.MaxResults, string(id)), list, proficiencyKey)
		if err != nil {
			return nil, err
		}
		out := &sdk.ListUserProficienciesOutput{
			LastModifiedTime: stamp(user.ProficienciesAt),
			NextToken:        next,
			UserProficiencyList: each(found, func(one acd.UserProficiency) types.UserProficiency {
				return types.UserProficiency{
					AttributeName:  &one.AttributeName,
					AttributeValue: &one.AttributeValue,
					Level:          new(float32(one.Level)),
				}
			}),
		}
		if out.LastModifiedTime != nil {
			out.LastModifiedRegion = p.region()
		}
		return out, nil
	})
}

// proficiencyKey orders proficiencies by attribute, then value.
func proficiencyKey(one acd.UserProficiency) string {
	return nameKey(one.AttributeName, one.AttributeValue)
}
