package connect

import (
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// steps reads routing criteria as they were given. What goes together is for acd.ValidateSteps to say, so nothing is
// left out or filled in here: no steps are an empty list, no level is 0, and a list of agents that is there but empty
// stays there. Refused at once is only what acd has no word for: a step without an expression, an expiry without its
// duration.
func (p *place) steps(given *types.RoutingCriteriaInput) (*[]acd.Step, error) {
	if given == nil {
		return nil, nil
	}
	steps := make([]acd.Step, len(given.Steps))
	for i, step := range given.Steps {
		switch {
		case step.Expression == nil && step.Expiry == nil:
			return nil, acd.Errorf(acd.Invalid, "RoutingCriteria.Steps[%d] is null or empty; give a step with an Expression", i)
		case step.Expression == nil:
			return nil, acd.Errorf(acd.Invalid, "RoutingCriteria.Steps[%d] has no Expression; give one", i)
		case step.Expiry != nil && step.Expiry.DurationInSeconds == nil:
			return nil, acd.Errorf(acd.Invalid, "RoutingCriteria.Steps[%d].Expiry has no DurationInSeconds; an Expiry needs "+
				"its DurationInSeconds, and a step that never expires has no Expiry", i)
		}
		steps[i].Expression = p.expression(*step.Expression)
		if step.Expiry != nil {
			steps[i].Expiry = &acd.Expiry{DurationInSeconds: *step.Expiry.DurationInSeconds}
		}
	}
	return &steps, nil
}

func (p *place) expression(given types.Expression) acd.Expression {
	return acd.Expression{
		Attribute: p.condition(given.AttributeCondition),
		Not:       p.condition(given.NotAttributeCondition),
		And:       each(given.AndExpression, p.expression),
		Or:        each(given.OrExpression, p.expression),
	}
}

func (p *place) condition(given *types.AttributeCondition) *acd.AttributeCondition {
	if given == nil {
		return nil
	}
	read := &acd.AttributeCondition{
		Name:     value(given.Name),
		Value:    value(given.Value),
		Operator: acd.ComparisonOperator(value(given.ComparisonOperator)),
		Level:    value(given.ProficiencyLevel),
	}
	if span := given.Range; span != nil {
		read.Range = &acd.Range{Min: value(span.MinProficiencyLevel), Max: value(span.MaxProficiencyLevel)}
	}
	if match := given.MatchCriteria; match != nil {
		read.AgentIDs = new(each(value(match.AgentsCriteria).AgentIds, p.preferred))
	}
	return read
}

// preferred reads the id or ARN of a preferred agent (A0003). A foreign ARN stays as it is, and is refused as the
// unknown user that it names (A0026).
func (p *place) preferred(named string) acd.UserID {
	if isARN(named) && !p.holds(acd.KindUser, named) {
		return acd.UserID(named)
	}
	return acd.UserID(acd.IDOf(named))
}

// criteriaOut shows the latest criteria of a contact.
func criteriaOut(criteria *acd.RoutingCriteria) *types.RoutingCriteria {
	if criteria == nil {
		return nil
	}
	return &types.RoutingCriteria{
		ActivationTimestamp: stamp(criteria.ActivatedAt),
		Index:               &criteria.Index,
		Steps:               each(criteria.Steps, stepOut),
	}
}

// stepOut shows a step. When it expires is known, and shown, once it has become active. A step that was deactivated is
// shown inactive (A0020).
func stepOut(step acd.Step) types.Step {
	shown := types.Step{
		Expression: new(expressionOut(step.Expression)),
		Status:     types.RoutingCriteriaStepStatus(step.Status),
	}
	if step.Status == acd.Deactivated {
		shown.Status = types.RoutingCriteriaStepStatusInactive
	}
	if step.Expiry != nil {
		shown.Expiry = &types.Expiry{
			DurationInSeconds: &step.Expiry.DurationInSeconds, ExpiryTimestamp: stamp(step.ExpiresAt),
		}
	}
	return shown
}

func expressionOut(x acd.Expression) types.Expression {
	return types.Expression{
		AndExpression:         each(x.And, expressionOut),
		AttributeCondition:    conditionOut(x.Attribute),
		NotAttributeCondition: conditionOut(x.Not),
		OrExpression:          each(x.Or, expressionOut),
	}
}

func conditionOut(c *acd.AttributeCondition) *types.AttributeCondition {
	if c == nil {
		return nil
	}
	shown := &types.AttributeCondition{
		ComparisonOperator: new(string(c.Operator)),
		Name:               word(c.Name),
		Value:              word(c.Value),
	}
	switch {
	case c.AgentIDs != nil:
		agents := &types.AgentsCriteria{AgentIds: texts(*c.AgentIDs)}
		shown.MatchCriteria = &types.MatchCriteria{AgentsCriteria: agents}
	case c.Range != nil:
		shown.Range = &types.Range{MinProficiencyLevel: &c.Range.Min, MaxProficiencyLevel: &c.Range.Max}
	default:
		shown.ProficiencyLevel = &c.Level
	}
	return shown
}
