package workspace

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"patchcord/acd"
)

// Wherever a path asks for an id, an ARN of the same thing will do (A0003); one that leads elsewhere names nothing.
func TestARNsInPaths(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	account := w.streams.account
	instance, bob := w.demo.Instance, string(w.demo.Users["bob"])
	whole := account.InstanceARN(instance)
	user := func(instance acd.InstanceID) string { return account.ARN(instance, acd.KindUser, bob) }
	contact := account.ARN(instance, acd.KindContact, "x")
	who := "agent " + string(instance) + " " + bob
	for _, tt := range []struct {
		instance, user, contact string
		agent, admin            int
		want                    string
	}{
		{whole, user(instance), contact, http.StatusNotFound, http.StatusNotFound, "contact x does not exist"},
		{string(instance), user(instance), "x", http.StatusNotFound, http.StatusNotFound, "contact x does not exist"},
		{whole, bob, "arn:x", http.StatusNotFound, http.StatusNotFound, "contact arn:x does not exist"},
		{whole, user("elsewhere"), "x", http.StatusForbidden, http.StatusNotFound, "agent/" + bob + " does not exist"},
		{whole, contact, "x", http.StatusForbidden, http.StatusNotFound, "contact/x does not exist"},
		{user(instance), bob, "x", http.StatusForbidden, http.StatusNotFound, "instance " + user(instance)},
		{account.InstanceARN("x"), bob, "x", http.StatusForbidden, http.StatusNotFound, "instance x does not exist"},
	} {
		path := "/patchcord/v1/instances/" + url.PathEscape(tt.instance) + "/users/" + url.PathEscape(tt.user) +
			"/contacts/" + url.PathEscape(tt.contact) + "/accept"
		if status, text := w.ask(who, "POST", path, ""); status != tt.agent {
			t.Errorf("%s by the agent: %d %s", path, status, text)
		}
		if status, text := w.ask("", "POST", path, ""); status != tt.admin || !strings.Contains(text, tt.want) {
			t.Errorf("%s: %d %s, want %s", path, status, text, tt.want)
		}
	}
	s := w.read("/patchcord/v1/instances/"+url.PathEscape(whole)+"/users/"+url.PathEscape(user(instance))+"/events", "")
	s.close()
}

// A refusal of a body says what to mend, in the words of this house.
func TestBodiesRefused(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	for body, want := range map[string]string{
		`{"AdvanceSeconds":1,"Now":2}`: `The body has the member \"Now\", for which nobody asks here`,
		`[]`:                           `The body must be a JSON object.`,
		`7`:                            `The body must be a JSON object.`,
		`{"AdvanceSeconds":1}x`:        `The body is no JSON: invalid character 'x'`,
		`{"AdvanceSeconds":1,"AdvanceSeconds":2}`: `The body is no JSON: duplicate`,
		"": `AdvanceSeconds must be given`,
	} {
		status, text := w.ask("", "POST", "/patchcord/v1/clock", body)
		if status != http.StatusBadRequest || !strings.Contains(text, want) || strings.Contains(text, "Go ") {
			t.Errorf("%s: %d %s, want %s", body, status, text, want)
		}
	}
}
