package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

// searchQueues looks through the standard queues: the only type that a search can name (A0185).
func (h *handlers) searchQueues(c *Call, in *sdk.SearchQueuesInput) (*sdk.SearchQueuesOutput, error) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.SearchQueuesOutput, error) {
		keep, err := keepTagged(value(in.SearchFilter).TagFilter, func(q acd.Queue) map[string]string {
			return i.Directory().Tags(acd.KindQueue, string(q.ID))
		})
		if err != nil {
			return nil, err
		}
		s := search[acd.Queue, types.QueueSearchCriteria]{
			things: i.Directory().Queues(),
			key:    func(q acd.Queue) string { return nameKey(q.Name, q.ID) },
			fields: []searchField[acd.Queue]{
				searchText("name", func(q acd.Queue) string { return q.Name }),
				searchText("description", func(q acd.Queue) string { return q.Description }),
				searchID("resourceID", func(q acd.Queue) acd.QueueID { return q.ID }),
			},
			node: queueNode,
			keep: keep,
		}
		found, err := s.find(c, p.searchAsk(in.NextToken, in.MaxResults, in.SearchCriteria, in.SearchFilter),
			in.SearchCriteria)
		if err != nil {
			return nil, err
		}
		return &sdk.SearchQueuesOutput{
			ApproximateTotalCount: found.total,
			NextToken:             found.next,
			Queues:                each(found.page, func(q acd.Queue) types.Queue { return queueOut(p, i, q) }),
		}, nil
	})
}

func queueNode(k *types.QueueSearchCriteria) (searchNode[acd.Queue, types.QueueSearchCriteria], error) {
	node := searchNode[acd.Queue, types.QueueSearchCriteria]{
		or: k.OrConditions, and: k.AndConditions, text: k.StringCondition,
	}
	if k.QueueTypeCondition != "" { // there is one type to ask for, STANDARD
		node.own = append(node.own, func(acd.Queue) bool { return true })
	}
	return node, nil
}
