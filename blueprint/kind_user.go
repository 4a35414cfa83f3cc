package blueprint

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

func userNature() nature[User] {
	return nature[User]{
		list: func(ctx context.Context, s *Site) ([]named, error) {
			return all(func(token *string) ([]named, *string, error) {
				out, err := s.client.ListUsers(ctx, &sdk.ListUsersInput{InstanceId: &s.id, NextToken: token})
				if err != nil {
					return nil, nil, err
				}
				var found []named
				for _, u := range out.UserSummaryList {
					found = append(found, named{u.Username, u.Id, u.Arn})
				}
				return found, out.NextToken, nil
			})
		},
		describe: describeUser,
		create:   createUser,
		change:   changeUser,
		remove: func(ctx context.Context, s *Site, id string) error {
			_, err := s.client.DeleteUser(ctx, &sdk.DeleteUserInput{InstanceId: &s.id, UserId: &id})
			return err
		},
	}
}

func describeUser(ctx context.Context, s *Site, name, id string) (User, error) {
	out, err := s.client.DescribeUser(ctx, &sdk.DescribeUserInput{InstanceId: &s.id, UserId: &id})
	if err != nil {
		return User{}, err
	}
	found, whose := out.User, fmt.Sprintf("the user %q", name)
	u := User{Username: name, DirectoryID: found.DirectoryUserId, Tags: found.Tags,
		SecurityProfiles: []string{}, Proficiencies: []Proficiency{},
		Profile: aws.ToString(s.nameOf(kindProfile, found.RoutingProfileId, whose)),
		Group:   s.nameOf(kindGroup, found.HierarchyGroupId, whose)}
	for _, id := range found.SecurityProfileIds {
		if name := s.nameOf(kindSecurityProfile, &id, whose); name != nil {
			u.SecurityProfiles = append(u.SecurityProfiles, *name)
		}
	}
	if i := found.IdentityInfo; i != nil {
		u.FirstName, u.LastName, u.Email = i.FirstName, i.LastName, i.Email
		u.SecondaryEmail, u.Mobile = i.SecondaryEmail, i.Mobile
	}
	if p := found.PhoneConfig; p != nil {
		u.Phone = &Phone{Type: aws.String(string(p.PhoneType)), AutoAccept: &p.AutoAccept,
			AfterWork: &p.AfterContactWorkTimeLimit, Desk: p.DeskPhoneNumber, Persistent: p.PersistentConnection}
	}
	describeChannels(&u, found)
	u.Proficiencies, err = s.proficiencies(ctx, id)
	return u, err
}

// describeChannels fills in the settings of a user for each channel.
func describeChannels(u *User, found *types.User) {
	for _, c := range found.AutoAcceptConfigs {
		u.AutoAccept = append(u.AutoAccept, AutoAccept{string(c.Channel), c.AutoAccept, c.AgentFirstCallbackAutoAccept})
	}
	for _, c := range found.AfterContactWorkConfigs {
		w := AfterWork{Channel: string(c.Channel)}
		if c.AfterContactWorkConfig != nil {
			w.Seconds = c.AfterContactWorkConfig.AfterContactWorkTimeLimit
		}
		if c.AgentFirstCallbackAfterContactWorkConfig != nil {
			w.Callback = &c.AgentFirstCallbackAfterContactWorkConfig.AfterContactWorkTimeLimit
		}
		u.AfterWork = append(u.AfterWork, w)
	}
	for _, c := range found.PhoneNumberConfigs {
		u.PhoneNumbers = append(u.PhoneNumbers, UserNumber{string(c.Channel), string(c.PhoneType), c.PhoneNumber})
	}
	for _, c := range found.PersistentConnectionConfigs {
		u.Persistent = append(u.Persistent, Persistent{string(c.Channel), aws.ToBool(c.PersistentConnection)})
	}
	for _, c := range found.VoiceEnhancementConfigs {
		u.Enhancements = append(u.Enhancements, Enhancement{string(c.Channel), string(c.VoiceEnhancementMode)})
	}
}

// proficiencies lists what a user is good at.
func (s *Site) proficiencies(ctx context.Context, id string) ([]Proficiency, error) {
	list, err := all(func(token *string) ([]types.UserProficiency, *string, error) {
		out, err := s.client.ListUserProficiencies(ctx,
			&sdk.ListUserProficienciesInput{InstanceId: &s.id, UserId: &id, NextToken: token})
		if err != nil {
			return nil, nil, err
		}
		return out.UserProficiencyList, out.NextToken, nil
	})
	found := []Proficiency{}
	for _, p := range list {
		found = append(found, Proficiency{aws.ToString(p.AttributeName), aws.ToString(p.AttributeValue),
			int32(aws.ToFloat32(p.Level))})
	}
	return found, err
}

func createUser(ctx context.Context, s *Site, u User) (id, arn *string, err error) {
	in := &sdk.CreateUserInput{InstanceId: &s.id, Username: &u.Username, Password: u.Password,
		DirectoryUserId: u.DirectoryID,
		IdentityInfo:    identityOf(u), PhoneConfig: phoneOf(u.Phone), Tags: tagsGiven(u.Tags)}
	if in.RoutingProfileId, err = s.idOf(kindProfile, u.Profile); err != nil {
		return nil, nil, err
	}
	if in.SecurityProfileIds, err = s.idsOf(kindSecurityProfile, u.SecurityProfiles); err != nil {
		return nil, nil, err
	}
	if in.HierarchyGroupId, err = s.idOfGiven(kindGroup, u.Group); err != nil {
		return nil, nil, err
	}
	c := channelsOf(u)
	in.AutoAcceptConfigs, in.AfterContactWorkConfigs = c.AutoAcceptConfigs, c.AfterContactWorkConfigs
	in.PhoneNumberConfigs, in.PersistentConnectionConfigs = c.PhoneNumberConfigs, c.PersistentConnectionConfigs
	in.VoiceEnhancementConfigs = c.VoiceEnhancementConfigs
	out, err := s.client.CreateUser(ctx, in)
	if err != nil {
		return nil, nil, err
	}
	return out.UserId, out.UserArn, nil
}

func identityOf(u User) *types.UserIdentityInfo {
	info := types.UserIdentityInfo{FirstName: u.FirstName, LastName: u.LastName, Email: u.Email,
		SecondaryEmail: u.SecondaryEmail, Mobile: u.Mobile}
	if info == (types.UserIdentityInfo{}) {
		return nil
	}
	return &info
}

func phoneOf(p *Phone) *types.UserPhoneConfig {
	if p == nil {
		return nil
	}
	return &types.UserPhoneConfig{PhoneType: types.PhoneType(stringOr(p.Type, "SOFT_PHONE")),
		AutoAccept: aws.ToBool(p.AutoAccept), AfterContactWorkTimeLimit: aws.ToInt32(p.AfterWork),
		DeskPhoneNumber: p.Desk, PersistentConnection: p.Persistent}
}

// channelsOf returns the settings of a user for each channel; those that are not given are nil.
func channelsOf(u User) *sdk.UpdateUserConfigInput {
	in := &sdk.UpdateUserConfigInput{}
	for _, c := range u.AutoAccept {
		in.AutoAcceptConfigs = append(in.AutoAcceptConfigs, types.AutoAcceptConfig{Channel: types.Channel(c.Channel),
			AutoAccept: c.On, AgentFirstCallbackAutoAccept: c.Callback})
	}
	for _, c := range u.AfterWork {
		config := types.AfterContactWorkConfigPerChannel{Channel: types.Channel(c.Channel),
			AfterContactWorkConfig: &types.AfterContactWorkConfig{AfterContactWorkTimeLimit: c.Seconds}}
		if c.Callback != nil {
			config.AgentFirstCallbackAfterContactWorkConfig = &types.AfterContactWorkConfig{
				AfterContactWorkTimeLimit: *c.Callback}
		}
		in.AfterContactWorkConfigs = append(in.AfterContactWorkConfigs, config)
	}
	for _, c := range u.PhoneNumbers {
		in.PhoneNumberConfigs = append(in.PhoneNumberConfigs, types.PhoneNumberConfig{Channel: types.Channel(c.Channel),
			PhoneType: types.PhoneType(c.Type), PhoneNumber: c.Number})
	}
	for _, c := range u.Persistent {
		in.PersistentConnectionConfigs = append(in.PersistentConnectionConfigs, types.PersistentConnectionConfig{
			Channel: types.Channel(c.Channel), PersistentConnection: &c.On})
	}
	for _, c := range u.Enhancements {
		in.VoiceEnhancementConfigs = append(in.VoiceEnhancementConfigs, types.VoiceEnhancementConfig{
			Channel: types.Channel(c.Channel), VoiceEnhancementMode: types.VoiceEnhancementMode(c.Mode)})
	}
	return in
}

func changeUser(ctx context.Context, s *Site, id string, u User, changed fields) error {
	if changed.any("firstName", "lastName", "email", "secondaryEmail", "mobile") {
		if _, err := s.client.UpdateUserIdentityInfo(ctx, &sdk.UpdateUserIdentityInfoInput{InstanceId: &s.id, UserId: &id,
			IdentityInfo: identityOf(u)}); err != nil {
			return err
		}
	}
	if changed["routingProfile"] {
		profile, err := s.idOf(kindProfile, u.Profile)
		if err != nil {
			return err
		}
		if _, err := s.client.UpdateUserRoutingProfile(ctx, &sdk.UpdateUserRoutingProfileInput{InstanceId: &s.id,
			UserId: &id, RoutingProfileId: profile}); err != nil {
			return err
		}
	}
	if changed["securityProfiles"] {
		profiles, err := s.idsOf(kindSecurityProfile, u.SecurityProfiles)
		if err != nil {
			return err
		}
		if _, err := s.client.UpdateUserSecurityProfiles(ctx, &sdk.UpdateUserSecurityProfilesInput{InstanceId: &s.id,
			UserId: &id, SecurityProfileIds: profiles}); err != nil {
			return err
		}
	}
	if changed["hierarchyGroup"] {
		group, err := s.idOfGiven(kindGroup, u.Group)
		if err != nil {
			return err
		}
		if _, err := s.client.UpdateUserHierarchy(ctx, &sdk.UpdateUserHierarchyInput{InstanceId: &s.id, UserId: &id,
			HierarchyGroupId: group}); err != nil {
			return err
		}
	}
	if err := s.changeUserConfig(ctx, id, u, changed); err != nil {
		return err
	}
	if changed["proficiencies"] {
		return s.changeProficiencies(ctx, id, u.Proficiencies)
	}
	return nil
}
