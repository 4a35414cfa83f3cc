package connect

import (
	"net/http"
	"strings"
	"testing"

	"patchcord/acd"
)

// TestLongEmails sends an email as long as Amazon allows, five megabytes of characters; other bodies stay short.
func TestLongEmails(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	server := s.open()
	r := s.rightRequests()["StartEmailContact"].anew(1)
	message := r.body["EmailMessage"].(map[string]any)
	raw := message["RawMessage"].(map[string]any)
	for body, status := range map[string]int{ // order does not show: each stands alone
		strings.Repeat("é", 5<<20):   http.StatusOK,
		strings.Repeat("x", 5<<20+1): http.StatusBadRequest,
		strings.Repeat("x", 22<<20):  http.StatusRequestEntityTooLarge,
	} {
		raw["Body"] = body
		if w := r.anew(len(body)).to(server); w.Code != status {
			t.Errorf("a body of %d bytes is answered with %d %s", len(body), w.Code, messageOf(w))
		}
	}
	if w := send(server, "POST", "/search-contacts", strings.Repeat(" ", bodyMax+1)); w.Code !=
		http.StatusRequestEntityTooLarge {
		t.Errorf("a long body of another operation is answered with %d", w.Code)
	}
}
