package flow

import (
	"slices"

	"patchcord/acd"
)

// This file reads the blocks that move a contact or bring another one about, as it goes.

// The types of these actions.
const requeueName = "DequeueContactAndTransferToQueue"

// moveKinds move a contact that waits.
func moveKinds() []kind {
	return []kind{
		{name: requeueName, ends: onSuccess, failures: []Failure{QueueAtCapacity, NoMatchingError},
			read: (*parser).requeue},
	}
}

// Requeue moves a contact from the queue where it waits to another one, as the next segment of its chain
// (AG:transfer-to-queue). A full queue is QueueAtCapacity; one that does not exist or is disabled, a contact that does
// not wait or rings, and a chain that has come to its end are NoMatchingError.
type Requeue struct{ Queue acd.QueueRef }

func (Requeue) effect() {}

// requeue reads the parameters of DequeueContactAndTransferToQueue
// (DG:contact-actions-dequeuecontactandtransfertoqueue).
func (p *parser) requeue(parameters value) request {
	if named, ok := p.setQueue(parameters).(queueNamed); ok {
		return requeueing{named}
	}
	return nil
}

type requeueing struct{ to queueNamed }

func (r requeueing) resolve(s *Scene) (Effect, error) {
	effect, err := r.to.resolve(s)
	if err != nil {
		return nil, err
	}
	return Requeue{effect.(SetQueue).Queue}, nil
}

// LeadsOn says whether success leads from a block to another one.
func (f *Flow) LeadsOn(id string) bool { return f.block(id).next != "" }

// exportMove writes one of these blocks.
func exportMove(effect Effect) (exportedAction, bool) {
	switch e := effect.(type) {
	case Requeue:
		drawn := export(SetQueue(e))
		drawn.Type = requeueName
		return drawn, true
	}
	return exportCallback(effect)
}

// WaitsFor says whether a block waits for an event beside the end of its time.
func (f *Flow) WaitsFor(id, event string) bool {
	if !f.Has(id) {
		return false
	}
	w, ok := f.block(id).request.(waiting)
	return ok && slices.Contains(w.events, event)
}
