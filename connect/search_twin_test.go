package connect

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// someCriteria draws a tree of conditions on names and descriptions, which are made of few letters.
func someCriteria(dice *rand.Rand, depth int) types.QueueSearchCriteria {
	var k types.QueueSearchCriteria
	for depth > 0 && dice.IntN(3) == 0 {
		k.AndConditions = append(k.AndConditions, someCriteria(dice, depth-1))
	}
	for depth > 0 && dice.IntN(3) == 0 {
		k.OrConditions = append(k.OrConditions, someCriteria(dice, depth-1))
	}
	if dice.IntN(2) == 0 || len(k.AndConditions)+len(k.OrConditions) == 0 {
		fields, how := []string{"name", "Description"}, types.StringComparisonTypeExact.Values()
		k.StringCondition = &types.StringCondition{FieldName: &fields[dice.IntN(2)], Value: new(someWord(dice, 2)),
			ComparisonType: how[dice.IntN(len(how))]}
	}
	return k
}

func someWord(dice *rand.Rand, letters int) string {
	text := make([]byte, letters)
	for i := range text {
		text[i] = "aAbB"[dice.IntN(4)]
	}
	return string(text)
}

// satisfies says the same as a search in the plainest words: letters have no case, and all that a level has must hold.
func satisfies(q acd.Queue, k types.QueueSearchCriteria) bool {
	if c := k.StringCondition; c != nil {
		text := strings.ToLower(q.Name)
		if *c.FieldName != "name" {
			text = strings.ToLower(q.Description)
		}
		at := strings.Index(text, strings.ToLower(*c.Value))
		if at < 0 || c.ComparisonType == "STARTS_WITH" && at > 0 ||
			c.ComparisonType == "EXACT" && len(text) != len(*c.Value) {
			return false
		}
	}
	for _, inner := range k.AndConditions {
		if !satisfies(q, inner) {
			return false
		}
	}
	return len(k.OrConditions) == 0 ||
		slices.ContainsFunc(k.OrConditions, func(inner types.QueueSearchCriteria) bool { return satisfies(q, inner) })
}

// TestSearchTwin looks for the same things in two ways.
func TestSearchTwin(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 2))
	s := search[acd.Queue, types.QueueSearchCriteria]{
		key:  func(q acd.Queue) string { return string(q.ID) },
		node: queueNode,
		fields: []searchField[acd.Queue]{
			searchText("name", func(q acd.Queue) string { return q.Name }),
			searchText("description", func(q acd.Queue) string { return q.Description }),
		},
	}
	for i := range 200 {
		s.things = append(s.things, acd.Queue{ID: acd.QueueID([]byte{byte('0' + i/100), byte('0' + i/10%10),
			byte('0' + i%10)}), Name: someWord(dice, 1+dice.IntN(3)), Description: someWord(dice, dice.IntN(5))})
	}
	some := 0
	for range 2000 {
		k := someCriteria(dice, 3)
		var want []acd.QueueID
		for _, q := range s.things {
			if satisfies(q, k) {
				want = append(want, q.ID)
			}
		}
		found := got(s.find(&Call{Operation: "SearchQueues"}, pageAsk{Max: new(int32(500))}, &k))
		ids := each(found.page, func(q acd.Queue) acd.QueueID { return q.ID })
		if !slices.Equal(ids, want) || int(*found.total) != len(want) {
			t.Fatalf("%s finds %v\nnot %v", show(&k), ids, want)
		}
		if len(want) > 0 {
			some++
		}
	}
	if some < 500 {
		t.Errorf("only %d searches found anything", some)
	}
}
