package blueprint

import (
	"context"
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

// changeUserConfig changes a user's settings for all channels at once and for each.
func (s *Site) changeUserConfig(ctx context.Context, id string, u User, changed fields) error {
	if changed["phone"] {
		if _, err := s.client.UpdateUserPhoneConfig(ctx, &sdk.UpdateUserPhoneConfigInput{InstanceId: &s.id, UserId: &id,
			PhoneConfig: phoneOf(u.Phone)}); err != nil {
			return err
		}
	}
	in, want := &sdk.UpdateUserConfigInput{InstanceId: &s.id, UserId: &id}, channelsOf(u)
	if changed["autoAccept"] {
		in.AutoAcceptConfigs = some(want.AutoAcceptConfigs)
	}
	if changed["afterContactWork"] {
		in.AfterContactWorkConfigs = some(want.AfterContactWorkConfigs)
	}
	if changed["phoneNumbers"] {
		in.PhoneNumberConfigs = some(want.PhoneNumberConfigs)
	}
	if changed["persistentConnections"] {
		in.PersistentConnectionConfigs = some(want.PersistentConnectionConfigs)
	}
	if changed["voiceEnhancements"] {
		in.VoiceEnhancementConfigs = some(want.VoiceEnhancementConfigs)
	}
	if !changed.any("autoAccept", "afterContactWork", "phoneNumbers", "persistentConnections", "voiceEnhancements") {
		return nil
	}
	_, err := s.client.UpdateUserConfig(ctx, in)
	return err
}

// some returns a list that a request carries even where it is empty.
func some[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// changeProficiencies makes what a user is good at what it is to be.
func (s *Site) changeProficiencies(ctx context.Context, id string, want []Proficiency) error {
	have, err := s.proficiencies(ctx, id)
	if err != nil {
		return err
	}
	same := func(a Proficiency) func(Proficiency) bool {
		return func(b Proficiency) bool { return a.Attribute == b.Attribute && a.Value == b.Value }
	}
	var more, other []types.UserProficiency
	for _, w := range want {
		p := types.UserProficiency{AttributeName: &w.Attribute, AttributeValue: &w.Value,
			Level: aws.Float32(float32(w.Level))}
		switch i := slices.IndexFunc(have, same(w)); {
		case i < 0:
			more = append(more, p)
		case have[i].Level != w.Level:
			other = append(other, p)
		}
	}
	var gone []types.UserProficiencyDisassociate
	for _, h := range have {
		if !slices.ContainsFunc(want, same(h)) {
			gone = append(gone, types.UserProficiencyDisassociate{AttributeName: aws.String(h.Attribute),
				AttributeValue: aws.String(h.Value)})
		}
	}
	for part := range slices.Chunk(gone, associatedAtOnce) {
		if _, err := s.client.DisassociateUserProficiencies(ctx, &sdk.DisassociateUserProficienciesInput{
			InstanceId: &s.id, UserId: &id, UserProficiencies: part}); err != nil {
			return err
		}
	}
	for part := range slices.Chunk(other, associatedAtOnce) {
		if _, err := s.client.UpdateUserProficiencies(ctx, &sdk.UpdateUserProficienciesInput{
			InstanceId: &s.id, UserId: &id, UserProficiencies: part}); err != nil {
			return err
		}
	}
	for part := range slices.Chunk(more, associatedAtOnce) {
		if _, err := s.client.AssociateUserProficiencies(ctx, &sdk.AssociateUserProficienciesInput{
			InstanceId: &s.id, UserId: &id, UserProficiencies: part}); err != nil {
			return err
		}
	}
	return nil
}
