package workspace

import (
	"net/http"

	"patchcord/acd"
)

// named is what the path of a request names. Where there is no such part, its id is empty.
type named struct {
	instance acd.InstanceID
	user     acd.UserID
	contact  acd.ContactID
}

// namedBy reads the ids of a path, each given as an id or as an ARN with its slashes escaped (A0003). An ARN that leads
// elsewhere is left as it is: it names nothing here.
func namedBy(r *http.Request, account acd.Account) named {
	n := named{instance: acd.InstanceID(r.PathValue("instance"))}
	if ref, ok := account.ParseARN(string(n.instance)); ok && ref.Kind == "" {
		n.instance = ref.Instance
	}
	idIn := func(part string, kind acd.ResourceKind) string {
		text := r.PathValue(part)
		if ref, ok := account.ParseARN(text); ok && ref.Kind == kind && ref.Instance == n.instance {
			return ref.ID
		}
		return text
	}
	n.user = acd.UserID(idIn("user", acd.KindUser))
	n.contact = acd.ContactID(idIn("contact", acd.KindContact))
	return n
}
