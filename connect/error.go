package connect

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"github.com/go-json-experiment/json/jsontext"

	"patchcord/acd"
	"patchcord/engine"
)

// Exception is a refusal in Amazon's words. Clients match its name; an exception that the operation declares becomes a
// type of its own in their language.
type Exception struct {
	Name     string // "ResourceNotFoundException"
	Status   int    // HTTP status
	Message  string // a sentence for the caller
	Problems []string
	Resource acd.Resource

	Properties []acd.PropertyProblem
	wanted     bool // by a Trouble: no fault of ours
}

// Error returns the name and the sentence.
func (e *Exception) Error() string { return e.Name + ": " + e.Message }

// The names that this file compares or falls back on.
const (
	invalidRequest   = "InvalidRequestException"
	invalidParameter = "InvalidParameterException"
	accessDenied     = "AccessDeniedException"
	throttling       = "ThrottlingException"
	internalService  = "InternalServiceException"
	serialization    = "SerializationException"
	unknownOperation = "UnknownOperationException"
	notImplementedOp = "NotImplemented"
	entityTooLarge   = "RequestEntityTooLarge"
	unavailable      = "ServiceUnavailable"

	propertyValidation = "PropertyValidationException"
)

// commonStatus returns the status of an error that AWS may answer to any operation, 0 for other names.
func commonStatus(name string) int {
	switch name {
	case "IncompleteSignature", "RequestExpired", serialization:
		return http.StatusBadRequest
	case "MissingAuthenticationToken", "InvalidSignatureException", "UnrecognizedClientException", accessDenied:
		return http.StatusForbidden
	case unknownOperation:
		return http.StatusNotFound
	case entityTooLarge:
		return http.StatusRequestEntityTooLarge
	case throttling:
		return http.StatusTooManyRequests
	case internalService:
		return http.StatusInternalServerError
	case notImplementedOp:
		return http.StatusNotImplemented
	case unavailable:
		return http.StatusServiceUnavailable
	default:
		return 0
	}
}

// common makes an error that may leave any operation.
func common(name, message string) *Exception {
	return &Exception{Name: name, Status: commonStatus(name), Message: message}
}

func notImplemented(operation string) *Exception {
	return common(notImplementedOp, "Patchcord does not serve the operation "+operation+".")
}

// candidates returns the exceptions that say what a code says, the best first. The operation's first declared one is
// taken; a common error stands for itself where it is not declared.
func candidates(code acd.Code) []string {
	switch code {
	case acd.NotFound:
		return []string{"ResourceNotFoundException", invalidParameter, invalidRequest}
	case acd.Invalid:
		return []string{invalidParameter, invalidRequest}
	case acd.Improper:
		return []string{invalidRequest, invalidParameter}
	case acd.Conflict:
		return []string{"ResourceConflictException", "ConflictException", invalidRequest, invalidParameter}
	case acd.Duplicate:
		return []string{"DuplicateResourceException", invalidRequest, invalidParameter}
	case acd.InUse:
		return []string{"ResourceInUseException", invalidRequest, invalidParameter}
	case acd.Limit:
		return []string{"LimitExceededException", "ServiceQuotaExceededException", invalidRequest, invalidParameter}
	case acd.Throttled:
		return []string{throttling, "TooManyRequestsException"}
	case acd.Denied:
		return []string{accessDenied}
	case acd.Barred:
		return []string{"DestinationNotAllowedException", invalidRequest, invalidParameter}
	case acd.Forbidden:
		return []string{"OutboundContactNotPermittedException", invalidRequest, invalidParameter}
	case acd.Gone:
		return []string{"ContactNotFoundException", "ResourceNotFoundException", invalidParameter, invalidRequest}
	case acd.Living:
		return []string{"ContactNotTerminatedException", invalidRequest, invalidParameter}
	case acd.Reused:
		return []string{"IdempotencyException", "ConflictException", invalidRequest, invalidParameter}
	case acd.Draft:
		return []string{"ContactFlowNotPublishedException", "ResourceNotFoundException", invalidRequest, invalidParameter}
	case acd.BadProperty:
		return []string{propertyValidation, invalidParameter, invalidRequest}
	case acd.BadFlow:
		return []string{"InvalidContactFlowException", "InvalidContactFlowModuleException",
			"InvalidTestCaseException", invalidRequest, invalidParameter}
	default:
		return nil
	}
}

// problemsOf returns the member in which an exception lists its problems, empty if it has none. Amazon spells it in
// two ways.
func problemsOf(name string) string {
	switch name {
	case "InvalidContactFlowException":
		return "problems"
	case "InvalidContactFlowModuleException", "InvalidTestCaseException":
		return "Problems"
	default:
		return ""
	}
}

// declaredStatus returns the HTTP status of each exception that an operation can declare.
var declaredStatus = sync.OnceValue(func() map[string]int {
	all := make(map[string]int)
	for _, cells := range readTable(errorsTable, 3) {
		status, err := strconv.Atoi(cells[1])
		if err != nil {
			panic("connect: the table of exceptions has the status " + cells[1])
		}
		all[cells[0]] = status
	}
	return all
})

// exceptionFor returns what to answer when an operation ended with err. It is false if the error is a fault of ours, of
// which a caller learns nothing.
func exceptionFor(o *Operation, err error) (*Exception, bool) {
	var refused *acd.Error
	var broken *violation
	var unreadable *syntaxError
	var ready *Exception
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &ready):
		return ready, ready.Name != internalService || ready.wanted
	case errors.As(err, &large):
		return common(entityTooLarge, fmt.Sprintf("The body must not be larger than %d MiB.", large.Limit>>20)), true
	case errors.As(err, &unreadable):
		return common(serialization, "The request cannot be read: "+unreadable.Error()+"."), true
	case errors.As(err, &broken):
		return choose(o, acd.Errorf(acd.Invalid, "%s.", broken.Error()))
	case errors.As(err, &refused):
		return choose(o, refused)
	case errors.Is(err, engine.ErrFull), errors.Is(err, engine.ErrClosed), errors.Is(err, engine.ErrStopped):
		return common(unavailable, "The engine does not answer: "+err.Error()+"."), true
	case errors.Is(err, context.Canceled):
		return internal(), true // the client has gone away; nobody reads this
	default:
		return internal(), false
	}
}

// internal is all that a caller learns about a fault of ours.
func internal() *Exception {
	return common(internalService, "The request could not be processed because of an internal fault.")
}

// choose picks the exception for a refusal among those that the operation declares.
func choose(o *Operation, refused *acd.Error) (*Exception, bool) {
	names := candidates(refused.Code)
	for _, name := range names {
		if o.declares(name) {
			return declared(name, refused), true
		}
	}
	if len(names) > 0 && commonStatus(names[0]) != 0 {
		return common(names[0], refused.Message), true
	}
	return internal(), false
}

func declared(name string, refused *acd.Error) *Exception {
	made := &Exception{Name: name, Status: declaredStatus()[name], Message: refused.Message}
	if problemsOf(name) != "" {
		made.Problems = refused.Problems
	} else if len(refused.Problems) > 0 {
		made.Message += " " + strings.Join(refused.Problems, " ")
	}
	if name == propertyValidation {
		made.Properties = refused.Properties
	}
	if name == "ResourceInUseException" {
		made.Resource = refused.Resource
	}
	return made
}

// body returns the exception as JSON. Amazon's clients take the name from the header; __type is for those that read
// only bodies.
//
//	{"__type":"ResourceInUseException","Message":"...","ResourceType":"QUEUE","ResourceId":"..."}
func (e *Exception) body() []byte {
	to := appendMember([]byte{'{'}, "__type", e.Name)
	to = appendMember(append(to, ','), "Message", e.Message)
	if e.Resource.ID != "" {
		to = appendMember(append(to, ','), "ResourceType", e.Resource.Type)
		to = appendMember(append(to, ','), "ResourceId", e.Resource.ID)
	}
	if len(e.Properties) > 0 {
		to = appendProperties(append(to, ','), e.Properties)
	}
	if name := problemsOf(e.Name); name != "" {
		to = append(append(append(to, `,"`...), name...), `":[`...)
		for i, problem := range e.Problems {
			if i > 0 {
				to = append(to, ',')
			}
			to = append(appendMember(append(to, '{'), "message", problem), '}')
		}
		to = append(to, ']')
	}
	return append(to, '}')
}

// appendProperties writes what is wrong with members of a request.
//
//	"PropertyList":[{"PropertyPath":"Fields[2].Type","Reason":"UNIQUE_CONSTRAINT_VIOLATED","Message":"..."}]
func appendProperties(to []byte, problems []acd.PropertyProblem) []byte {
	to = append(to, `"PropertyList":[`...)
	for i, p := range problems {
		if i > 0 {
			to = append(to, ',')
		}
		to = appendMember(append(to, '{'), "PropertyPath", p.Path)
		to = appendMember(append(to, ','), "Reason", string(p.Reason))
		to = append(appendMember(append(to, ','), "Message", p.Message), '}')
	}
	return append(to, ']')
}

// appendMember writes a name and a text; what is not UTF-8 in the text becomes U+FFFD.
func appendMember(to []byte, name, value string) []byte {
	to = append(append(append(to, '"'), name...), `":`...)
	to, _ = jsontext.AppendQuote(to, value)
	return to
}

// write answers a request with the exception.
func (e *Exception) write(w http.ResponseWriter, requestID string) {
	w.Header().Set("X-Amzn-ErrorType", e.Name)
	answer(w, requestID, e.Status, e.body())
}

// The headers of every answer, as net/http spells them: set by these names, nothing has to be spelt anew.
const (
	typeHeader      = "Content-Type"
	lengthHeader    = "Content-Length"
	requestIDHeader = "X-Amzn-Requestid"
)

// typeJSON is a value of a header that all answers share.
var typeJSON = []string{"application/json"}

// answer sends a JSON answer under a request's id.
func answer(w http.ResponseWriter, requestID string, status int, body []byte) {
	h := w.Header()
	values := [...]string{strconv.Itoa(len(body)), requestID} // one allocation for both
	h[typeHeader] = typeJSON
	h[lengthHeader] = values[0:1:1]
	h[requestIDHeader] = values[1:2:2]
	w.WriteHeader(status)
	w.Write(body) // an error means that the client has gone: there is nobody to tell
}

// WriteError answers a request outside Amazon's API with what an error becomes there: an *acd.Error with the exception
// of its code, an *Exception as it is, anything else with InternalServiceException. It returns true for the last, so
// that the caller can log the fault.
func WriteError(w http.ResponseWriter, requestID string, err error) (ours bool) {
	anywhere := &Operation{Errors: []string{"ResourceNotFoundException", invalidParameter, invalidRequest,
		"ResourceConflictException", "DuplicateResourceException", "ResourceInUseException",
		"LimitExceededException", "IdempotencyException", "InvalidContactFlowException"}}
	e, known := exceptionFor(anywhere, err)
	e.write(w, requestID)
	return !known
}
