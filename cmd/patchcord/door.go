package main

import (
	"net/http"

	"patchcord/connect"
	"patchcord/keys"
)

// ring shows the keys of a directory to the front door.
type ring struct{ *keys.Ring }

// Find is part of connect.Keys.
func (r ring) Find(id string) (connect.Key, bool) {
	k, ok := r.Ring.Find(id)
	return connect.Key{ID: k.ID, Secret: k.Secret, Role: connect.Role(k.Role), InstanceID: k.InstanceID,
		UserID: k.UserID}, ok
}

// door lends the side door what the front door has.
type door struct{ auth *connect.Authenticator }

// Authenticate is part of workspace.Door. The secret stays at the front door.
func (d door) Authenticate(r *http.Request, body []byte) (keys.Key, error) {
	k, err := d.auth.Authenticate(r, body)
	return keys.Key{ID: k.ID, Role: keys.Role(k.Role), InstanceID: k.InstanceID, UserID: k.UserID}, err
}

// ReadBody is part of workspace.Door.
func (door) ReadBody(w http.ResponseWriter, r *http.Request) ([]byte, error) {
	return connect.ReadBody(w, r)
}

// WriteError is part of workspace.Door.
func (door) WriteError(w http.ResponseWriter, id string, err error) bool {
	return connect.WriteError(w, id, err)
}
