package routing

import (
	"slices"
	"strings"

	"patchcord/acd"
)

// connectCustomer ends the wait for the customer of a contact. One who has connected may say so again.
func (r *Router) connectCustomer(cmd acd.ConnectCustomer, ended []acd.Contact) error {
	c, err := r.alive(cmd.ContactID, ended)
	if err == nil && !c.CustomerExpectedBy.IsZero() {
		r.say.Emit(acd.CustomerConnected{ContactID: c.ID})
	}
	return err
}

// leave ends a contact whose customer is gone.
func (r *Router) leave(cmd acd.DisconnectCustomer, ended []acd.Contact) error {
	c, err := r.alive(cmd.ContactID, ended)
	if err != nil {
		return err
	}
	reason, err := mediaReason(&c.Contact, cmd.Reason)
	if err == nil {
		r.end(c, reason)
	}
	return err
}

// alive returns a contact that has not ended.
func (r *Router) alive(id acd.ContactID, ended []acd.Contact) (*contact, error) {
	c, err := r.find(id, ended)
	if err == nil && (c == nil || c.HasEnded()) {
		err = acd.Errorf(acd.Conflict, "contact %s has ended already", id)
	}
	return c, err
}

// mediaReason returns the reason for which the customer of a contact is gone. One who is still being called and gives
// none has not taken the call (A0130).
func mediaReason(c *acd.Contact, given string) (string, error) {
	if c.IsCalled() && given == "" {
		return acd.ReasonUnanswered, nil
	}
	reason, ok := acd.MediaReason(c.Channel, given)
	if !ok {
		return "", acd.Errorf(acd.Improper, "contact %s is a %s, which the media's side cannot end for the reason %.40q; "+
			"give one of %s", c.ID, c.Channel, given, strings.Join(acd.MediaReasons(c.Channel), ", "))
	}
	return reason, nil
}

// reportMedia notes what the media's side tells of a contact, also of one that has ended, and lets its customer come or
// go. Either all of the report can be or none of it is.
func (r *Router) reportMedia(cmd acd.ReportMedia, ended []acd.Contact) error {
	c, err := r.anyContact(cmd.ContactID, ended)
	if err != nil {
		return err
	}
	if err := checkReport(c, cmd); err != nil {
		return err
	}
	if !cmd.Media.IsEmpty() || cmd.Recipients != nil {
		r.say.Emit(acd.MediaReported{ContactID: c.ID, Media: cmd.Media, Recipients: cmd.Recipients})
	}
	r.hear(c, cmd)
	switch cmd.Customer {
	case acd.CustomerCame:
		return r.connectCustomer(acd.ConnectCustomer{ContactID: c.ID}, ended)
	case acd.CustomerLeft:
		return r.leave(acd.DisconnectCustomer{ContactID: c.ID, Reason: cmd.Reason}, ended)
	case acd.CustomerBack:
		r.say.Emit(acd.CustomerReturned{ContactID: c.ID})
	}
	return nil
}

// MayLeave says why what is told of a customer who leaves cannot be, or else for which reason he does.
func (r *Router) MayLeave(cmd acd.ReportMedia, ended []acd.Contact) (reason string, err error) {
	c, err := r.anyContact(cmd.ContactID, ended)
	if err == nil {
		err = checkReport(c, cmd)
	}
	if err != nil {
		return "", err
	}
	return mediaReason(c, cmd.Reason)
}

// anyContact returns a contact, whether it lives or is among the ended.
func (r *Router) anyContact(id acd.ContactID, ended []acd.Contact) (*acd.Contact, error) {
	c, err := r.find(id, ended)
	if err != nil {
		return nil, err
	}
	if c != nil {
		return &c.Contact, nil
	}
	at := slices.IndexFunc(ended, func(c acd.Contact) bool { return c.ID == id })
	return &ended[at], nil
}

// checkReport says whether all of a report can be.
func checkReport(c *acd.Contact, cmd acd.ReportMedia) error {
	switch {
	case !slices.Contains([]acd.CustomerState{"", acd.CustomerCame, acd.CustomerLeft, acd.CustomerBack}, cmd.Customer):
		return acd.Errorf(acd.Invalid, "CustomerState is %.40q; give CONNECTED, DISCONNECTED or RETURNED", cmd.Customer)
	case cmd.Customer == acd.CustomerBack && c.Channel != acd.Chat:
		return acd.Errorf(acd.Improper, "contact %s is a %s; only the customer of a CHAT returns", c.ID, c.Channel)
	case cmd.Customer == "" && cmd.Reason == "" && cmd.IsEmpty():
		return acd.Errorf(acd.Invalid, "the report says nothing; give CustomerState or what the media's side knows")
	case cmd.Reason != "" && cmd.Customer != acd.CustomerLeft:
		return acd.Errorf(acd.Improper, "DisconnectReason is given without the CustomerState DISCONNECTED; give both")
	case cmd.Customer != "" && c.HasEnded():
		return acd.Errorf(acd.Conflict, "contact %s has ended already", c.ID)
	case cmd.Recipients != nil && c.Channel != acd.Email:
		return acd.Errorf(acd.Improper, "AdditionalEmailRecipients is known of emails only; leave it out")
	}
	if _, err := mediaReason(c, cmd.Reason); err != nil {
		return err
	}
	if err := checkTold(c, cmd); err != nil {
		return err
	}
	if err := cmd.Media.Check(c); err != nil {
		return err
	}
	if cmd.Recipients == nil {
		return nil
	}
	return cmd.Recipients.Check()
}
