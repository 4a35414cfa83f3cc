package instance_test

import (
	"fmt"
	"strings"

	"patchcord/acd"
)

// campaign asks for calls of a campaign, mostly right, and demands one answer for each; or somebody who is called
// answers.
func (l *life) campaign() {
	for _, c := range l.inst.Contacts() {
		if c.IsCalled() && l.oneIn(2) {
			l.ask(acd.ConnectCustomer{ContactID: c.ID})
			return
		}
	}
	number := func(address string) *acd.Endpoint {
		return &acd.Endpoint{Type: acd.TelephoneNumber, Address: address}
	}
	var requests []acd.PutContact
	for n := range 1 + l.rng.IntN(3) {
		p := acd.PutContact{RequestID: fmt.Sprint(n), CampaignID: anyOf(l, []string{"spring", "spring", "spring", ""}),
			Customer: anyOf(l, []*acd.Endpoint{number("+12065550100"), number("+12065550100"), number("soon"), nil}),
			System:   anyOf(l, []*acd.Endpoint{number("+12065550199"), nil}), QueueID: anyOf(l, append(l.queues, ""))}
		if l.oneIn(2) {
			p.Strategy = &acd.OutboundStrategy{PreviewFor: acd.Seconds(l.rng.IntN(20)), Actions: anyOf(l, [][]acd.UserAction{
				{acd.ActionCall, acd.ActionDiscard}, {acd.ActionCall}, nil})}
		}
		requests = append(requests, p)
	}
	cmd := acd.PutContacts{Operation: "Put", Requests: requests}
	if l.oneIn(4) {
		cmd.Token = acd.ClientToken{Token: anyOf(l, []string{"a", "b"}), Digest: anyOf(l, []string{"1", "2"})}
	}
	made, ok := l.ask(cmd)
	if ok && cmd.Token.Token == "" && len(strings.Split(made, ",")) != len(requests) {
		l.fault("%d requests are answered by %s", len(requests), made)
	}
}

// judgeCalls demands that whoever is called or previewed is so for no longer than is allowed.
func (r *rules) judgeCalls() {
	for _, c := range r.life.inst.Contacts() {
		now := r.life.inst.Now()
		if c.State == acd.ConnectedTo && c.Strategy != nil && c.Agent.PreviewUntil != 0 && c.Agent.PreviewUntil <= now {
			r.life.fault("%s is previewed since %d, too long", c.ID, c.Agent.ConnectedAt)
		}
		if c.IsCalled() && c.CustomerExpectedBy > now+acd.Time(acd.Hour) {
			r.life.fault("%s is called until %d", c.ID, c.CustomerExpectedBy)
		}
		if c.InitiationMethod == acd.ExternalOutbound && (c.Agent != nil || c.State == acd.Queued || c.PreviousID == "") {
			r.life.fault("%s, which goes on outside, is %s with %+v", c.ID, c.State, c.Agent)
		}
	}
}
