package acd

import "slices"

// CustomerState is what the media's side says of the customer of a contact.
type CustomerState string

// The states of a customer.
const (
	CustomerCame CustomerState = "CONNECTED"
	CustomerLeft CustomerState = "DISCONNECTED"
	CustomerBack CustomerState = "RETURNED" // to a chat, and has written
)

// MediaReasons lists the reasons for which the media's side may end a contact of a channel, first the one that holds
// where none is given: those of AG:ctr-data-model that only it can know (A0140).
func MediaReasons(channel Channel) []string {
	switch channel {
	case Voice:
		return []string{ReasonCustomer, "THIRD_PARTY_DISCONNECT", "CUSTOMER_NEVER_ARRIVED", "TELECOM_BUSY",
			"TELECOM_NUMBER_INVALID", "TELECOM_POTENTIAL_BLOCKING", "TELECOM_UNANSWERED", "TELECOM_TIMEOUT",
			"TELECOM_ORIGINATOR_CANCEL", "TELECOM_PROBLEM", "OTHER"}
	case Chat:
		return []string{ReasonCustomer, ReasonNoCustomer, "AGENT_NETWORK_DISCONNECT", ReasonIdle,
			"THIRD_PARTY_DISCONNECT", "SYSTEM_ERROR"}
	case Email:
		return []string{"OTHER", "DISCARDED"}
	}
	return []string{"OTHER"}
}

// MediaReason returns the reason for which a contact ends whose customer is gone, and whether the one that was given is
// one that the media's side may give.
func MediaReason(channel Channel, given string) (reason string, ok bool) {
	reasons := MediaReasons(channel)
	if given == "" {
		return reasons[0], true
	}
	return given, slices.Contains(reasons, given)
}
