package acd

import "fmt"

// Code says which kind of refusal an Error is. The codes cross the journal's border never and the wire's border
// always: connect/error.go turns each into the exception that the operation declares.
type Code string

// The codes, each with what the caller did.
const (
	NotFound  Code = "not found" // named something that does not exist
	Invalid   Code = "invalid"   // gave a value that can never be right
	Improper  Code = "improper"  // gave right values in a wrong combination, or at a time when they cannot apply
	Conflict  Code = "conflict"  // asked a contact or a resource for what its present state forbids
	Duplicate Code = "duplicate" // named something that exists already
	InUse     Code = "in use"    // wanted to remove what others still need
	Limit     Code = "limit"     // would exceed a quota
	Throttled Code = "throttled" // asked too often
	Denied    Code = "denied"    // may not ask this
	Barred    Code = "barred"    // wanted to dial a number that may not be dialled
	Forbidden Code = "forbidden" // wanted to place a call that may not be placed from here
	Gone      Code = "gone"      // named a contact that has ended, where Amazon says so with a code of its own
	Living    Code = "living"    // asked of a contact what can only be asked once it has ended
	Reused    Code = "reused"    // sent another request under a ClientToken already used
	Draft     Code = "draft"     // wanted to see a flow as it is published, and it is not
	BadFlow   Code = "bad flow"  // sent flow content that cannot run; Problems says why

	BadProperty Code = "bad property" // sent a form that cannot be; Properties says where and why
)

// Error is a refusal: somebody asked for what cannot be, and nothing has changed. Message is a sentence for the caller
// that says what was wrong and what would be right.
type Error struct {
	Code     Code
	Message  string
	Problems []string // of a BadFlow: one sentence a problem, naming the block
	Resource Resource // of an InUse: what is still in use

	Properties []PropertyProblem // of a BadProperty
}

// PropertyReason says why a property cannot be.
type PropertyReason string

// The reasons (PropertyValidationExceptionProperty in the API reference).
const (
	BadFormat        PropertyReason = "INVALID_FORMAT"
	NotUnique        PropertyReason = "UNIQUE_CONSTRAINT_VIOLATED"
	ReferenceUnknown PropertyReason = "REFERENCED_RESOURCE_NOT_FOUND"
	NameTaken        PropertyReason = "RESOURCE_NAME_ALREADY_EXISTS"
	PropertyMissing  PropertyReason = "REQUIRED_PROPERTY_MISSING"
	NotSupported     PropertyReason = "NOT_SUPPORTED"
)

// PropertyProblem says what is wrong with one member of a request.
type PropertyProblem struct {
	Path    string // "Fields[2].Type"
	Reason  PropertyReason
	Message string
}

// Resource names a thing of an instance by its kind, as Amazon spells it, and its id.
type Resource struct {
	Type string
	ID   string
}

// Error returns the code and the sentence.
func (e *Error) Error() string { return string(e.Code) + ": " + e.Message }

// Errorf makes an Error of a code and a formatted sentence.
func Errorf(code Code, format string, args ...any) *Error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...)}
}
