package workspace

import "patchcord/acd"

// mediaForm is what an adapter of telephony, chat or mail reports about a contact. Its members are spelt as
// DescribeContact shows them.
type mediaForm struct {
	CustomerState             acd.CustomerState // CONNECTED or DISCONNECTED
	DisconnectReason          string            // why he is gone
	AdditionalEmailRecipients *recipientsForm
	MessageFrom               string // who has sent a message in a chat: CUSTOMER, AGENT or CUSTOM_BOT
	BotState                  string // DISCONNECTED: the bot has left the chat
	acd.Media
}

// recipientsForm is where an email has gone besides its two endpoints.
type recipientsForm struct {
	ToList []acd.EmailRecipient
	CcList []acd.EmailRecipient
}

// reportMedia takes what the media's side of a contact reports. It may be said again.
func (s *Server) reportMedia(a *ask) (any, error) {
	var in mediaForm
	if err := decode(a.body, &in); err != nil {
		return nil, err
	}
	if in.BotState != "" && in.BotState != string(acd.CustomerLeft) {
		return nil, acd.Errorf(acd.Invalid, "BotState is %.40q; give DISCONNECTED", in.BotState)
	}
	cmd := acd.ReportMedia{ContactID: a.named.contact, Media: in.Media, Customer: in.CustomerState,
		Reason: in.DisconnectReason, Recipients: in.AdditionalEmailRecipients.recipients(),
		Wrote: in.MessageFrom, BotLeft: in.BotState != ""}
	_, err := s.options.Mind.Do(a.request.Context(), a.named.instance, cmd)
	return nil, err
}

func (f *recipientsForm) recipients() *acd.EmailRecipients {
	if f == nil {
		return nil
	}
	return &acd.EmailRecipients{To: f.ToList, Cc: f.CcList}
}
