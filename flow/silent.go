package flow

// IsSilent says whether nothing comes of a run of the flow but what somebody hears or reads elsewhere: it sets, asks
// and moves nothing, waits at most for the end of what it runs for, and comes to an end.
func (f *Flow) IsSilent() bool { return f.silent }

// findSilent works out IsSilent.
func (f *Flow) findSilent() bool { return f.silentFrom(f.index[f.start], make([]visit, len(f.blocks))) }

// visit says how far a walk through a flow has come with a block.
type visit int

const (
	ahead  visit = iota
	within       // what it leads to is looked at; to come back to it is to go round
	done
)

// silentFrom says so of a block and of all that it leads to.
func (f *Flow) silentFrom(at int, seen []visit) bool {
	b := &f.blocks[at]
	if seen[at] == done {
		return true
	}
	if seen[at] == within || !b.isSilent() {
		return false
	}
	seen[at] = within
	for _, next := range b.leads() {
		if !f.silentFrom(f.index[next], seen) {
			return false
		}
	}
	seen[at] = done
	return true
}

// leads returns the blocks that may follow.
func (b *block) leads() []string {
	var all []string
	if b.next != "" {
		all = append(all, b.next)
	}
	for _, c := range b.conditions {
		all = append(all, c.next)
	}
	for _, branch := range b.branches {
		all = append(all, branch.next)
	}
	return all
}

// isSilent says so of one block.
func (b *block) isSilent() bool {
	switch r := b.request.(type) {
	case speech, passingFor:
		return true
	case repeating:
		return r.interrupt == 0
	case fixed:
		switch r.effect.(type) {
		case Pass, End:
			return true
		}
	}
	return false
}
