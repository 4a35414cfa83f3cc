package connect

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"patchcord/acd"
)

func listing(n int) []string {
	var items []string
	for i := range n {
		items = append(items, fmt.Sprintf("queue %04d", i))
	}
	return items
}

func itself(s string) string { return s }

// TestPagesHoldEverythingOnce walks lists of many lengths with pages of many sizes.
func TestPagesHoldEverythingOnce(t *testing.T) {
	call := &Call{Operation: "ListQueues"}
	for _, n := range []int{0, 1, 9, 10, 11, 20, 205} {
		for _, size := range []int32{1, 10, 100, 1000} {
			var walked []string
			ask := pageAsk{Instance: instanceID, Max: &size}
			for {
				found, next, err := page(call, ask, listing(n), itself)
				if err != nil || len(found) > int(size) {
					t.Fatalf("a page of %d has %d items, %v", size, len(found), err)
				}
				walked = append(walked, found...)
				if next == nil {
					break
				}
				ask.Token = next
			}
			if !slices.Equal(walked, listing(n)) {
				t.Fatalf("%d items by %d: %v", n, size, walked)
			}
		}
	}
}

// TestPageSizes tells how long a page is where nobody says.
func TestPageSizes(t *testing.T) {
	for operation, size := range map[string]int{"ListQueues": 100, "ListInstances": 10} {
		found, next, err := page(&Call{Operation: operation}, pageAsk{}, listing(300), itself)
		if len(found) != size || next == nil || err != nil {
			t.Errorf("%s answers %d items, %v, %v", operation, len(found), next, err)
		}
	}
}

// TestPageAfterChanges deletes the last item of a page and others before the next is asked for.
func TestPageAfterChanges(t *testing.T) {
	call, size := &Call{Operation: "ListQueues"}, int32(10)
	_, next, err := page(call, pageAsk{Max: &size}, listing(30), itself)
	if err != nil {
		t.Fatal(err)
	}
	left := slices.Delete(listing(30), 5, 10)
	found, _, err := page(call, pageAsk{Max: &size, Token: next}, left, itself)
	if err != nil || found[0] != "queue 0010" {
		t.Errorf("the next page is %v, %v", found, err)
	}
}

// TestForeignTokens refuses tokens of another operation, instance or filter, and altered ones.
func TestForeignTokens(t *testing.T) {
	size := int32(10)
	ask := pageAsk{Instance: instanceID, Max: &size, Filters: []string{"STANDARD"}}
	_, next, err := page(&Call{Operation: "ListQueues"}, ask, listing(30), itself)
	if err != nil {
		t.Fatal(err)
	}
	refused := func(why, operation, token string, ask pageAsk) {
		ask.Token = &token
		_, _, err := page(&Call{Operation: operation}, ask, listing(30), itself)
		var e *acd.Error
		if !errors.As(err, &e) || e.Code != acd.Invalid {
			t.Errorf("a token %s is met with %v", why, err)
		}
	}
	refused("of another operation", "ListUsers", *next, ask)
	refused("of another instance", "ListQueues", *next, pageAsk{Instance: "other", Filters: ask.Filters})
	refused("of another filter", "ListQueues", *next, pageAsk{Instance: instanceID, Filters: []string{"AGENT"}})
	refused("that is no base64", "ListQueues", "not a token!", ask)
	refused("that is short", "ListQueues", "AQ", ask)
	for i := range *next {
		altered := []byte(*next)
		altered[i] ^= 1
		refused("altered at a place", "ListQueues", string(altered), ask)
	}
}
