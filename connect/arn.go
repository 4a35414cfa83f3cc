package connect

import (
	"strings"

	"patchcord/acd"
)

// place is the instance that a request is about. The ids of a request are read, and ARNs of an answer written, through
// it.
type place struct {
	account  acd.Account
	instance acd.InstanceID
	err      error // the first id that points elsewhere
}

// account returns the account and region that a call is for.
func (c *Call) account() acd.Account { return acd.Account{Number: c.Account, Region: c.Region} }

// place returns the instance that a request names by its id or ARN (A0003).
func (c *Call) place(given *string) *place {
	p := &place{account: c.account()}
	named := value(given)
	p.instance = acd.InstanceID(named)
	if !isARN(named) {
		return p
	}
	ref, ok := p.account.ParseARN(named)
	if !ok || ref.Kind != "" {
		p.err = acd.Errorf(acd.NotFound, "%s is not the ARN of an instance of account %s in %s", named, p.account.Number,
			p.account.Region)
	}
	p.instance = ref.Instance
	return p
}

// idAt reads an id or ARN of a kind (A0003). An ARN of another kind or from another instance names nothing here; the
// place remembers that and refuses what is asked.
func idAt[ID ~string](p *place, kind acd.ResourceKind, given *string) ID {
	named := value(given)
	if isARN(named) && !p.holds(kind, named) && p.err == nil {
		p.err = acd.Errorf(acd.NotFound, "%s is not the ARN of a resource of the kind %s in instance %s", named, kind,
			p.instance)
	}
	return ID(acd.IDOf(named))
}

// idsAt reads a list of ids or ARNs of a kind.
func idsAt[ID ~string](p *place, kind acd.ResourceKind, given []string) []ID {
	return each(given, func(named string) ID { return idAt[ID](p, kind, &named) })
}

// holds says whether an ARN is of a kind and lies in the instance.
func (p *place) holds(kind acd.ResourceKind, arn string) bool {
	ref, ok := p.account.ParseARN(arn)
	return ok && ref.Kind == kind && ref.Instance == p.instance
}

// arn writes the ARN of a thing in the instance.
func (p *place) arn(kind acd.ResourceKind, id string) *string {
	return new(p.account.ARN(p.instance, kind, id))
}

// region returns where settings of the instance were last modified: there is only one region.
func (p *place) region() *string { return &p.account.Region }

// ask returns which page of a list of the instance is wanted.
func (p *place) ask(token *string, size *int32, filters ...string) pageAsk {
	return pageAsk{Instance: string(p.instance), Token: token, Max: size, Filters: filters}
}

func isARN(named string) bool { return strings.HasPrefix(named, "arn:") }
