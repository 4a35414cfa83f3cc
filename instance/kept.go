package instance

import (
	"maps"
	"slices"

	"patchcord/acd"
	"patchcord/flow"
)

// This file keeps what flows and modules held when contacts came into them: who is in one when it is published anew
// leaves it as he came (A0278).

// KeptContent is a content that is published no more and that runs are in.
type KeptContent struct {
	Until   int64 // the number of the event that replaced it
	Content string
}

// keep notes that an event replaces a content, for the runs that are in it, and forgets what nobody is in any more. It
// is called before the rooms replay the event.
func (i *Instance) keep(e acd.Event) {
	content, changed := "", false
	in := func(acd.FlowID, acd.FlowModuleID) bool { return false }
	switch b := e.Body.(type) {
	case acd.ContactFlowChanged:
		old, _ := i.directory.Flow(b.Flow.ID)
		content, changed = old.Content, old.Content != b.Flow.Content && old.Content != ""
		in = func(id acd.FlowID, module acd.FlowModuleID) bool { return module == "" && id == b.Flow.ID }
	case acd.ContactFlowModuleChanged:
		old, _ := i.directory.FlowModule(b.Module.ID)
		content, changed = old.Content, old.Content != b.Module.Content && old.Content != ""
		in = func(_ acd.FlowID, module acd.FlowModuleID) bool { return module == b.Module.ID }
	}
	if !changed {
		return
	}
	used := i.router.KeepRuns(e.Number, in)
	if i.kept == nil {
		i.kept = map[int64]string{}
	}
	i.kept[e.Number] = content
	maps.DeleteFunc(i.kept, func(number int64, _ string) bool { return !used[number] })
}

// within returns what a run is in: what is published, or what was when it came in.
func (i *Instance) within(run acd.FlowRun, published string) *flow.Flow {
	if content, ok := i.kept[run.Kept]; ok {
		return i.parsedContent(content)
	}
	return i.parsedContent(published)
}

// keptContents returns them, the oldest first.
func (i *Instance) keptContents() []KeptContent {
	var list []KeptContent
	for _, number := range slices.Sorted(maps.Keys(i.kept)) {
		list = append(list, KeptContent{number, i.kept[number]})
	}
	return list
}
