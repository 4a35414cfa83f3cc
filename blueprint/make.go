package blueprint

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"
)

// Make takes the steps of a plan: first what is made and changed, then what needs all of that, then what is deleted. It
// stops at the first refusal; deletions that are refused stop nothing and are returned together.
func (s *Site) Make(ctx context.Context, p *Plan) error {
	var first, late, last []Step
	for _, step := range p.Steps {
		if step.Verb == Delete {
			last = append(last, step)
			continue
		}
		first = append(first, step)
		if len(step.late) > 0 || step.Verb == Create { // a flow may yet be found to be made empty
			late = append(late, step)
		}
	}
	if err := s.takeAll(ctx, first); err != nil {
		return err
	}
	late = slices.DeleteFunc(late, func(step Step) bool { return len(step.late) == 0 })
	for part := range parts(late, func(a, b Step) bool { return a.section != b.section }) {
		err := s.several(ctx, s.AtOnce, "finishing "+spoken(part[0].section.kind)+"s", len(part),
			func(ctx context.Context, i int) error {
				return at(part[i], part[i].section.change(ctx, s, part[i].target, part[i].late))
			})
		if err != nil {
			return err
		}
	}
	var refusals []error
	for _, step := range last {
		if err := step.section.remove(ctx, s, step.Name); err != nil {
			refusals = append(refusals, at(step, err))
		}
	}
	return errors.Join(refusals...)
}

// parts cuts a list where two neighbours cannot be together.
func parts(steps []Step, apart func(a, b Step) bool) iter.Seq[[]Step] {
	return func(yield func([]Step) bool) {
		start := 0
		for i := 1; i <= len(steps); i++ {
			if i < len(steps) && !apart(steps[i-1], steps[i]) {
				continue
			}
			if start < i && !yield(steps[start:i]) {
				return
			}
			start = i
		}
	}
}

// takeAll makes and changes things, several at once where none of them names another.
func (s *Site) takeAll(ctx context.Context, steps []Step) error {
	fresh := map[string]bool{} // what is made together with the step before
	apart := func(a, b Step) bool {
		if a.section != b.section || b.section == nil || !b.section.loose {
			clear(fresh)
			return true
		}
		fresh[a.Name] = true
		cut := slices.ContainsFunc(namedBy(b.section.kind, b.target), func(name string) bool { return fresh[name] })
		if cut {
			clear(fresh)
		}
		return cut
	}
	for part := range parts(steps, apart) {
		made := make([]*named, len(part))
		err := s.several(ctx, s.AtOnce, "making "+part[0].Kind+"s", len(part), func(ctx context.Context, i int) error {
			one, err := s.take(ctx, part[i])
			made[i] = one
			return at(part[i], err)
		})
		for _, one := range made {
			if one != nil {
				s.meet(part[0].section.kind, aws.ToString(one.name), aws.ToString(one.id), aws.ToString(one.arn))
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// take makes or changes one thing, and returns how what was made is known.
func (s *Site) take(ctx context.Context, step Step) (*named, error) {
	switch {
	case step.section == nil && step.Verb == Change:
		instance, _ := step.target.(Instance)
		return nil, s.changeInstance(ctx, instance, step.early)
	case step.section == nil:
		return nil, nil // Found has made it
	case step.Verb == Change && len(step.early) > 0:
		return nil, step.section.change(ctx, s, step.target, step.early)
	case step.Verb == Change:
		return nil, nil
	}
	one, err := s.create(ctx, step)
	if err != nil {
		return nil, err
	}
	return &one, nil
}

// create makes a thing. A flow that names what is yet to come is made empty, and gets its blocks when that is there.
func (s *Site) create(ctx context.Context, step Step) (named, error) {
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
	if err == nil || errors.As(err, &fault) {
		return err
	}
	words := fmt.Sprintf("%s %s: %v", step.Kind, step.Name, err)
	if step.At.Line == 0 {
		return errors.New(words)
	}
	return Fault{step.At, words}
}
