package connect

import (
	"context"
	"slices"
	"strings"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/account"
	"patchcord/acd"
	"patchcord/instance"
)

// owned is a claimed phone number with the instance that has it.
type owned struct {
	acd.PhoneNumber
	instance acd.InstanceID
	tags     map[string]string
}

func (o owned) order() string { return o.Number }

// target returns the instance that a request about phone numbers names, by either of two members. Traffic distribution
// groups, which Amazon has too, are not made here.
func (c *Call) target(arn, id *string) (*place, error) {
	switch {
	case value(arn) != "" && value(id) != "":
		return nil, acd.Errorf(acd.Invalid, "TargetArn and InstanceId are both given; give one of them")
	case value(arn) != "" && !isARN(*arn):
		return nil, acd.Errorf(acd.Invalid, "TargetArn is %.60q; give the ARN of an instance", *arn)
	case value(arn) != "":
		return c.place(arn), nil
	}
	return c.place(id), nil
}

// needed is target where one of the two members must be given.
func (c *Call) needed(arn, id *string) (*place, error) {
	if value(arn) == "" && value(id) == "" {
		return nil, acd.Errorf(acd.Invalid, "neither TargetArn nor InstanceId is given; give one of them")
	}
	return c.target(arn, id)
}

// numberID reads the id or the ARN of a phone number. The older sort of ARN, inside an instance, is read as well.
func (p *place) numberID(given *string) acd.PhoneNumberID {
	named := value(given)
	if isARN(named) {
		ref, ok := p.account.ParseARN(named)
		if (!ok || ref.Kind != acd.KindPhoneNumber) && p.err == nil {
			p.err = acd.Errorf(acd.NotFound, "%s is not the ARN of a resource of the kind %s of account %s in %s", named,
				acd.KindPhoneNumber, p.account.Number, p.account.Region)
		}
	}
	return acd.PhoneNumberID(acd.IDOf(named))
}

func (h *handlers) searchAvailablePhoneNumbers(c *Call, in *sdk.SearchAvailablePhoneNumbersInput) (
	*sdk.SearchAvailablePhoneNumbersOutput, error,
) {
	p, err := c.needed(in.TargetArn, in.InstanceId)
	if err != nil {
		return nil, err
	}
	if _, err := look(h, p, func(*instance.Instance) (struct{}, error) { return struct{}{}, nil }); err != nil {
		return nil, err
	}
	var all []string
	h.engine.View(func(a *account.Account) {
		all = a.AvailableNumbers(string(in.PhoneNumberCountryCode), acd.PhoneNumberType(in.PhoneNumberType),
			value(in.PhoneNumberPrefix))
	})
	size := in.MaxResults
	if size == nil {
		size = new(int32(numbersPerPage))
	}
	ask := p.ask(in.NextToken, size, string(in.PhoneNumberCountryCode), string(in.PhoneNumberType),
		value(in.PhoneNumberPrefix))
	first, err := h.firstShown(c, ask, all)
	if err != nil {
		return nil, err
	}
	turned := func(number string) string {
		if number < first {
			return first + "/1" + number
		}
		return first + "/0" + number
	}
	slices.SortFunc(all, func(a, b string) int { return strings.Compare(turned(a), turned(b)) })
	found, next, err := page(c, ask, all, turned)
	if err != nil {
		return nil, err
	}
	return &sdk.SearchAvailablePhoneNumbersOutput{
		NextToken: next,
		AvailableNumbersList: each(found, func(number string) types.AvailableNumberSummary {
			return types.AvailableNumberSummary{PhoneNumber: &number, PhoneNumberCountryCode: in.PhoneNumberCountryCode,
				PhoneNumberType: in.PhoneNumberType}
		}),
	}, nil
}

// firstShown returns the number with which a search begins. Each search begins behind the one before, so that those who
// search at the same time, as Terraform does, do not all claim one number (A0220). The pages of a search have one first
// number, which their token tells.
func (h *handlers) firstShown(c *Call, ask pageAsk, all []string) (string, error) {
	if value(ask.Token) != "" {
		last, err := readToken(*ask.Token, scopeOf(c, ask))
		first, _, _ := strings.Cut(last, "/")
		return first, err
	}
	if len(all) == 0 {
		return "", nil
	}
	shown := h.shown.Add(uint64(*ask.Max)) - uint64(*ask.Max)
	return all[shown%uint64(len(all))], nil
}

// numbersPerPage is how many available numbers are shown at once when nobody says, which is the most that can be asked.
const numbersPerPage = 10

func (h *handlers) claimPhoneNumber(c *Call, in *sdk.ClaimPhoneNumberInput) (*sdk.ClaimPhoneNumberOutput, error) {
	p, err := c.needed(in.TargetArn, in.InstanceId)
	if err != nil {
		return nil, err
	}
	id, err := h.do(c, p, acd.ClaimPhoneNumber{
		Number: acd.PhoneNumber{Number: value(in.PhoneNumber), Description: value(in.PhoneNumberDescription)},
		Tags:   in.Tags,
		Token:  clientToken(in),
	})
	if err != nil {
		return nil, err
	}
	return &sdk.ClaimPhoneNumberOutput{
		PhoneNumberId: &id, PhoneNumberArn: new(p.account.PhoneNumberARN(acd.PhoneNumberID(id)))}, nil
}

func (h *handlers) describePhoneNumber(c *Call, in *sdk.DescribePhoneNumberInput) (
	*sdk.DescribePhoneNumberOutput, error,
) {
	p := c.place(nil)
	id := p.numberID(in.PhoneNumberId)
	found, err := h.number(p, id)
	if err != nil {
		return nil, err
	}
	return &sdk.DescribePhoneNumberOutput{ClaimedPhoneNumberSummary: &types.ClaimedPhoneNumberSummary{
		InstanceId:             new(string(found.instance)),
		PhoneNumber:            &found.Number,
		PhoneNumberArn:         new(p.account.PhoneNumberARN(id)),
		PhoneNumberCountryCode: types.PhoneNumberCountryCode(found.Country),
		PhoneNumberDescription: word(found.Description),
		PhoneNumberId:          new(string(id)),
		PhoneNumberStatus:      &types.PhoneNumberStatus{Status: types.PhoneNumberWorkflowStatusClaimed},
		PhoneNumberType:        types.PhoneNumberType(found.Type),
		Tags:                   found.tags,
		TargetArn:              new(p.account.InstanceARN(found.instance)),
	}}, nil
}

// number finds a claimed phone number.
func (h *handlers) number(p *place, id acd.PhoneNumberID) (found owned, err error) {
	if p.err != nil {
		return found, p.err
	}
	err = unknown("phone number", id)
	h.engine.View(func(a *account.Account) {
		if number, i, ok := a.PhoneNumber(id); ok {
			found = owned{number, i.ID(), i.Directory().Tags(acd.KindPhoneNumber, string(id))}
			err = nil
		}
	})
	return found, err
}

// listPhoneNumbers lists the numbers of one instance, under the older sort of ARN.
func (h *handlers) listPhoneNumbers(c *Call, in *sdk.ListPhoneNumbersInput) (*sdk.ListPhoneNumbersOutput, error) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.ListPhoneNumbersOutput, error) {
		all := slices.DeleteFunc(i.Directory().PhoneNumbers(), func(n acd.PhoneNumber) bool {
			return !wantsNumber(n, in.PhoneNumberTypes, in.PhoneNumberCountryCodes, "")
		})
		found, next, err := page(c, p.ask(in.NextToken, in.MaxResults, written(in.PhoneNumberTypes),
			written(in.PhoneNumberCountryCodes)), all, func(n acd.PhoneNumber) string { return n.Number })
		if err != nil {
			return nil, err
		}
		return &sdk.ListPhoneNumbersOutput{
			NextToken: next,
			PhoneNumberSummaryList: each(found, func(n acd.PhoneNumber) types.PhoneNumberSummary {
				return types.PhoneNumberSummary{
					Arn: p.arn(acd.KindPhoneNumber, string(n.ID)), Id: new(string(n.ID)), PhoneNumber: &n.Number,
					PhoneNumberCountryCode: types.PhoneNumberCountryCode(n.Country),
					PhoneNumberType:        types.PhoneNumberType(n.Type),
				}
			}),
		}, nil
	})
}

func wantsNumber(n acd.PhoneNumber, kinds []types.PhoneNumberType, countries []types.PhoneNumberCountryCode,
	prefix string,
) bool {
	return (len(kinds) == 0 || slices.Contains(kinds, types.PhoneNumberType(n.Type))) &&
		(len(countries) == 0 || slices.Contains(countries, types.PhoneNumberCountryCode(n.Country))) &&
		strings.HasPrefix(n.Number[1:], strings.TrimPrefix(prefix, "+"))
}

// listPhoneNumbersV2 lists the numbers of one instance, or of all.
func (h *handlers) listPhoneNumbersV2(c *Call, in *sdk.ListPhoneNumbersV2Input) (*sdk.ListPhoneNumbersV2Output, error) {
	p, err := c.target(in.TargetArn, in.InstanceId)
	if err != nil {
		return nil, err
	}
	all, err := h.numbers(p)
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(o owned) bool {
		return !wantsNumber(o.PhoneNumber, in.PhoneNumberTypes, in.PhoneNumberCountryCodes, value(in.PhoneNumberPrefix))
	})
	found, next, err := page(c, p.ask(in.NextToken, in.MaxResults, written(in.PhoneNumberTypes),
		written(in.PhoneNumberCountryCodes), value(in.PhoneNumberPrefix)), all, owned.order)
	if err != nil {
		return nil, err
	}
	return &sdk.ListPhoneNumbersV2Output{
		NextToken: next,
		ListPhoneNumbersSummaryList: each(found, func(o owned) types.ListPhoneNumbersSummary {
			return types.ListPhoneNumbersSummary{
				InstanceId:             new(string(o.instance)),
				PhoneNumber:            &o.Number,
				PhoneNumberArn:         new(p.account.PhoneNumberARN(o.ID)),
				PhoneNumberCountryCode: types.PhoneNumberCountryCode(o.Country),
				PhoneNumberDescription: word(o.Description),
				PhoneNumberId:          new(string(o.ID)),
				PhoneNumberType:        types.PhoneNumberType(o.Type),
				TargetArn:              new(p.account.InstanceARN(o.instance)),
			}
		}),
	}, nil
}

// numbers returns the numbers of an instance in the order of their digits, of all instances where none is named.
func (h *handlers) numbers(p *place) (all []owned, err error) {
	if p.err != nil {
		return nil, p.err
	}
	h.engine.View(func(a *account.Account) {
		if _, ok := a.Instance(p.instance); !ok && p.instance != "" {
			err = acd.Errorf(acd.NotFound, "instance %s does not exist", p.instance)
		}
		for _, i := range a.Instances() {
			if p.instance != "" && p.instance != i.ID() {
				continue
			}
			for _, n := range i.Directory().PhoneNumbers() {
				all = append(all, owned{PhoneNumber: n, instance: i.ID()})
			}
		}
	})
	slices.SortFunc(all, func(a, b owned) int { return strings.Compare(a.Number, b.Number) })
	return all, err
}

func (h *handlers) updatePhoneNumber(c *Call, in *sdk.UpdatePhoneNumberInput) (*sdk.UpdatePhoneNumberOutput, error) {
	target, err := c.needed(in.TargetArn, in.InstanceId)
	if err != nil {
		return nil, err
	}
	id := target.numberID(in.PhoneNumberId)
	if target.err != nil {
		return nil, target.err
	}
	if _, err := h.doAbove(c, acd.UpdatePhoneNumber{ID: id, Target: target.instance, Token: clientToken(in)}); err != nil {
		return nil, err
	}
	return &sdk.UpdatePhoneNumberOutput{
		PhoneNumberId: new(string(id)), PhoneNumberArn: new(target.account.PhoneNumberARN(id))}, nil
}

func (h *handlers) releasePhoneNumber(c *Call, in *sdk.ReleasePhoneNumberInput) (*sdk.ReleasePhoneNumberOutput, error) {
	p := c.place(nil)
	id := p.numberID(in.PhoneNumberId)
	if p.err != nil {
		return nil, p.err
	}
	_, err := h.doAbove(c, acd.ReleasePhoneNumber{ID: id, Token: clientToken(in)})
	return nil, err
}

// doAbove asks the engine for something that lies above the instances.
func (h *handlers) doAbove(c *Call, cmd acd.Command) (string, error) {
	return h.engine.Do(context.WithoutCancel(c.Context), "", cmd)
}

func (h *handlers) associatePhoneNumberContactFlow(c *Call, in *sdk.AssociatePhoneNumberContactFlowInput) (
	*sdk.AssociatePhoneNumberContactFlowOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.AssociatePhoneNumberContactFlow{
		ID: p.numberID(in.PhoneNumberId), FlowID: idAt[acd.FlowID](p, acd.KindFlow, in.ContactFlowId)})
	return nil, err
}

func (h *handlers) disassociatePhoneNumberContactFlow(c *Call, in *sdk.DisassociatePhoneNumberContactFlowInput) (
	*sdk.DisassociatePhoneNumberContactFlowOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.AssociatePhoneNumberContactFlow{ID: p.numberID(in.PhoneNumberId)})
	return nil, err
}
