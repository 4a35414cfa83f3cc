package flow

import "patchcord/acd"

// Scene is what the references of a block are resolved against. Nothing in it is changed.
type Scene struct {
	Contact *acd.Contact
	Data    map[string]string // what the run has gathered, by path: External.tier for $.External.tier
	Known   Known             // nil: nothing
}

// Known tells what the instance knows beside the contact, by the path of a reference, like Queue.Name.
type Known interface {
	Know(path string) (text string, ok bool)
}
