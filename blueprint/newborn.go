package blueprint

import (
	"strings"

	"patchcord/directory"
)

// newborn returns the names of what a new instance brings, by their kind (A0272).
func newborn() map[string][]string {
	names := map[string][]string{
		kindHours: {"Basic Hours"}, kindQueue: {"BasicQueue"}, kindProfile: {"Basic Routing Profile"},
		kindSecurityProfile: {"Admin", "Agent", "CallCenterManager", "QualityAnalyst"},
		kindStatus:          {"Available", "Offline"}, kindPrompt: directory.FreshPrompts(),
	}
	for _, flow := range directory.FreshFlows() {
		names[kindFlow] = append(names[kindFlow], flow.Name)
	}
	return names
}

// there returns the names of the things of a kind that are in the instance, or will be when it is made.
func (s *Site) there(kind string) []string {
	if s.id == "" {
		return newborn()[kind]
	}
	return s.of(kind).order
}

// nowhere tells where a name was looked for in vain.
func (s *Site) nowhere() string {
	if s.id == "" {
		return "neither in the file nor in a new instance"
	}
	return "neither in the file nor in the instance"
}

// isSystem says whether a predefined attribute is Amazon's own, of which a new instance has many.
func isSystem(kind, name string) bool {
	return kind == kindAttribute && (strings.HasPrefix(name, "connect:") || strings.HasPrefix(name, "aws:"))
}

// Join takes over what a second plan deletes, and its notes: that was made when the instance was there. All else is
// told as it was planned, for all that the file says is new.
func (p *Plan) Join(second *Plan) {
	steps := p.Steps
	p.Steps, p.Notes = nil, second.Notes
	for _, step := range steps {
		if step.Verb != Delete {
			p.Steps = append(p.Steps, step)
		}
	}
	for _, step := range second.Steps {
		if step.Verb == Delete {
			p.Steps = append(p.Steps, step)
		}
	}
}
