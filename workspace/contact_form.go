package workspace

import "patchcord/acd"

// The form of Amazon's contact events (AG:contact-events): an EventBridge envelope around a detail whose members begin
// with small letters. What is not known or not yet so is left out (A0082).
type (
	contactEnvelope struct {
		Version    string        `json:"version"`
		ID         string        `json:"id"`
		DetailType string        `json:"detail-type"`
		Source     string        `json:"source"`
		Account    string        `json:"account"`
		Time       string        `json:"time"`
		Region     string        `json:"region"`
		Resources  []string      `json:"resources"`
		Detail     contactDetail `json:"detail"`
	}
	contactDetail struct {
		EventType                  string                      `json:"eventType"`
		ContactID                  acd.ContactID               `json:"contactId"`
		InitialContactID           acd.ContactID               `json:"initialContactId,omitzero"`
		PreviousContactID          acd.ContactID               `json:"previousContactId,omitzero"`
		RelatedContactID           acd.ContactID               `json:"relatedContactId,omitzero"`
		Channel                    acd.Channel                 `json:"channel"`
		InstanceARN                string                      `json:"instanceArn"`
		InitiationMethod           acd.InitiationMethod        `json:"initiationMethod"`
		QueueInfo                  *queueInfo                  `json:"queueInfo,omitzero"`
		AgentInfo                  *agentInfo                  `json:"agentInfo,omitzero"`
		UpdatedProperties          []string                    `json:"updatedProperties,omitzero"`
		InitiationTimestamp        string                      `json:"initiationTimestamp"`
		ConnectedToSystemTimestamp string                      `json:"connectedToSystemTimestamp,omitzero"`
		DisconnectTimestamp        string                      `json:"disconnectTimestamp,omitzero"`
		DisconnectReason           string                      `json:"disconnectReason,omitzero"`
		ScheduledTimestamp         string                      `json:"scheduledTimestamp,omitzero"`
		CustomerID                 string                      `json:"customerId,omitzero"`
		ContactDetails             map[string]string           `json:"contactDetails,omitempty"`
		SegmentAttributes          map[string]segmentAttribute `json:"segmentAttributes,omitempty"`
		Tags                       map[string]string           `json:"tags"`
		RoutingCriteria            *routingCriteria            `json:"routingCriteria,omitzero"`
	}
	queueInfo struct {
		QueueARN         string        `json:"queueArn"`
		EnqueueTimestamp string        `json:"enqueueTimestamp"`
		QueueType        acd.QueueType `json:"queueType"`
	}
	agentInfo struct {
		AgentARN                   string              `json:"agentArn"`
		HierarchyGroups            map[string]groupARN `json:"hierarchyGroups,omitempty"` // by level1 to level5
		ConnectedToAgentTimestamp  string              `json:"connectedToAgentTimestamp"`
		AgentInitiatedHoldDuration int64               `json:"agentInitiatedHoldDuration,omitzero"`
		AfterContactWorkStart      string              `json:"afterContactWorkStartTimestamp,omitzero"`
		AfterContactWorkEnd        string              `json:"afterContactWorkEndTimestamp,omitzero"`
		AfterContactWorkDuration   *int64              `json:"afterContactWorkDuration,omitzero"`
	}
	groupARN struct {
		ARN string `json:"arn"`
	}
	segmentAttribute struct {
		ValueString  *string                     `json:"valueString,omitzero"`
		ValueMap     map[string]segmentAttribute `json:"valueMap,omitzero"`
		ValueInteger *int32                      `json:"valueInteger,omitzero"`
		ValueList    []segmentAttribute          `json:"valueList,omitzero"`
		ValueARN     *string                     `json:"valueArn,omitzero"`
	}
	routingCriteria struct {
		Steps               []step `json:"steps"`
		ActivationTimestamp string `json:"activationTimestamp,omitzero"`
		Index               int32  `json:"index"`
	}
	step struct {
		Expiry     *expiry        `json:"expiry,omitzero"`
		Expression expression     `json:"expression"`
		Status     acd.StepStatus `json:"status"`
	}
	expiry struct {
		DurationInSeconds int32  `json:"durationInSeconds"`
		ExpiryTimestamp   string `json:"expiryTimestamp,omitzero"`
	}
	expression struct {
		Attribute *condition   `json:"attributeCondition,omitzero"`
		Not       *condition   `json:"notAttributeCondition,omitzero"`
		And       []expression `json:"andExpression,omitzero"`
		Or        []expression `json:"orExpression,omitzero"`
	}
	condition struct {
		Name     string                 `json:"name,omitzero"`
		Value    string                 `json:"value,omitzero"`
		Level    level                  `json:"proficiencyLevel,omitzero"`
		Range    *levels                `json:"range,omitzero"`
		Match    *match                 `json:"matchCriteria,omitzero"`
		Operator acd.ComparisonOperator `json:"comparisonOperator"`
	}
	levels struct {
		Min level `json:"minProficiencyLevel"`
		Max level `json:"maxProficiencyLevel"`
	}
	match struct {
		Agents matchAgents `json:"agentsCriteria"`
	}
	matchAgents struct {
		IDs []acd.UserID `json:"agentIds"`
	}
)

// criteriaOf gives routing criteria the form of an event. Amazon's samples show an object or a list of one; ours is the
// object of the sample of an expired step (A0081).
func criteriaOf(c *acd.RoutingCriteria) *routingCriteria {
	if c == nil {
		return nil
	}
	form := &routingCriteria{Index: c.Index, ActivationTimestamp: stamp(c.ActivatedAt), Steps: make([]step, len(c.Steps))}
	for i, s := range c.Steps {
		form.Steps[i] = step{Expression: expressionOf(s.Expression), Status: s.Status}
		if s.Expiry != nil {
			form.Steps[i].Expiry = &expiry{s.Expiry.DurationInSeconds, stamp(s.ExpiresAt)}
		}
	}
	return form
}

func expressionOf(x acd.Expression) expression {
	return expression{conditionOf(x.Attribute), conditionOf(x.Not), expressionsOf(x.And), expressionsOf(x.Or)}
}

func expressionsOf(list []acd.Expression) []expression {
	var forms []expression
	for _, x := range list {
		forms = append(forms, expressionOf(x))
	}
	return forms
}

func conditionOf(c *acd.AttributeCondition) *condition {
	if c == nil {
		return nil
	}
	form := &condition{Name: c.Name, Value: c.Value, Level: level(c.Level), Operator: c.Operator}
	if c.Range != nil {
		form.Range = &levels{level(c.Range.Min), level(c.Range.Max)}
	}
	if c.AgentIDs != nil {
		form.Match = &match{matchAgents{*c.AgentIDs}}
	}
	return form
}

func segmentAttributesOf(attributes map[string]acd.SegmentAttribute) map[string]segmentAttribute {
	if attributes == nil {
		return nil
	}
	forms := make(map[string]segmentAttribute, len(attributes))
	for name, a := range attributes { // order does not show: a map from a map
		forms[name] = segmentAttributeOf(a)
	}
	return forms
}

func segmentAttributeOf(a acd.SegmentAttribute) segmentAttribute {
	form := segmentAttribute{ValueString: a.String, ValueMap: segmentAttributesOf(a.Map), ValueInteger: a.Integer,
		ValueARN: a.ARN}
	for _, element := range a.List {
		form.ValueList = append(form.ValueList, segmentAttributeOf(element))
	}
	return form
}
