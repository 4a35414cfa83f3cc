package account

import (
	"fmt"
	"slices"
	"strings"

	"patchcord/acd"
)

// perArea is how many numbers the inventory has in each area.
const perArea = 100

// AvailableNumbers returns the numbers of a country and a type that can be claimed, in the order of their digits; with
// a prefix, those that begin so, its plus given or not. They are imagined (A0220).
func (a *Account) AvailableNumbers(country string, kind acd.PhoneNumberType, prefix string) []string {
	ways := numberings()
	var all []string
	for n := range ways {
		if ways[n].country == country {
			all = append(all, ways[n].numbers(kind, strings.TrimPrefix(prefix, "+"))...)
		}
	}
	all = slices.DeleteFunc(all, func(number string) bool {
		c, k, _ := kindOf(ways, number)
		return c != country || k != kind || a.checkFree(number) != nil
	})
	slices.Sort(all)
	return slices.Compact(all)
}

// numbers returns the numbers of a type in the inventory. What a prefix says stands in the place of their own first
// digits, so that there are some for every prefix that can be.
func (n *numbering) numbers(kind acd.PhoneNumberType, prefix string) []string {
	areas := n.areas
	switch {
	case kind == acd.TollFree:
		areas = n.tollFree
	case kind != acd.DirectDialling:
		return nil
	}
	shorter := min(len(prefix), len(n.code))
	if prefix[:shorter] != n.code[:shorter] || len(prefix)-shorter > n.digits {
		return nil
	}
	var all []string
	for _, area := range areas {
		middle := "5550100000"[:max(n.digits-len(area)-2, 0)]
		for last := range perArea {
			number := n.code + fmt.Sprintf("%s%s%02d", area, middle, last)
			all = append(all, "+"+prefix+number[len(prefix):])
		}
	}
	return all
}
