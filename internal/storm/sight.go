package storm

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

// routing is how a contact is to be routed, as its owner has asked. One request changes all of it or nothing.
type routing struct {
	priority   int64  // 0: never set
	adjustment string // in seconds; empty: never set
	index      int32  // which version of criteria; -1: none
	criteria   string // the steps as text, without what time has made of them
}

// unrouted is the routing of a contact that nobody has touched.
func unrouted() routing { return routing{index: -1} }

// instant names a moment in the life of a contact. Once it is there, it stays as it is.
type instant int

const (
	initiated instant = iota
	enqueued
	rang
	connected
	disconnected
	workStarted
	workEnded
	instants // how many there are
)

// String returns what happened then.
func (i instant) String() string {
	return [...]string{"initiated", "enqueued", "rang", "connected", "disconnected", "work started", "work ended"}[i]
}

// A sight is a contact as DescribeContact shows it.
type sight struct {
	name, agent, reason string
	mark                string
	routing             routing
	activated           time.Time // the criteria
	steps               []stepSight
	at                  [instants]time.Time
}

// A stepSight is a step of the criteria as it is shown.
type stepSight struct {
	status  types.RoutingCriteriaStepStatus
	lasts   time.Duration // 0: for ever
	expires time.Time
}

// has says whether a moment has come.
func (s *sight) has(i instant) bool { return !s.at[i].IsZero() }

// isOver says whether nothing about the contact will ever change again.
func (s *sight) isOver() bool { return s.has(disconnected) && (s.agent == "" || s.has(workEnded)) }

// expired counts the steps that have expired.
func (s *sight) expired() (n int) {
	for _, step := range s.steps {
		if step.status == types.RoutingCriteriaStepStatusExpired {
			n++
		}
	}
	return n
}

// joined says whether an agent has joined a step.
func (s *sight) joined() bool {
	return slices.ContainsFunc(s.steps, func(step stepSight) bool {
		return step.status == types.RoutingCriteriaStepStatusJoined
	})
}

// see reads what DescribeContact shows.
func see(c *types.Contact) *sight {
	s := &sight{name: aws.ToString(c.Name), reason: aws.ToString(c.DisconnectReason), routing: unrouted(),
		mark: c.Attributes["mark"]}
	s.routing.priority = aws.ToInt64(c.QueuePriority)
	if c.QueueTimeAdjustmentSeconds != nil {
		s.routing.adjustment = fmt.Sprint(*c.QueueTimeAdjustmentSeconds)
	}
	s.at[initiated], s.at[rang] = moment(c.InitiationTimestamp), moment(c.RingStartTimestamp)
	s.at[disconnected] = moment(c.DisconnectTimestamp)
	if c.QueueInfo != nil {
		s.at[enqueued] = moment(c.QueueInfo.EnqueueTimestamp)
	}
	if a := c.AgentInfo; a != nil {
		s.agent, s.at[connected] = aws.ToString(a.Id), moment(a.ConnectedToAgentTimestamp)
		s.at[workStarted] = moment(a.AfterContactWorkStartTimestamp)
		s.at[workEnded] = moment(a.AfterContactWorkEndTimestamp)
	}
	if c.RoutingCriteria != nil {
		s.routing.index, s.activated = aws.ToInt32(c.RoutingCriteria.Index), moment(c.RoutingCriteria.ActivationTimestamp)
		s.seeSteps(c.RoutingCriteria.Steps)
	}
	return s
}

func (s *sight) seeSteps(steps []types.Step) {
	var asked []types.RoutingCriteriaInputStep
	for _, step := range steps {
		seen := stepSight{status: step.Status}
		input := types.RoutingCriteriaInputStep{Expression: step.Expression}
		if step.Expiry != nil {
			input.Expiry = &types.RoutingCriteriaInputStepExpiry{DurationInSeconds: step.Expiry.DurationInSeconds}
			seen.lasts = time.Duration(aws.ToInt32(step.Expiry.DurationInSeconds)) * time.Second
			seen.expires = moment(step.Expiry.ExpiryTimestamp)
		}
		s.steps, asked = append(s.steps, seen), append(asked, input)
	}
	s.routing.criteria = textOf(asked)
}

// textOf writes steps down, equal steps as equal texts. What is not there is left out.
func textOf(steps []types.RoutingCriteriaInputStep) string {
	text, err := json.Marshal(steps)
	if err != nil {
		panic("steps have no JSON: " + err.Error())
	}
	absent := regexp.MustCompile(`"\w+":null,?`)
	return strings.NewReplacer(`"`, "", ",}", "}").Replace(string(absent.ReplaceAll(text, nil)))
}

// moment returns an instant of the wire, zero where there is none. The wire counts milliseconds.
func moment(t *time.Time) time.Time {
	if t == nil {
		return time.Time{}
	}
	return t.Round(time.Millisecond).UTC()
}
