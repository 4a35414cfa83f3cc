package connect

import (
	"bytes"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/connect/types"
	"github.com/aws/smithy-go"

	"patchcord/acd"
)

// codes reads all codes from the source of package acd, so that a new one is not forgotten here.
func codes(t *testing.T) []acd.Code {
	source, err := parser.ParseFile(token.NewFileSet(), "../acd/error.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var all []acd.Code
	ast.Inspect(source, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		if kind, ok := spec.Type.(*ast.Ident); ok && kind.Name == "Code" {
			code, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, acd.Code(code))
		}
		return true
	})
	if len(all) < 12 {
		t.Fatalf("package acd has only the codes %q", all)
	}
	return all
}

// excused names the exceptions that no code becomes, each with the reason.
func excused() map[string]string {
	const notServed = "only operations declare it that are not served yet"
	return map[string]string{
		"ConditionalOperationFailedException": notServed,
		"InternalServiceException":            "it is what faults of ours become",
		"InvalidActiveRegionException":        "there is one region",
		"MaximumResultReturnedException":      notServed,
		"OutputTypeNotFoundException":         notServed,
		"ResourceNotReadyException":           notServed,
		"UserNotFoundException":               notServed,
	}
}

// TestEveryCodeHasAnException walks all codes and all operations: each pair becomes an exception that the operation
// declares, or one of AWS's common errors.
func TestEveryCodeHasAnException(t *testing.T) {
	reached := make(map[string]bool)
	for _, o := range readOperations() {
		for _, code := range codes(t) {
			e, known := exceptionFor(o, acd.Errorf(code, "No."))
			switch {
			case !known:
				t.Errorf("%s has nothing for %q", o.Name, code)
			case !o.declares(e.Name) && commonStatus(e.Name) == 0:
				t.Errorf("%s answers %q by %s, which it does not declare", o.Name, code, e.Name)
			case e.Status < 400 || e.Status > 499:
				t.Errorf("%s answers %q by the status %d", o.Name, code, e.Status)
			}
			reached[e.Name] = true
		}
	}
	for name := range declaredStatus() {
		reason, isExcused := excused()[name]
		if reached[name] == isExcused {
			t.Errorf("%s: reached %t, excused by %q", name, reached[name], reason)
		}
	}
}

// TestChoiceOfException shows the choice for operations that declare little.
func TestChoiceOfException(t *testing.T) {
	byName := make(map[string]*Operation)
	for _, o := range readOperations() {
		byName[o.Name] = o
	}
	for _, c := range []struct {
		operation string
		code      acd.Code
		name      string
	}{
		{"UpdateContactRoutingData", acd.Improper, "InvalidParameterException"},
		{"UpdateContactRoutingData", acd.Conflict, "ResourceConflictException"},
		{"UpdateContactRoutingData", acd.Limit, "InvalidParameterException"},
		{"UpdateContactRoutingData", acd.Gone, "ResourceNotFoundException"},
		{"StopContact", acd.Gone, "ContactNotFoundException"},
		{"CreateInstance", acd.Invalid, "InvalidRequestException"},
		{"CreateInstance", acd.Limit, "ServiceQuotaExceededException"},
		{"CreateQueue", acd.Limit, "LimitExceededException"},
		{"CreateContact", acd.Reused, "IdempotencyException"},
		{"StartTaskContact", acd.Reused, "InvalidRequestException"},
		{"PauseContact", acd.Conflict, "ConflictException"},
		{"ListInstances", acd.NotFound, "InvalidRequestException"},
		{"DescribeView", acd.Throttled, "TooManyRequestsException"},
		{"StartChatContact", acd.Throttled, "ThrottlingException"},
		{"DescribeQueue", acd.Denied, "AccessDeniedException"},
		{"CreateContactFlow", acd.BadFlow, "InvalidContactFlowException"},
		{"CreateContactFlowModule", acd.BadFlow, "InvalidContactFlowModuleException"},
	} {
		if e, _ := exceptionFor(byName[c.operation], acd.Errorf(c.code, "No.")); e.Name != c.name {
			t.Errorf("%s answers %q by %s, not by %s", c.operation, c.code, e.Name, c.name)
		}
	}
}

// TestClientsKnowTheExceptions reads refusals with the official client: they arrive as its own types, members and all.
func TestClientsKnowTheExceptions(t *testing.T) {
	var refusal error
	rows := rowsOf(func(*Call, any) (any, error) { return nil, refusal })
	client := clientOf(t, newServer(testOptions(wallClock), rows), someKeys()["AKIDADMIN"])
	asking := func(operation string, e error) error {
		refusal = e
		for _, r := range rows {
			if r.operation == operation {
				f := &filler{t: t, codec: newCodec(), rich: true}
				s := shapes{patterns: make(map[string]*pattern)}
				_, err := ask(client, operation, f.input(r.in, s.input(readInputs()[operation])))
				return err
			}
		}
		return nil
	}
	var missing *types.ResourceNotFoundException
	if err := asking("DescribeQueue", acd.Errorf(acd.NotFound, "No queue é.")); !errors.As(err, &missing) ||
		missing.ErrorMessage() != "No queue é." {
		t.Errorf("the client got %v", err)
	}
	inUse := acd.Errorf(acd.InUse, "Still needed.")
	inUse.Resource = acd.Resource{Type: "USER", ID: "u"}
	var used *types.ResourceInUseException
	if err := asking("DeletePredefinedAttribute", inUse); !errors.As(err, &used) ||
		*used.ResourceId != "u" || used.ResourceType != "USER" {
		t.Errorf("the client got %v", err)
	}
	flow := acd.Errorf(acd.BadFlow, "No flow.")
	flow.Problems = []string{"One.", "Two."}
	var bad *types.InvalidContactFlowException
	if err := asking("CreateContactFlow", flow); !errors.As(err, &bad) || len(bad.Problems) != 2 ||
		*bad.Problems[1].Message != "Two." {
		t.Errorf("the client got %v", err)
	}
	var named smithy.APIError
	if err := asking("DescribeQueue", notImplemented("DescribeQueue")); !errors.As(err, &named) ||
		named.ErrorCode() != "NotImplemented" || !strings.Contains(named.ErrorMessage(), "DescribeQueue") {
		t.Errorf("the client got %v", err)
	}
}

// TestFaultsAreLoggedNotTold lets a handler fail and panic: the log has the reason, the caller has not.
func TestFaultsAreLoggedNotTold(t *testing.T) {
	for _, handle := range []func(*Call, any) (any, error){
		func(*Call, any) (any, error) { return nil, errors.New("the secret reason") },
		func(*Call, any) (any, error) { panic("the secret reason") },
		func(*Call, any) (any, error) { return "the secret reason", nil },
	} {
		var log bytes.Buffer
		s := newServer(Options{Log: slog.New(slog.NewTextHandler(&log, nil))}, rowsOf(handle))
		w := httptest.NewRecorder()
		s.ServeHTTP(w, httptest.NewRequest("GET", "/instance", nil))
		if w.Code != http.StatusInternalServerError || strings.Contains(w.Body.String(), "secret") {
			t.Errorf("the caller got %d %s", w.Code, w.Body)
		}
		for _, part := range []string{"ListInstances", w.Header().Get("X-Amzn-RequestId")} {
			if !strings.Contains(log.String(), part) {
				t.Errorf("the log has %s, without %s", &log, part)
			}
		}
	}
}

// TestWriteError shows what other doors get.
func TestWriteError(t *testing.T) {
	for _, c := range []struct {
		err    error
		status int
		name   string
		ours   bool
	}{
		{acd.Errorf(acd.NotFound, "No."), 404, "ResourceNotFoundException", false},
		{acd.Errorf(acd.Conflict, "No."), 409, "ResourceConflictException", false},
		{acd.Errorf(acd.Gone, "No."), 404, "ResourceNotFoundException", false},
		{acd.Errorf(acd.Throttled, "No."), 429, "ThrottlingException", false},
		{&http.MaxBytesError{Limit: bodyMax}, 413, "RequestEntityTooLarge", false},
		{errors.New("secret"), 500, "InternalServiceException", true},
	} {
		w := httptest.NewRecorder()
		if ours := WriteError(w, testRequest, c.err); ours != c.ours || w.Code != c.status ||
			w.Header().Get("X-Amzn-ErrorType") != c.name {
			t.Errorf("%v becomes %d %s, ours %t", c.err, w.Code, w.Header(), ours)
		}
	}
}

// TestRequestIDs makes some and looks at their form.
func TestRequestIDs(t *testing.T) {
	var ids []string
	for range 100 {
		id := NewRequestID()
		if len(id) != 36 || id[14] != '4' || !strings.ContainsRune("89ab", rune(id[19])) || strings.Count(id, "-") != 4 {
			t.Fatalf("%s is no UUID of version 4", id)
		}
		ids = append(ids, id)
	}
	slices.Sort(ids)
	if len(slices.Compact(ids)) != 100 {
		t.Error("an id came twice")
	}
}
