package flow

import "slices"

// This file holds what the service asks of a content when it is published, beyond what its guide says (A0296). What was
// published before is read without it, and runs as it did.

// publishing says whether the content is about to be published.
func (p *parser) publishing() bool { return p.flowType != "" }

// needed returns the failures for which a block needs a branch.
func (p *parser) needed(k *kind) []Failure {
	if !p.publishing() {
		return k.failures
	}
	return slices.Concat(k.failures, k.service)
}

// leadsOn says whether a block needs a block to go on with, whatever its conditions are. Messages over and over need
// none: they go on until something else happens.
func (p *parser) leadsOn(k *kind) bool {
	return k.ends == never && (k.results == nil || p.publishing() && k.name != messagesName)
}

// tagsMax is how many tags of users' own a contact may have (AG:contact-tags-block).
const tagsMax = 6

// publishTags refuses more tags than a contact may have.
func (p *parser) publishTags(tags value) {
	if n := len(tags.members); p.publishing() && n > tagsMax {
		p.problem("Parameters.Tags has %d tags; give at most %d", n, tagsMax)
	}
}

// publishComparison refuses to compare all that lies below a name at once.
func (p *parser) publishComparison(o operand) {
	roots := []string{"Attributes", "External", "FlowAttributes", "Lex", "Metrics", "Modules", "Queue", "Agent", "Tags",
		"SegmentAttributes", "References", "CustomerEndpoint", "SystemEndpoint", "Case", "Customer", "Views"}
	if p.publishing() && o.reference != nil && len(o.reference.path) == 1 && slices.Contains(roots, o.reference.path[0]) {
		p.problem("Parameters.ComparisonValue is %s, which names no single value; give one like $.Attributes.tier",
			quote(o.reference.text))
	}
}

// publishMetric refuses a check of a metric that compares it with nothing.
func (p *parser) publishMetric(k *kind, conditions value) {
	if p.publishing() && k.name == checkMetricName && len(conditions.elements) == 0 {
		p.problem("Transitions.Conditions is %s; compare the metric with something", describeList(conditions))
	}
}

// publishBot refuses a bot that begins without a word, and one that begins with two.
func (p *parser) publishBot(parameters value) {
	given := 0
	for _, name := range append(speechMembers(), "LexInitializationData") {
		if parameters.get(name).exists() {
			given++
		}
	}
	if p.publishing() && given != 1 {
		p.problem("Parameters has %d of PromptId, Text, SSML, Media and LexInitializationData; give one", given)
	}
}

// publishRecording says what a block may record in one go, and how it may fail.
func (p *parser) publishRecording(chat, voice, screen bool) {
	given := 0
	for _, one := range []bool{chat, voice, screen} {
		if one {
			given++
		}
	}
	switch {
	case !p.publishing():
		return
	case given != 1:
		p.problem("Parameters has %d of ChatBehavior, VoiceBehavior and ScreenRecordingBehavior; give one", given)
	case chat:
		p.kind.service = []Failure{redactionFailed}
	default:
		p.kind.may = nil
	}
}
