package acd

// EndpointType says how an endpoint is reached, as Amazon spells it.
type EndpointType string

// The types of endpoints that a contact may have.
const (
	TelephoneNumber   EndpointType = "TELEPHONE_NUMBER"
	Voip              EndpointType = "VOIP"
	ContactFlowPoint  EndpointType = "CONTACT_FLOW"
	PhoneNumberARN    EndpointType = "CONNECT_PHONENUMBER_ARN"
	EmailAddressPoint EndpointType = "EMAIL_ADDRESS"
)

// Endpoint is where one side of a contact is reached: the customer's or the contact centre's number or address.
type Endpoint struct {
	Type        EndpointType
	Address     string
	DisplayName string
}

// EmailRecipient is one more address that an email has gone to.
type EmailRecipient struct {
	Address     string
	DisplayName string
}

// EmailRecipients are the addresses that an email has gone to besides its customer's and the contact centre's.
type EmailRecipients struct {
	To []EmailRecipient
	Cc []EmailRecipient
}

// IsPhoneNumber says whether a text is a phone number in E.164 form: a plus and two to fifteen digits, not zero first.
func IsPhoneNumber(text string) bool {
	const least, most = len("+12"), len("+123456789012345")
	if len(text) < least || len(text) > most || text[0] != '+' || text[1] == '0' {
		return false
	}
	for _, digit := range text[1:] {
		if digit < '0' || digit > '9' {
			return false
		}
	}
	return true
}
