package bench

import (
	"fmt"

	"patchcord/account"
	"patchcord/acd"
)

// asks are requests of one kind, the same for every waiting contact.
type asks struct {
	name     string
	method   string
	suffix   string // of the path, behind the contact
	body     []byte
	instance acd.InstanceID
	contacts []acd.ContactID
}

func (k *asks) path(id acd.ContactID) string {
	return "/contacts/" + string(k.instance) + "/" + string(id) + k.suffix
}

// signed returns the request of every contact as it goes over the wire to an address.
func (k *asks) signed(address string) ([][]byte, error) {
	requests := make([][]byte, len(k.contacts))
	for i, id := range k.contacts {
		request, err := signed(address, k.method, k.path(id), k.body)
		if err != nil {
			return nil, err
		}
		requests[i] = request
	}
	return requests, nil
}

// kinds lists what is measured: the two operations that Patchcord exists for.
func kinds(s *stage) []asks {
	const routing = "/routing-data"
	return []asks{
		{"UpdateContactRoutingData, priority", "POST", routing, []byte(`{"QueuePriority":3}`), s.instance, s.waiting},
		{"UpdateContactRoutingData, three steps", "POST", routing, threeSteps(), s.instance, s.waiting},
		{"DescribeContact", "GET", "", nil, s.instance, s.waiting},
	}
}

// threeSteps is a body with criteria that relax twice.
func threeSteps() []byte {
	condition := func(value string, level int) string {
		return fmt.Sprintf(`{"AttributeCondition":{"Name":%q,"Value":%q,"ProficiencyLevel":%d,`+
			`"ComparisonOperator":"NumberGreaterOrEqualTo"}}`, attribute, value, level)
	}
	step := func(expression, expiry string) string { return `{"Expression":` + expression + expiry + `}` }
	const expiry = `,"Expiry":{"DurationInSeconds":600}`
	return fmt.Appendf(nil, `{"RoutingCriteria":{"Steps":[%s,%s,%s]}}`,
		step(`{"AndExpression":[`+condition("French", 4)+`,`+condition("English", 3)+`]}`, expiry),
		step(condition("French", 3), expiry),
		step(condition("French", 1), ""))
}

// fresh finds the ids that the new instance brought along.
func (s *stage) fresh() (f fresh) {
	s.engine.View(func(a *account.Account) {
		i, _ := a.Instance(s.instance)
		f.hours = i.Directory().HoursOfOperations()[0].ID
		f.security = i.Directory().SecurityProfiles()[0].ID
		for _, status := range i.Directory().AgentStatuses() {
			if status.Type == acd.Routable {
				f.available = status.ID
			}
		}
	})
	return f
}
