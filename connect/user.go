package connect

import (
	"slices"
	"strings"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

func (h *handlers) createUser(c *Call, in *sdk.CreateUserInput) (*sdk.CreateUserOutput, error) {
	p := c.place(in.InstanceId)
	if err := h.checkPassword(p, in.Password); err != nil {
		return nil, err
	}
	identity := value(in.IdentityInfo)
	id, err := h.do(c, p, acd.CreateUser{
		User: acd.User{
			Username:              value(in.Username),
			DirectoryUserID:       value(in.DirectoryUserId),
			FirstName:             value(identity.FirstName),
			LastName:              value(identity.LastName),
			Email:                 value(identity.Email),
			SecondaryEmail:        value(identity.SecondaryEmail),
			Mobile:                value(identity.Mobile),
			Phone:                 phoneConfig(in.PhoneConfig),
			AutoAcceptConfigs:     each(in.AutoAcceptConfigs, autoAccept),
			AfterContactWork:      each(in.AfterContactWorkConfigs, afterContactWork),
			PhoneNumbers:          each(in.PhoneNumberConfigs, phoneNumber),
			PersistentConnections: each(in.PersistentConnectionConfigs, persistentConnection),
			VoiceEnhancements:     each(in.VoiceEnhancementConfigs, voiceEnhancement),
			SecurityProfileIDs:    idsAt[acd.SecurityProfileID](p, acd.KindSecurityProfile, in.SecurityProfileIds),
			RoutingProfileID:      idAt[acd.RoutingProfileID](p, acd.KindRoutingProfile, in.RoutingProfileId),
			HierarchyGroupID:      idAt[acd.HierarchyGroupID](p, acd.KindHierarchyGroup, in.HierarchyGroupId),
		},
		Tags: in.Tags,
	})
	if err != nil {
		return nil, err
	}
	return &sdk.CreateUserOutput{UserId: &id, UserArn: p.arn(acd.KindUser, id)}, nil
}

// checkPassword checks that a password is given where the instance manages identities itself, and nowhere else
// (CreateUser in the API reference). Nobody logs in with it here, so it goes no further than this.
func (h *handlers) checkPassword(p *place, password *string) error {
	managed, err := look(h, p, func(i *instance.Instance) (types.DirectoryType, error) {
		return types.DirectoryType(i.Directory().Instance().IdentityManagementType), nil
	})
	switch {
	case err != nil:
		return err
	case managed == types.DirectoryTypeConnectManaged && password == nil:
		return acd.Errorf(acd.Improper, "Password is missing; an instance that is CONNECT_MANAGED needs one for each user")
	case managed != types.DirectoryTypeConnectManaged && managed != "" && password != nil:
		return acd.Errorf(acd.Improper, "Password is given; an instance that is %s takes none", managed)
	}
	return nil
}

func (h *handlers) describeUser(c *Call, in *sdk.DescribeUserInput) (*sdk.DescribeUserOutput, error) {
	p := c.place(in.InstanceId)
	id := idAt[acd.UserID](p, acd.KindUser, in.UserId)
	return look(h, p, func(i *instance.Instance) (*sdk.DescribeUserOutput, error) {
		user, ok := i.Directory().User(id)
		if !ok {
			return nil, unknown("user", id)
		}
		return &sdk.DescribeUserOutput{User: &types.User{
			AfterContactWorkConfigs:     each(user.AfterContactWork, afterContactWorkOut),
			Arn:                         p.arn(acd.KindUser, string(id)),
			AutoAcceptConfigs:           each(user.AutoAcceptConfigs, autoAcceptOut),
			DirectoryUserId:             word(user.DirectoryUserID),
			HierarchyGroupId:            word(user.HierarchyGroupID),
			Id:                          new(string(id)),
			IdentityInfo:                identityInfo(user),
			LastModifiedRegion:          p.region(),
			LastModifiedTime:            stamp(user.LastModifiedAt),
			PersistentConnectionConfigs: each(user.PersistentConnections, persistentConnectionOut),
			PhoneConfig:                 phoneConfigOut(user.Phone),
			PhoneNumberConfigs:          each(user.PhoneNumbers, phoneNumberOut),
			RoutingProfileId:            new(string(user.RoutingProfileID)),
			SecurityProfileIds:          texts(user.SecurityProfileIDs),
			Tags:                        i.Directory().Tags(acd.KindUser, string(id)),
			Username:                    &user.Username,
			VoiceEnhancementConfigs:     each(user.VoiceEnhancements, voiceEnhancementOut),
		}}, nil
	})
}

func identityInfo(user acd.User) *types.UserIdentityInfo {
	info := types.UserIdentityInfo{
		Email:          word(user.Email),
		FirstName:      word(user.FirstName),
		LastName:       word(user.LastName),
		Mobile:         word(user.Mobile),
		SecondaryEmail: word(user.SecondaryEmail),
	}
	if info == (types.UserIdentityInfo{}) {
		return nil
	}
	return &info
}

func (h *handlers) listUsers(c *Call, in *sdk.ListUsersInput) (*sdk.ListUsersOutput, error) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.ListUsersOutput, error) {
		found, next, err := page(c, p.ask(in.NextToken, in.MaxResults), i.Directory().Users(),
			func(user acd.User) string { return nameKey(user.Username, user.ID) })
		if err != nil {
			return nil, err
		}
		return &sdk.ListUsersOutput{
			NextToken: next,
			UserSummaryList: each(found, func(user acd.User) types.UserSummary {
				return types.UserSummary{
					Arn:                p.arn(acd.KindUser, string(user.ID)),
					Id:                 new(string(user.ID)),
					LastModifiedRegion: p.region(),
					LastModifiedTime:   stamp(user.LastModifiedAt),
					Username:           &user.Username,
				}
			}),
		}, nil
	})
}

// usersByID returns the users of an instance in the order of their ids.
func usersByID(i *instance.Instance) []acd.User {
	users := i.Directory().Users()
	slices.SortFunc(users, func(a, b acd.User) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return users
}

func (h *handlers) deleteUser(c *Call, in *sdk.DeleteUserInput) (*sdk.DeleteUserOutput, error) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.DeleteUser{UserID: idAt[acd.UserID](p, acd.KindUser, in.UserId)})
	return nil, err
}
