package connect

import (
	"strings"

	"patchcord/acd"
)

// Role says what the holder of a key may do.
type Role string

// The roles.
const (
	Admin    Role = "admin"     // everything
	ReadOnly Role = "read-only" // operations that change nothing
	Agent    Role = "agent"     // one user's own actions in one instance
)

// Key is what signs requests: the pair that AWS calls access key ID and secret access key.
type Key struct {
	ID         string
	Secret     string
	Role       Role
	InstanceID string // of an Agent: the instance
	UserID     string // of an Agent: the user
}

// Keys knows the keys. A key that was revoked is no longer found.
type Keys interface {
	Find(accessKeyID string) (Key, bool)
}

// Authorizer decides whether the holder of a key may do something. It returns nil or an error, as a rule an *acd.Error
// with the code Denied. Labels are those of the request's path.
type Authorizer interface {
	Allow(k Key, operation string, labels Labels) error
}

// ByRole is the Authorizer that goes by a key's role alone.
type ByRole struct{}

// Allow lets an Admin do everything, ReadOnly what only reads, and an Agent change his own status and dismiss his own
// contacts. Any other role may do nothing.
func (ByRole) Allow(k Key, operation string, labels Labels) error {
	switch {
	case k.Role == Admin:
		return nil
	case k.Role == ReadOnly && isReading(operation):
		return nil
	case k.Role == Agent && isAgentsOwn(operation) && k.InstanceID != "" && k.UserID != "" &&
		acd.IDOf(labels.Get("InstanceId")) == k.InstanceID && acd.IDOf(labels.Get("UserId")) == k.UserID:
		return nil
	default:
		return acd.Errorf(acd.Denied, "The key %s, whose role is %s, may not do %s here.", k.ID, k.Role, operation)
	}
}

// isReading goes by Amazon's verbs for what changes nothing.
func isReading(operation string) bool {
	for _, verb := range []string{"Describe", "List", "Get", "Search"} {
		if strings.HasPrefix(operation, verb) {
			return true
		}
	}
	return false
}

func isAgentsOwn(operation string) bool {
	return operation == "PutUserStatus" || operation == "DismissUserContact"
}
