package blueprint

import (
	"context"
	"errors"
	"fmt"
)

// Make takes the steps of a plan: first what is made and changed, then what needs all of that, then what is deleted. It
// stops at the first refusal; deletions that are refused stop nothing and are returned together.
func (s *Site) Make(ctx context.Context, p *Plan) error {
	for _, step := range p.Steps {
		if step.Verb == Delete {
			continue
		}
		if err := s.take(ctx, step); err != nil {
			return at(step, err)
		}
	}
	for _, step := range p.Steps {
		if len(step.late) == 0 || step.Verb == Delete {
			continue
		}
		if err := step.section.change(ctx, s, step.target, step.late); err != nil {
			return at(step, err)
		}
	}
	var refusals []error
	for _, step := range p.Steps {
		if step.Verb != Delete {
			continue
		}
		if err := step.section.remove(ctx, s, step.Name); err != nil {
			refusals = append(refusals, at(step, err))
		}
	}
	return errors.Join(refusals...)
}

// take makes or changes one thing.
func (s *Site) take(ctx context.Context, step Step) error {
	switch {
	case step.section == nil && step.Verb == Change:
		instance, _ := step.target.(Instance)
		return s.changeInstance(ctx, instance, step.early)
	case step.section == nil:
		return nil // Found has made it
	case step.Verb == Change && len(step.early) > 0:
		return step.section.change(ctx, s, step.target, step.early)
	case step.Verb == Change:
		return nil
	}
	return s.create(ctx, step)
}

// create makes a thing. A flow that names what is yet to come is made empty, and gets its blocks when that is there.
func (s *Site) create(ctx context.Context, step Step) error {
	target := step.target
	switch of := target.(type) {
	case Flow:
		if _, err := s.toIDs(of.Content.Text); err != nil {
			of.Content.Text = emptyFlow(of.Type)
			step.late["content"] = true
			target = of
		}
	case Module:
		if _, err := s.toIDs(of.Content.Text); err != nil {
			of.Content.Text = emptyFlow("")
			step.late["content"] = true
			target = of
		}
	}
	return step.section.create(ctx, s, target)
}

// emptyFlow returns a flow that does nothing.
func emptyFlow(kind string) string {
	last := "EndFlowExecution"
	if kind == "CONTACT_FLOW" {
		last = "DisconnectParticipant"
	}
	if kind == "" {
		last = "EndFlowModuleExecution"
	}
	return fmt.Sprintf(`{"Version": "2019-10-30", "StartAction": "end", "Actions": [{"Identifier": "end", "Type": %q, `+
		`"Parameters": {}, "Transitions": {}}]}`, last)
}

// at gives an error the place in the file that it is about.
func at(step Step, err error) error {
	var fault Fault
	if errors.As(err, &fault) {
		return err
	}
	words := fmt.Sprintf("%s %s: %v", step.Kind, step.Name, err)
	if step.At.Line == 0 {
		return errors.New(words)
	}
	return Fault{step.At, words}
}
