package storm

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

// moversBeside returns how many movers there are beside a number of clients.
func moversBeside(clients int) int {
	if *long {
		return clients / 4
	}
	return clients / 8
}

// A moverPlace is where a mover works.
type moverPlace struct{ queue, waiting, onward, quick string }

// flowThatWaits is a flow that waits, and puts contacts into a queue then.
func flowThatWaits(queue string) string {
	wait := fmt.Sprintf(`"StartAction":"w","Actions":[
{"Identifier":"w","Type":"Wait","Parameters":{"TimeLimitSeconds":"%d"},"Transitions":{"NextAction":"c","Conditions":[
  {"NextAction":"a","Condition":{"Operator":"Equals","Operands":["WaitCompleted"]}}],
 "Errors":[{"NextAction":"c","ErrorType":"NoMatchingError"}]}},`, int(waits/time.Second))
	return strings.Replace(flowInto(queue), `"StartAction":"a","Actions":[`, wait, 1)
}

// hireMovers makes clients who move tasks, each with a queue, a quick connect to it, and a user who is available.
func (s *storm) hireMovers(w *wire, count int, number uint64) {
	s.Helper()
	for n := range count {
		seat := len(s.clients) + n
		m := &mover{client: client{number: seat, model: s.model, stage: s.stage,
			chance: rand.New(rand.NewPCG(*seed, number<<32+uint64(seat)+1))}}
		m.place, m.user = s.stage.setMover(s.T, w, n)
		s.movers = append(s.movers, m)
	}
}

// setMover makes the place of one mover.
func (s *stage) setMover(t *testing.T, w *wire, n int) (p moverPlace, u *user) {
	t.Helper()
	ctx, name := t.Context(), aws.String(fmt.Sprintf("moves %d", n))
	p.queue = *got(w.CreateQueue(ctx, &sdk.CreateQueueInput{
		InstanceId: &s.instance, Name: name, HoursOfOperationId: &s.hours}))(t).QueueId
	flow := func(what, content string, kind types.ContactFlowType) *string {
		return got(w.CreateContactFlow(ctx, &sdk.CreateContactFlowInput{InstanceId: &s.instance,
			Name: aws.String(*name + what), Type: kind, Content: &content}))(t).ContactFlowId
	}
	p.waiting = *flow(" that wait", flowThatWaits(p.queue), types.ContactFlowTypeContactFlow)
	p.onward = *flow(" onward", flowInto(p.queue), types.ContactFlowTypeContactFlow)
	p.quick = *got(w.CreateQuickConnect(ctx, &sdk.CreateQuickConnectInput{InstanceId: &s.instance, Name: name,
		QuickConnectConfig: &types.QuickConnectConfig{QuickConnectType: types.QuickConnectTypeQueue,
			QueueConfig: &types.QueueQuickConnectConfig{QueueId: &p.queue,
				ContactFlowId: flow(" passed on", flowInto(p.queue), types.ContactFlowTypeQueueTransfer)}}}))(t).QuickConnectId
	got(w.AssociateQueueQuickConnects(ctx, &sdk.AssociateQueueQuickConnectsInput{
		InstanceId: &s.instance, QueueId: &p.queue, QuickConnectIds: []string{p.quick}}))(t)
	profile := got(w.CreateRoutingProfile(ctx, &sdk.CreateRoutingProfileInput{InstanceId: &s.instance, Name: name,
		Description: name, DefaultOutboundQueueId: &p.queue, MediaConcurrencies: []types.MediaConcurrency{{
			Channel: types.ChannelTask, Concurrency: aws.Int32(3)}},
		QueueConfigs: []types.RoutingProfileQueueConfig{{Priority: aws.Int32(1), Delay: aws.Int32(0),
			QueueReference: &types.RoutingProfileQueueReference{QueueId: &p.queue, Channel: types.ChannelTask}}}}))(t)
	security := got(w.ListSecurityProfiles(ctx, &sdk.ListSecurityProfilesInput{
		InstanceId: &s.instance}))(t).SecurityProfileSummaryList[0].Id
	out := got(w.CreateUser(ctx, &sdk.CreateUserInput{InstanceId: &s.instance,
		Username: aws.String(fmt.Sprintf("mover-%d", n)), Password: aws.String("Passw0rd!"),
		RoutingProfileId: profile.RoutingProfileId, SecurityProfileIds: []string{*security},
		IdentityInfo: &types.UserIdentityInfo{FirstName: aws.String("Moe"), LastName: aws.String("Storm")}}))(t)
	u = newUser(*out.UserId, *out.UserArn, false)
	got(w.PutUserStatus(ctx, s.putStatus(u, s.statuses[available])))(t)
	return p, u
}

// dropMoves notes that no move in flight has happened.
func (s *storm) dropMoves() {
	for _, m := range s.movers {
		for _, c := range m.chains {
			c.drop()
		}
	}
	s.knowMoves()
}

// knowMoves tells the model which contacts are segments of moved tasks.
func (s *storm) knowMoves() {
	s.model.do(func() {
		for _, m := range s.movers {
			for _, c := range m.chains {
				for _, id := range c.ids() {
					s.model.moved[id] = true
				}
			}
		}
	})
}

// resendMoves sends again the starts of movers that were never answered, and the moves that went under a ClientToken.
func (s *storm) resendMoves(l *life) {
	s.Helper()
	for _, m := range s.movers {
		if m.unsure != nil {
			id, err := startTaskBy(l.ctx, l.wire, s.stage, m.place.waiting, *m.unsure)
			if err != nil {
				s.Fatalf("send the start of a moved task again: %v", err)
			}
			m.unsure, m.chains = nil, append(m.chains, &chain{segments: []*segment{{id: id}}})
		}
		for _, c := range m.chains {
			if c.leap == nil || c.leap.input == nil {
				continue
			}
			out, err := l.wire.TransferContact(l.ctx, c.leap.input)
			if err != nil {
				s.model.report(fmt.Sprintf("a move of contact %s was sent again: %v", c.last().id, err))
				c.leap = nil
				continue
			}
			c.moved(*out.ContactId, false)
		}
	}
}

// checkMoves asks for all that was promised to movers.
func (s *storm) checkMoves(l *life, all bool) {
	s.Helper()
	var movers sync.WaitGroup
	for _, m := range s.movers {
		movers.Go(func() { s.checkMover(l, m, all) })
	}
	movers.Wait()
	s.knowMoves()
}

// checkMover asks for all that was promised to one mover, whose chains nobody else looks at.
func (s *storm) checkMover(l *life, m *mover, all bool) {
	for _, c := range m.chains {
		if c.over() && !all {
			continue
		}
		if err := s.checkChain(l, m, c, all); err != nil {
			s.model.report(fmt.Sprintf("the chain of %q: %v", c.ids(), err))
		}
	}
	switch counted, err := s.stage.transfersOf(l.ctx, l.wire, m.place.queue); {
	case err != nil:
		s.model.report(fmt.Sprintf("the metrics of queue %s: %v", m.place.queue, err))
	case counted != m.transfers():
		s.model.report(fmt.Sprintf("%d segments of queue %s are counted as moved; acknowledged were %d", counted,
			m.place.queue, m.transfers()))
	}
}

// checkChain looks at the segments of a chain and judges them, all or those that may have changed.
func (s *storm) checkChain(l *life, m *mover, c *chain, all bool) error {
	tree, err := s.stage.tree(l.ctx, l.wire, c.segments[0].id)
	if err != nil {
		return err
	}
	s.model.report(c.judgeTree(tree)...)
	for n, this := range c.segments {
		if !all && this.last != nil && this.last.isOver() && n < len(c.segments)-1 {
			continue
		}
		asked := time.Now()
		out, err := l.wire.DescribeContact(l.ctx, &sdk.DescribeContactInput{
			InstanceId: &s.stage.instance, ContactId: &this.id})
		if err != nil {
			return fmt.Errorf("segment %d: %w", n+1, err)
		}
		s.model.report(c.judgeSegment(n, m.user.id, seeSegment(out.Contact), asked)...)
	}
	return nil
}

// tree lists the contacts of the tree that a contact belongs to.
func (s *stage) tree(ctx context.Context, w *wire, contact string) (ids []string, err error) {
	in := &sdk.ListAssociatedContactsInput{InstanceId: &s.instance, ContactId: &contact}
	for {
		out, err := w.ListAssociatedContacts(ctx, in)
		if err != nil {
			return nil, err
		}
		for _, c := range out.ContactSummaryList {
			ids = append(ids, *c.ContactId)
		}
		if in.NextToken = out.NextToken; in.NextToken == nil {
			return ids, nil
		}
	}
}

// transfersOf counts the contacts of a queue that were transferred and whose life is complete, as the metrics do.
func (s *stage) transfersOf(ctx context.Context, w *wire, queue string) (int, error) {
	now := time.Now()
	out, err := w.GetMetricDataV2(ctx, &sdk.GetMetricDataV2Input{
		ResourceArn: &s.arn, StartTime: aws.Time(now.Add(-12 * time.Hour)), EndTime: aws.Time(now),
		Filters: []types.FilterV2{{FilterKey: aws.String("QUEUE"), FilterValues: []string{queue}}},
		Metrics: []types.MetricV2{{Name: aws.String("CONTACTS_TRANSFERRED_OUT")}}})
	if err != nil {
		return 0, err
	}
	n := 0.0
	for _, result := range out.MetricResults {
		for _, value := range result.Collections {
			n += aws.ToFloat64(value.Value)
		}
	}
	return int(n), nil
}

// moves tells how much the movers have done.
func (s *storm) moves() string {
	moves, passed, rests, counted := 0, 0, 0, 0
	for _, m := range s.movers {
		counted += m.transfers()
		for _, c := range m.chains {
			moves += len(c.segments) - 1
			for _, one := range c.segments {
				rests += int(one.rest.known.times)
				if one.quick {
					passed++
				}
			}
		}
	}
	return fmt.Sprintf("%d moves, %d of them by quick connects, %d of them counted in queues; %d pauses", moves, passed,
		counted, rests)
}

// transfers counts the same, as the mover knows it.
func (m *mover) transfers() (n int) {
	for _, c := range m.chains {
		for _, s := range c.segments[:len(c.segments)-1] {
			if s.last != nil && s.last.isOver() && s.last.queue == m.place.queue {
				n++
			}
		}
	}
	return n
}
