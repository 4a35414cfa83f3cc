package report

import "patchcord/acd"

// chats is the list of the metrics of what was said in chats, each by its definition in AG:metrics-definitions. They
// follow from what the media's side has told.
var chats = map[string]measure{
	"AVG_CONVERSATION_CLOSE_TIME": {how: average, counts: tells(closeTime), value: told(closeTime), by: allOf,
		filters: reasons},
	"AVG_FIRST_RESPONSE_TIME_AGENT": {how: average, counts: tells(firstResponse), value: told(firstResponse), by: allOf,
		filters: reasons},
	"AVG_MESSAGE_LENGTH_AGENT": {how: average, counts: tells(agent(length)), value: told(agent(length)),
		per: told(agent(messages)), by: allOf, filters: reasons},
	"AVG_MESSAGE_LENGTH_CUSTOMER": {how: average, counts: tells(customer(length)), value: told(customer(length)),
		per: told(customer(messages)), by: allOf, filters: reasons},
	"AVG_MESSAGES":          messagesOf(allMessages),
	"AVG_MESSAGES_AGENT":    messagesOf(agent(messages)),
	"AVG_MESSAGES_BOT":      messagesOf(botMessages),
	"AVG_MESSAGES_CUSTOMER": messagesOf(customer(messages)),
	"AVG_RESPONSE_TIME_AGENT": {how: average, counts: tells(agent(responseTime)), value: told(agent(responseTime)),
		per: told(agent(responses)), by: allOf, filters: reasons},
	"AVG_RESPONSE_TIME_CUSTOMER": {how: average, counts: tells(customer(responseTime)),
		value: told(customer(responseTime)), per: told(customer(responses)), by: allOf, filters: reasons},
	"CONVERSATIONS_ABANDONED": {counts: wasGivenUp, by: allOf, filters: reasons},
}

// A fact is something that was told of a chat, as a number.
type fact func(m *acd.ChatMetrics) (value float64, ok bool)

func messagesOf(f fact) measure {
	return measure{how: average, counts: tells(f), value: told(f), by: allOf, filters: reasons}
}

// tells and told make a measure of a fact: of which contacts, and what.
func tells(f fact) func(*acd.Contact) bool {
	return func(c *acd.Contact) bool {
		if c.Channel != acd.Chat || c.Media == nil || c.Media.ChatMetrics == nil {
			return false
		}
		_, ok := f(c.Media.ChatMetrics)
		return ok
	}
}

func told(f fact) func(*acd.Contact) float64 {
	return func(c *acd.Contact) float64 {
		value, _ := f(c.Media.ChatMetrics)
		return value
	}
}

// agent and customer ask a fact of one side of a chat.
func agent(f func(*acd.ParticipantMetrics) (float64, bool)) fact {
	return func(m *acd.ChatMetrics) (float64, bool) { return ofSide(m.AgentMetrics, f) }
}

func customer(f func(*acd.ParticipantMetrics) (float64, bool)) fact {
	return func(m *acd.ChatMetrics) (float64, bool) { return ofSide(m.CustomerMetrics, f) }
}

func ofSide(p *acd.ParticipantMetrics, f func(*acd.ParticipantMetrics) (float64, bool)) (float64, bool) {
	if p == nil {
		return 0, false
	}
	return f(p)
}

func messages(p *acd.ParticipantMetrics) (float64, bool)  { return number(p.MessagesSent) }
func responses(p *acd.ParticipantMetrics) (float64, bool) { return number(p.NumResponses) }

// length is told where messages are: their average needs both.
func length(p *acd.ParticipantMetrics) (float64, bool) {
	if p.MessagesSent == nil {
		return 0, false
	}
	return number(p.MessageLengthInChars)
}

// responseTime is in seconds, and told where responses are.
func responseTime(p *acd.ParticipantMetrics) (float64, bool) {
	if p.NumResponses == nil {
		return 0, false
	}
	return millis(p.TotalResponseTimeInMillis)
}

func ofChat(m *acd.ChatMetrics) acd.ChatContactMetrics {
	if m.ChatContactMetrics == nil {
		return acd.ChatContactMetrics{}
	}
	return *m.ChatContactMetrics
}

func allMessages(m *acd.ChatMetrics) (float64, bool) { return number(ofChat(m).TotalMessages) }
func botMessages(m *acd.ChatMetrics) (float64, bool) { return number(ofChat(m).TotalBotMessages) }
func closeTime(m *acd.ChatMetrics) (float64, bool) {
	return millis(ofChat(m).ConversationCloseTimeInMillis)
}
func firstResponse(m *acd.ChatMetrics) (float64, bool) {
	return millis(ofChat(m).AgentFirstResponseTimeInMillis)
}

func number(n *int32) (float64, bool) {
	if n == nil {
		return 0, false
	}
	return float64(*n), true
}

func millis(n *int64) (float64, bool) {
	if n == nil {
		return 0, false
	}
	return float64(*n) / 1000, true
}

// wasGivenUp says whether the customer or the agent is told to have abandoned the conversation.
func wasGivenUp(c *acd.Contact) bool {
	if c.Channel != acd.Chat || c.Media == nil || c.Media.ChatMetrics == nil {
		return false
	}
	for _, p := range []*acd.ParticipantMetrics{c.Media.ChatMetrics.AgentMetrics, c.Media.ChatMetrics.CustomerMetrics} {
		if p != nil && p.ConversationAbandon != nil && *p.ConversationAbandon {
			return true
		}
	}
	return false
}
