package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

func (h *handlers) createHours(c *Call, in *sdk.CreateHoursOfOperationInput) (
	*sdk.CreateHoursOfOperationOutput, error,
) {
	p := c.place(in.InstanceId)
	id, err := h.do(c, p, acd.CreateHoursOfOperation{
		Hours: acd.HoursOfOperation{
			Name:        value(in.Name),
			Description: value(in.Description),
			TimeZone:    value(in.TimeZone),
			Config:      each(in.Config, hoursConfig),
			ParentIDs: each(in.ParentHoursOfOperationConfigs, func(parent types.ParentHoursOfOperationConfig) acd.HoursID {
				return idAt[acd.HoursID](p, acd.KindHours, parent.HoursOfOperationId)
			}),
		},
		Tags: in.Tags,
	})
	if err != nil {
		return nil, err
	}
	return &sdk.CreateHoursOfOperationOutput{HoursOfOperationId: &id, HoursOfOperationArn: p.arn(acd.KindHours, id)}, nil
}

func hoursConfig(slot types.HoursOfOperationConfig) acd.HoursConfig {
	start, end := value(slot.StartTime), value(slot.EndTime)
	return acd.HoursConfig{
		Day:          string(slot.Day),
		StartHours:   value(start.Hours),
		StartMinutes: value(start.Minutes),
		EndHours:     value(end.Hours),
		EndMinutes:   value(end.Minutes),
	}
}

func (h *handlers) describeHours(c *Call, in *sdk.DescribeHoursOfOperationInput) (
	*sdk.DescribeHoursOfOperationOutput, error,
) {
	p := c.place(in.InstanceId)
	id := idAt[acd.HoursID](p, acd.KindHours, in.HoursOfOperationId)
	return look(h, p, func(i *instance.Instance) (*sdk.DescribeHoursOfOperationOutput, error) {
		hours, ok := i.Directory().Hours(id)
		if !ok {
			return nil, unknown("hours of operation", id)
		}
		return &sdk.DescribeHoursOfOperationOutput{HoursOfOperation: new(hoursShown(p, i, hours))}, nil
	})
}

func hoursShown(p *place, i *instance.Instance, hours acd.HoursOfOperation) types.HoursOfOperation {
	return types.HoursOfOperation{
		Config:                  each(hours.Config, hoursConfigOut),
		Description:             word(hours.Description),
		HoursOfOperationArn:     p.arn(acd.KindHours, string(hours.ID)),
		HoursOfOperationId:      new(string(hours.ID)),
		LastModifiedRegion:      p.region(),
		LastModifiedTime:        stamp(hours.LastModifiedAt),
		Name:                    &hours.Name,
		ParentHoursOfOperations: parentHours(p, i, hours.ParentIDs),
		Tags:                    i.Directory().Tags(acd.KindHours, string(hours.ID)),
		TimeZone:                &hours.TimeZone,
	}
}

func (h *handlers) updateHours(c *Call, in *sdk.UpdateHoursOfOperationInput) (
	*sdk.UpdateHoursOfOperationOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.UpdateHoursOfOperation{
		ID:   idAt[acd.HoursID](p, acd.KindHours, in.HoursOfOperationId),
		Name: in.Name, Description: in.Description, TimeZone: in.TimeZone,
		Config: eachGiven(in.Config, hoursConfig),
	})
	return nil, err
}

func (h *handlers) deleteHours(c *Call, in *sdk.DeleteHoursOfOperationInput) (
	*sdk.DeleteHoursOfOperationOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.DeleteHoursOfOperation{ID: idAt[acd.HoursID](p, acd.KindHours, in.HoursOfOperationId)})
	return nil, err
}

func hoursConfigOut(slot acd.HoursConfig) types.HoursOfOperationConfig {
	return types.HoursOfOperationConfig{
		Day:       types.HoursOfOperationDays(slot.Day),
		StartTime: &types.HoursOfOperationTimeSlice{Hours: &slot.StartHours, Minutes: &slot.StartMinutes},
		EndTime:   &types.HoursOfOperationTimeSlice{Hours: &slot.EndHours, Minutes: &slot.EndMinutes},
	}
}

func parentHours(p *place, i *instance.Instance, ids []acd.HoursID) []types.HoursOfOperationsIdentifier {
	return each(ids, func(id acd.HoursID) types.HoursOfOperationsIdentifier {
		parent, _ := i.Directory().Hours(id)
		return types.HoursOfOperationsIdentifier{
			Id: new(string(id)), Name: &parent.Name, Arn: p.arn(acd.KindHours, string(id)),
		}
	})
}

func (h *handlers) listHours(c *Call, in *sdk.ListHoursOfOperationsInput) (*sdk.ListHoursOfOperationsOutput, error) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.ListHoursOfOperationsOutput, error) {
		found, next, err := page(c, p.ask(in.NextToken, in.MaxResults), i.Directory().HoursOfOperations(),
			func(hours acd.HoursOfOperation) string { return nameKey(hours.Name, hours.ID) })
		if err != nil {
			return nil, err
		}
		return &sdk.ListHoursOfOperationsOutput{
			NextToken: next,
			HoursOfOperationSummaryList: each(found, func(hours acd.HoursOfOperation) types.HoursOfOperationSummary {
				return types.HoursOfOperationSummary{
					Arn:                p.arn(acd.KindHours, string(hours.ID)),
					Id:                 new(string(hours.ID)),
					LastModifiedRegion: p.region(),
					LastModifiedTime:   stamp(hours.LastModifiedAt),
					Name:               &hours.Name,
				}
			}),
		}, nil
	})
}

// unknown refuses an id of which the instance has nothing.
func unknown[ID ~string](noun string, id ID) error {
	return acd.Errorf(acd.NotFound, "no %s has the id %q; give one that the instance lists", noun, id)
}
