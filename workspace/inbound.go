package workspace

import (
	"crypto/sha256"
	"encoding/hex"

	"patchcord/acd"
)

// inboundForm is a contact that an adapter of telephony, chat or mail brings in, in Amazon's words.
type inboundForm struct {
	Channel                   acd.Channel // VOICE, CHAT or EMAIL
	ContactFlowId             string
	Name                      string
	Description               string
	CustomerId                string
	DisplayName               string // of the customer of a chat
	CustomerEndpoint          *acd.Endpoint
	SystemEndpoint            *acd.Endpoint
	AdditionalEmailRecipients *recipientsForm
	Attributes                map[string]string
	SegmentAttributes         map[string]segmentForm
	References                map[string]referenceForm
	RelatedContactId          string
	ClientToken               string
}

// segmentForm is a segment attribute as Amazon writes it. Exactly one member is given.
type segmentForm struct {
	ValueString  *string
	ValueMap     map[string]segmentForm
	ValueInteger *int32
	ValueList    []segmentForm
	ValueArn     *string
}

// referenceForm is a reference as Amazon writes it.
type referenceForm struct{ Type, Value string }

// inboundOperation is what ClientTokens of this call are kept under.
const inboundOperation = "patchcord:InboundContact"

// bringContact brings in a contact whose customer is there: a call that rings, a chat, an email.
func (s *Server) bringContact(a *ask) (any, error) {
	var in inboundForm
	if err := decode(a.body, &in); err != nil {
		return nil, err
	}
	if err := in.check(); err != nil {
		return nil, err
	}
	attributes := in.segmentAttributes()
	life, err := acd.LifeGiven(attributes)
	switch {
	case err != nil:
		return nil, err
	case life > 0 && in.Channel != acd.Email:
		return nil, acd.Errorf(acd.Improper, "%s is given, which only an email may have; leave it out.", acd.ExpiryAttribute)
	}
	cmd := acd.StartContact{
		Operation:         inboundOperation,
		Channel:           in.Channel,
		InitiationMethod:  acd.Inbound,
		FlowID:            acd.FlowID(s.idOf(a, acd.KindFlow, in.ContactFlowId)),
		Name:              in.Name,
		Description:       in.Description,
		RelatedID:         acd.ContactID(s.idOf(a, acd.KindContact, in.RelatedContactId)),
		Attributes:        in.Attributes,
		SegmentAttributes: attributes,
		Life:              life,
		References:        in.references(),
		CustomerID:        in.CustomerId,
		DisplayName:       in.DisplayName,
		CustomerEndpoint:  in.CustomerEndpoint,
		SystemEndpoint:    in.SystemEndpoint,
		Recipients:        in.AdditionalEmailRecipients.recipients(),
		Token:             in.token(),
	}
	id, err := s.options.Mind.Do(a.request.Context(), a.named.instance, cmd)
	if err != nil {
		return nil, err
	}
	return struct{ ContactId string }{id}, nil
}

// idOf reads an id that may be given as an ARN (A0003).
func (s *Server) idOf(a *ask, kind acd.ResourceKind, text string) string {
	if ref, ok := s.options.Streams.account.ParseARN(text); ok && ref.Kind == kind && ref.Instance == a.named.instance {
		return ref.ID
	}
	return text
}

// token stands for the rest of the request by its digest, as the front door's tokens do (A0015).
func (f inboundForm) token() acd.ClientToken {
	if f.ClientToken == "" {
		return acd.ClientToken{}
	}
	token := f.ClientToken
	f.ClientToken = ""
	sum := sha256.Sum256(line(f))
	return acd.ClientToken{Token: token, Digest: hex.EncodeToString(sum[:])}
}

// segmentAttributes adds to what was given the subtype that a contact of its channel has (A0074, A0143).
func (f inboundForm) segmentAttributes() map[string]acd.SegmentAttribute {
	subtype := map[acd.Channel]string{
		acd.Voice: "connect:Telephony", acd.Chat: "connect:Chat", acd.Email: "connect:Email",
	}[f.Channel]
	if f.Channel == acd.Voice && f.CustomerEndpoint != nil && f.CustomerEndpoint.Type == acd.Voip {
		subtype = acd.SubtypeWebRTC
	}
	all := map[string]acd.SegmentAttribute{acd.SubtypeAttribute: {String: &subtype}}
	for key, given := range f.SegmentAttributes { // order does not show: a map again
		all[key] = given.attribute()
	}
	return all
}

func (f segmentForm) attribute() acd.SegmentAttribute {
	a := acd.SegmentAttribute{String: f.ValueString, Integer: f.ValueInteger, ARN: f.ValueArn}
	if f.ValueMap != nil {
		a.Map = map[string]acd.SegmentAttribute{}
	}
	for key, inner := range f.ValueMap { // order does not show: a map again
		a.Map[key] = inner.attribute()
	}
	for _, inner := range f.ValueList {
		a.List = append(a.List, inner.attribute())
	}
	return a
}

func (f inboundForm) references() map[string]acd.Reference {
	if len(f.References) == 0 {
		return nil
	}
	all := map[string]acd.Reference{}
	for name, given := range f.References { // order does not show: a map again
		all[name] = acd.Reference{Type: given.Type, Value: given.Value}
	}
	return all
}
