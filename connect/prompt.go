package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

// createPrompt notes where a recording is kept. It is not fetched: nothing here plays it (A0213).
func (h *handlers) createPrompt(c *Call, in *sdk.CreatePromptInput) (*sdk.CreatePromptOutput, error) {
	p := c.place(in.InstanceId)
	id, err := h.do(c, p, acd.CreatePrompt{
		Prompt: acd.Prompt{Name: value(in.Name), Description: value(in.Description), S3URI: value(in.S3Uri)},
		Tags:   in.Tags,
	})
	if err != nil {
		return nil, err
	}
	return &sdk.CreatePromptOutput{PromptId: &id, PromptARN: p.arn(acd.KindPrompt, id)}, nil
}

func (h *handlers) describePrompt(c *Call, in *sdk.DescribePromptInput) (*sdk.DescribePromptOutput, error) {
	p := c.place(in.InstanceId)
	id := idAt[acd.PromptID](p, acd.KindPrompt, in.PromptId)
	return look(h, p, func(i *instance.Instance) (*sdk.DescribePromptOutput, error) {
		found, ok := i.Directory().Prompt(id)
		if !ok {
			return nil, unknown("prompt", id)
		}
		return &sdk.DescribePromptOutput{Prompt: new(prompt(p, i, found))}, nil
	})
}

func prompt(p *place, i *instance.Instance, found acd.Prompt) types.Prompt {
	return types.Prompt{
		Description:        word(found.Description),
		LastModifiedRegion: p.region(),
		LastModifiedTime:   stamp(found.LastModifiedAt),
		Name:               &found.Name,
		PromptARN:          p.arn(acd.KindPrompt, string(found.ID)),
		PromptId:           new(string(found.ID)),
		Tags:               i.Directory().Tags(acd.KindPrompt, string(found.ID)),
	}
}

func (h *handlers) listPrompts(c *Call, in *sdk.ListPromptsInput) (*sdk.ListPromptsOutput, error) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.ListPromptsOutput, error) {
		found, next, err := page(c, p.ask(in.NextToken, in.MaxResults), i.Directory().Prompts(),
			func(found acd.Prompt) string { return nameKey(found.Name, found.ID) })
		if err != nil {
			return nil, err
		}
		return &sdk.ListPromptsOutput{
			NextToken: next,
			PromptSummaryList: each(found, func(found acd.Prompt) types.PromptSummary {
				return types.PromptSummary{
					Arn:                p.arn(acd.KindPrompt, string(found.ID)),
					Id:                 new(string(found.ID)),
					LastModifiedRegion: p.region(),
					LastModifiedTime:   stamp(found.LastModifiedAt),
					Name:               &found.Name,
				}
			}),
		}, nil
	})
}

func (h *handlers) updatePrompt(c *Call, in *sdk.UpdatePromptInput) (*sdk.UpdatePromptOutput, error) {
	p := c.place(in.InstanceId)
	id := idAt[acd.PromptID](p, acd.KindPrompt, in.PromptId)
	_, err := h.do(c, p, acd.UpdatePrompt{ID: id, Name: in.Name, Description: in.Description, S3URI: in.S3Uri})
	if err != nil {
		return nil, err
	}
	return &sdk.UpdatePromptOutput{PromptId: new(string(id)), PromptARN: p.arn(acd.KindPrompt, string(id))}, nil
}

func (h *handlers) deletePrompt(c *Call, in *sdk.DeletePromptInput) (*sdk.DeletePromptOutput, error) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.DeletePrompt{ID: idAt[acd.PromptID](p, acd.KindPrompt, in.PromptId)})
	return nil, err
}
