package connect

import (
	"slices"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
	"patchcord/realtime"
)

// getContactMetrics tells where a contact stands in its queue and how long it may have to wait (A0152, A0153). What
// cannot be estimated is left out (AG:metrics-definitions, "Estimated Wait Time").
func (h *handlers) getContactMetrics(c *Call, in *sdk.GetContactMetricsInput) (*sdk.GetContactMetricsOutput, error) {
	p := c.place(in.InstanceId)
	id := acd.ContactID(acd.IDOf(value(in.ContactId))) // an id, perhaps behind an instance's ARN
	for n, m := range in.Metrics {
		if slices.Contains(in.Metrics[:n], m) {
			return nil, acd.Errorf(acd.Invalid, "Metrics names %s twice; name it once", m.Name)
		}
	}
	now := h.now()
	results, err := look(h, p, func(i *instance.Instance) ([]types.ContactMetricResult, error) {
		board := h.board(i)
		place, ok := board.Position(id)
		if !ok {
			return nil, nil
		}
		results := []types.ContactMetricResult{}
		for _, m := range in.Metrics {
			if v, known := contactMetric(board, m.Name, id, place, max(now, i.Now())); known {
				results = append(results, types.ContactMetricResult{
					Name: m.Name, Value: &types.ContactMetricValueMemberNumber{Value: v},
				})
			}
		}
		return results, nil
	})
	if err != nil {
		return nil, err
	}
	if results == nil {
		return nil, h.inNoQueue(p, id)
	}
	return &sdk.GetContactMetricsOutput{
		Arn: p.arn(acd.KindContact, string(id)), Id: new(string(id)), MetricResults: results,
	}, nil
}

// inNoQueue says why a contact has no metrics.
func (h *handlers) inNoQueue(p *place, id acd.ContactID) error {
	_, ok, err := h.engine.Contact(p.instance, id)
	switch {
	case err != nil:
		return err
	case !ok:
		return unknown("contact", id)
	}
	return acd.Errorf(acd.Improper, "contact %s is in no queue; metrics are there while it waits in one", id)
}

func contactMetric(board *realtime.Board, name types.ContactMetricName, id acd.ContactID, place int, now acd.Time) (
	v float64, known bool,
) {
	if name == types.ContactMetricNamePositionInQueue {
		return float64(place), true
	}
	wait, known := board.Wait(id, now)
	return seconds(wait), known
}

// seconds returns a span in seconds, as metrics are given.
func seconds(d acd.Duration) float64 { return d.Std().Seconds() }
