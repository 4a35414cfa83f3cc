package account_test

import (
	"slices"
	"strings"
	"testing"

	"patchcord/acd"
	"patchcord/directory"
)

// claim claims a number under a description.
func claim(number string) acd.ClaimPhoneNumber {
	return acd.ClaimPhoneNumber{Number: acd.PhoneNumber{Number: number, Description: "of a test"}}
}

// TestPhoneNumbers lets numbers be claimed, moved and released.
func TestPhoneNumbers(t *testing.T) {
	h := newHall(t, acd.Quotas{})
	north := acd.InstanceID(h.do("", create("north", 1)))
	south := acd.InstanceID(h.do("", create("south", 2)))
	ask := claim("+12065550100")
	ask.Tags = map[string]string{"Team": "Blue"}
	ask.Token = acd.ClientToken{Token: "c", Digest: "one"}
	id := acd.PhoneNumberID(h.do(north, ask))
	if again := h.do(north, ask); again != string(id) {
		t.Errorf("the same token claimed %s; want %s again", again, id)
	}
	other := ask
	other.Token.Digest = "two"
	h.refused(acd.Reused, north, other)
	h.refused(acd.NotFound, south, claim("+12065550100"))
	h.refused(acd.Invalid, south, claim("+012345"))
	h.refused(acd.Invalid, south, claim("+9995550100"))
	h.refused(acd.NotFound, "nowhere", claim("+12065550101"))

	i, _ := h.Instance(north)
	inbound, _ := i.Directory().FlowByName(directory.SampleInbound)
	flow := inbound.ID
	h.do(north, acd.AssociatePhoneNumberContactFlow{ID: id, FlowID: flow})
	h.refused(acd.NotFound, south, acd.AssociatePhoneNumberContactFlow{ID: id, FlowID: flow})
	h.do("", acd.TagResource{Kind: acd.KindPhoneNumber, ID: string(id), Tags: map[string]string{"Floor": "2"}})
	h.refused(acd.NotFound, north, acd.TagResource{Kind: acd.KindPhoneNumber, ID: string(id)})

	h.refused(acd.NotFound, "", acd.UpdatePhoneNumber{ID: id, Target: "nowhere"})
	h.refused(acd.NotFound, "", acd.UpdatePhoneNumber{ID: "none", Target: south})
	h.do("", acd.UpdatePhoneNumber{ID: id, Target: south})
	number, holder, ok := h.PhoneNumber(id)
	if !ok || holder.ID() != south || number.FlowID != "" || number.Number != "+12065550100" {
		t.Errorf("the number is %+v in %v; want it in south, without a flow", number, holder)
	}
	if tags := holder.Directory().Tags(acd.KindPhoneNumber, string(id)); len(tags) != 2 {
		t.Errorf("its tags are %v; want both", tags)
	}
	h.sameAfterReplay()

	remove := acd.ReleasePhoneNumber{ID: id, Token: acd.ClientToken{Token: "r", Digest: "one"}}
	h.do("", remove)
	h.do("", remove)
	h.refused(acd.NotFound, "", acd.ReleasePhoneNumber{ID: id})
	h.do(north, claim("+12065550100")) // without quotas it is free at once
	h.sameAfterReplay()
}

// TestNumbersInUse keeps a number where a queue calls with it.
func TestNumbersInUse(t *testing.T) {
	h := newHall(t, acd.Quotas{})
	north := acd.InstanceID(h.do("", create("north", 1)))
	south := acd.InstanceID(h.do("", create("south", 2)))
	id := h.do(north, claim("+442055501007"))
	i, _ := h.Instance(north)
	queue := acd.Queue{Name: "out", HoursID: i.Directory().HoursOfOperations()[0].ID, OutboundCallerIDNumber: id}
	h.do(north, acd.CreateQueue{Queue: queue})
	h.refused(acd.InUse, "", acd.ReleasePhoneNumber{ID: acd.PhoneNumberID(id)})
	h.refused(acd.InUse, "", acd.UpdatePhoneNumber{ID: acd.PhoneNumberID(id), Target: south})
	h.do("", acd.UpdatePhoneNumber{ID: acd.PhoneNumberID(id), Target: north})
	queue.Name, queue.OutboundCallerIDNumber = "other", "none"
	h.refused(acd.NotFound, north, acd.CreateQueue{Queue: queue})
}

// TestNumberQuotas counts numbers, and how often they are claimed and released in 180 days.
func TestNumberQuotas(t *testing.T) {
	h := newHall(t, acd.Quotas{PhoneNumbersPerInstance: 2})
	north := acd.InstanceID(h.do("", create("north", 1)))
	south := acd.InstanceID(h.do("", create("south", 2)))
	one := h.do(north, claim("+12065550100"))
	h.do(north, claim("+12065550101"))
	h.refused(acd.Limit, north, claim("+12065550102"))
	elsewhere := h.do(south, claim("+12065550103"))
	h.refused(acd.Limit, "", acd.UpdatePhoneNumber{ID: acd.PhoneNumberID(elsewhere), Target: north})
	h.do("", acd.ReleasePhoneNumber{ID: acd.PhoneNumberID(one)})
	h.refused(acd.NotFound, south, claim("+12065550100")) // it rests
	again := h.do(north, claim("+12065550102"))           // three claims and a release: twice the quota
	h.do("", acd.ReleasePhoneNumber{ID: acd.PhoneNumberID(again)})
	h.refused(acd.Limit, north, claim("+12065550105"))
	h.do(south, acd.DeleteInstance{})
	if free := h.AvailableNumbers("US", acd.DirectDialling, "+120655501"); slices.Contains(free, "+12065550103") {
		t.Error("the number of an instance that is gone can be claimed at once")
	}
	h.sameAfterReplay()
	h.wait(180 * acd.Day)
	h.do(north, claim("+12065550100"))
	h.sameAfterReplay()
}

// TestInventory looks for numbers of every country and type.
func TestInventory(t *testing.T) {
	h := newHall(t, acd.Quotas{})
	north := acd.InstanceID(h.do("", create("north", 1)))
	countries := []string{"US", "CA", "GB", "DE", "JP", "AU", "FR", "BS", "KZ", "RU", "SM", "SH", "CC", "ZW", "VA"}
	for _, country := range countries {
		for _, kind := range []acd.PhoneNumberType{acd.DirectDialling, acd.TollFree} {
			all := h.AvailableNumbers(country, kind, "")
			if len(all) < 20 || !slices.IsSorted(all) {
				t.Errorf("%s has %d numbers of type %s: %v", country, len(all), kind, all)
				continue
			}
			id := acd.PhoneNumberID(h.do(north, claim(all[0])))
			number, _, _ := h.PhoneNumber(id)
			if number.Country != country || number.Type != kind {
				t.Errorf("%s is claimed as %+v; want %s %s", all[0], number, country, kind)
			}
			if now := h.AvailableNumbers(country, kind, all[0][:5]); slices.Contains(now, all[0]) {
				t.Errorf("%s can be claimed twice", all[0])
			}
		}
	}
	for _, c := range []struct {
		country, prefix string
		kind            acd.PhoneNumberType
		some            bool
	}{
		{"US", "+1206", acd.DirectDialling, true}, {"US", "1206", acd.DirectDialling, true},
		{"US", "+18005", acd.TollFree, true}, {"US", "+1206", acd.TollFree, false},
		{"US", "+44", acd.DirectDialling, false}, {"GB", "+442079", acd.DirectDialling, true},
		{"GB", "+", acd.DirectDialling, true}, {"US", "", "UIFN", false}, {"XX", "", acd.DirectDialling, false},
	} {
		all := h.AvailableNumbers(c.country, c.kind, c.prefix)
		begins := func(number string) bool {
			return strings.HasPrefix(number, "+"+strings.TrimPrefix(c.prefix, "+"))
		}
		if len(all) > 0 != c.some || slices.ContainsFunc(all, func(number string) bool { return !begins(number) }) {
			t.Errorf("%s %s %q: %v", c.country, c.kind, c.prefix, all)
		}
	}
}
