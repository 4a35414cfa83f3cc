package workspace

import (
	"strconv"

	"github.com/go-json-experiment/json"

	"patchcord/acd"
	"patchcord/engine"
	"patchcord/instance"
)

// chatEventName is how the stream calls what the participants of a chat are told about each other.
const chatEventName = "CHAT_EVENT"

// The content types of what they are told of those who fall silent (AG:setup-chat-timeouts).
const (
	participantIdle         = "application/vnd.amazonaws.connect.event.participant.idle"
	participantReturned     = "application/vnd.amazonaws.connect.event.participant.returned"
	participantDisconnected = "application/vnd.amazonaws.connect.event.participant.autodisconnection"
)

// chatEvent is what the participants of a chat are told, in the form of an Item of the participant service. Whoever
// carries the chat brings it to them (A0266).
type chatEvent struct {
	AbsoluteTime     string
	ContentType      string
	ID               string        `json:"Id"`
	Type             string        // EVENT
	ParticipantID    string        `json:"ParticipantId,omitzero"`
	DisplayName      string        `json:",omitzero"`
	ParticipantRole  string        // who fell silent
	InitialContactID acd.ContactID `json:"InitialContactId"`
	ContactID        acd.ContactID `json:"ContactId"`
}

// seeChat puts on the contacts' tape what the participants of a chat are told.
func (h *hall) seeChat(at position, seen engine.Sighting, i *instance.Instance) {
	line := chatEvent{AbsoluteTime: stamp(seen.Event.At), Type: "EVENT"}
	switch b := seen.Event.Body.(type) {
	case acd.ParticipantIdled:
		line.ContactID, line.ParticipantRole, line.ContentType = b.ContactID, b.Role, participantIdle
	case acd.ParticipantWrote:
		if !b.Returned {
			return
		}
		line.ContactID, line.ParticipantRole, line.ContentType = b.ContactID, b.Role, participantReturned
	case acd.ParticipantsAutoDisconnected:
		line.ContactID, line.ParticipantRole, line.ContentType = b.ContactID, b.Role, participantDisconnected
	default:
		return
	}
	c := contactOf(seen, i, line.ContactID)
	if c == nil {
		return
	}
	line.InitialContactID = c.FirstID()
	if p := c.Participant; p != nil && line.ParticipantRole == acd.RoleCustomer {
		line.ParticipantID, line.DisplayName = p.ID, p.DisplayName
	}
	line.ID = eventID("chat", string(h.id), strconv.FormatInt(seen.Event.Number, 10), line.ContentType)
	h.contacts.add("", entry{at, line})
}

// stays keeps these in the house: they are no contact events.
func (e chatEvent) stays() bool { return true }

// show is part of shown.
func (e chatEvent) show() (name string, data []byte) {
	data, err := json.Marshal(e)
	if err != nil {
		panic("a chat's event has no JSON: " + err.Error()) // it is texts
	}
	return chatEventName, data
}
