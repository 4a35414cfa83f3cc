package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

func (h *handlers) searchPrompts(c *Call, in *sdk.SearchPromptsInput) (*sdk.SearchPromptsOutput, error) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.SearchPromptsOutput, error) {
		keep, err := keepTagged(value(in.SearchFilter).TagFilter, func(found acd.Prompt) map[string]string {
			return i.Directory().Tags(acd.KindPrompt, string(found.ID))
		})
		if err != nil {
			return nil, err
		}
		s := search[acd.Prompt, types.PromptSearchCriteria]{
			things: i.Directory().Prompts(),
			key:    func(found acd.Prompt) string { return nameKey(found.Name, found.ID) },
			fields: []searchField[acd.Prompt]{
				searchText("name", func(found acd.Prompt) string { return found.Name }),
				searchText("description", func(found acd.Prompt) string { return found.Description }),
				searchID("resourceID", func(found acd.Prompt) acd.PromptID { return found.ID }),
			},
			node: func(k *types.PromptSearchCriteria) (searchNode[acd.Prompt, types.PromptSearchCriteria], error) {
				return searchNode[acd.Prompt, types.PromptSearchCriteria]{
					or: k.OrConditions, and: k.AndConditions, text: k.StringCondition}, nil
			},
			keep: keep,
		}
		found, err := s.find(c, p.searchAsk(in.NextToken, in.MaxResults, in.SearchCriteria, in.SearchFilter),
			in.SearchCriteria)
		if err != nil {
			return nil, err
		}
		return &sdk.SearchPromptsOutput{
			ApproximateTotalCount: found.total,
			NextToken:             found.next,
			Prompts:               each(found.page, func(found acd.Prompt) types.Prompt { return prompt(p, i, found) }),
		}, nil
	})
}
