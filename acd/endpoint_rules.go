package acd

// endpointTypes lists what a customer or the contact centre may be reached by on a channel (A0143).
func endpointTypes(channel Channel) []string {
	switch channel {
	case Voice:
		return []string{string(TelephoneNumber), string(Voip), string(PhoneNumberARN), string(ContactFlowPoint)}
	case Chat:
		return []string{string(TelephoneNumber), string(PhoneNumberARN), string(Voip)}
	case Email:
		return []string{string(EmailAddressPoint)}
	}
	return nil
}

// Check says whether an endpoint can be one side of a contact of a channel; member is what a caller knows it as.
func (e *Endpoint) Check(member string, channel Channel) error {
	if e == nil {
		return nil
	}
	k := checker{}
	k.given(member+".Type", string(e.Type))
	k.oneOf(member+".Type", string(e.Type), endpointTypes(channel)...)
	k.given(member+".Address", e.Address)
	k.short(member+".Address", e.Address, locationMax)
	k.short(member+".DisplayName", e.DisplayName, locationMax)
	switch {
	case e.Type == EmailAddressPoint:
		k.email(member, e.Address)
	case e.Type == TelephoneNumber && !IsPhoneNumber(e.Address):
		k.refuse("%s.Address is %.40q; give a number in E.164 form such as +12065550100", member, e.Address)
	}
	return k.err
}
