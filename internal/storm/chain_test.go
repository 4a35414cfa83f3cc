package storm

import (
	"slices"
	"strings"
	"testing"
	"time"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
)

// chainCase is a chain of two segments and what is shown of it, with a word of the fault that must be found; empty:
// none may be.
type chainCase struct {
	name   string
	change func(c *chain, tree *[]string, first, last *segmentSight)
	fault  string
}

// TestChains lets pass what an honest server may show of moved tasks, and finds fault with what has been tampered with.
func TestChains(t *testing.T) {
	for _, one := range []chainCase{
		{"as it was left", func(*chain, *[]string, *segmentSight, *segmentSight) {}, ""},
		{"a move in flight was made", func(c *chain, tree *[]string, _, last *segmentSight) {
			c.leap = &leap{input: &sdk.TransferContactInput{}}
			*tree, last.ended = append(*tree, "c3"), true
		}, ""},
		{"a move in flight was not made", func(c *chain, _ *[]string, _, _ *segmentSight) { c.leap = &leap{} }, ""},
		{"a quick connect in flight was taken", func(c *chain, tree *[]string, _, last *segmentSight) {
			c.leap = &leap{}
			*tree, last.ended, last.nexts = append(*tree, "c3"), true, []string{"c3"}
		}, ""},
		{"a pause in flight was made", func(c *chain, _ *[]string, _, last *segmentSight) {
			c.last().rest.ask(rest{1, true})
			last.rest = rest{1, true}
		}, ""},
		{"a segment is lost", func(_ *chain, tree *[]string, _, _ *segmentSight) { *tree = []string{"c1"} },
			"has the segments"},
		{"a segment from nowhere", func(_ *chain, tree *[]string, _, _ *segmentSight) { *tree = append(*tree, "c3") },
			"has the segments"},
		{"moved twice", func(c *chain, tree *[]string, _, _ *segmentSight) {
			c.leap = &leap{}
			*tree = append(*tree, "c3", "c4")
		}, "has the segments"},
		{"the segment before lives", func(_ *chain, _ *[]string, first, _ *segmentSight) { first.ended = false },
			"has not ended"},
		{"it follows another", func(_ *chain, _ *[]string, _, last *segmentSight) { last.previous = "c9" }, "follows"},
		{"it is of another chain", func(_ *chain, _ *[]string, _, last *segmentSight) { last.initial = "c9" }, "follows"},
		{"the next one is lost", func(_ *chain, _ *[]string, first, _ *segmentSight) { first.nexts = nil }, "by quick"},
		{"the next one is told twice", func(_ *chain, _ *[]string, first, _ *segmentSight) {
			first.nexts = []string{"c2", "c2"}
		}, "by quick"},
		{"a pause is lost", func(c *chain, _ *[]string, _, _ *segmentSight) { c.last().rest.settle(rest{1, true}) },
			"has rested"},
		{"a pause is counted twice", func(c *chain, _ *[]string, _, last *segmentSight) {
			c.last().rest.settle(rest{1, true})
			last.rest = rest{2, true}
		}, "has rested"},
		{"an acceptance is lost", func(c *chain, _ *[]string, _, _ *segmentSight) { c.last().agent.settle(true) }, "has had"},
		{"an agent from nowhere", func(c *chain, _ *[]string, _, last *segmentSight) { last.agent = "moe" }, "has had"},
		{"another agent", func(c *chain, _ *[]string, _, last *segmentSight) {
			c.last().agent.settle(true)
			last.agent = "bob"
		}, "has had"},
		{"the end of the work is lost", func(_ *chain, _ *[]string, first, _ *segmentSight) { first.worked = false },
			"after-contact work"},
		{"an end is lost", func(c *chain, _ *[]string, _, _ *segmentSight) { c.last().end = deed{true, true} }, "has ended"},
		{"ended by nobody", func(_ *chain, _ *[]string, _, last *segmentSight) { last.ended = true }, "has ended"},
		{"its flow sleeps on", func(_ *chain, _ *[]string, _, last *segmentSight) { last.queued = false }, "in no queue"},
	} {
		c := &chain{segments: []*segment{{id: "c1", agent: register[bool]{known: true}, work: deed{true, true}}}}
		c.moved("c2", true)
		tree := []string{"c1", "c2"}
		first := &segmentSight{id: "c1", nexts: []string{"c2"}, agent: "moe", queued: true, ended: true, worked: true,
			initiated: dayOne()}
		last := &segmentSight{id: "c2", previous: "c1", initial: "c1", queued: true, initiated: dayOne()}
		one.change(c, &tree, first, last)
		found := c.judgeTree(tree)
		for n, s := range []*segmentSight{first, last} {
			found = append(found, c.judgeSegment(n, "moe", s, dayOne().Add(time.Minute))...)
		}
		all := strings.Join(found, "\n")
		if one.fault == "" && all != "" || !strings.Contains(all, one.fault) {
			t.Errorf("%s: found %q, not %q", one.name, all, one.fault)
		}
	}
}

// TestDroppedMoves strikes what is in flight from what may be found.
func TestDroppedMoves(t *testing.T) {
	c := &chain{segments: []*segment{{id: "c1"}}, leap: &leap{}}
	c.last().end.ask()
	c.last().rest.ask(rest{1, true})
	c.drop()
	if c.leap != nil || c.last().end.asked || !slices.Equal(c.last().rest.maybe, nil) {
		t.Errorf("in flight is still %+v, %+v", c.leap, c.last())
	}
}
