package connect

import (
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"patchcord/acd"
)

// A reason says why no refusal of the lists shows an exception of an operation: it is the name of the test that shows
// it, or tells why it cannot arise. Operations have spaces between; * are all.
type reason struct{ operations, exception, why string }

// reasons are all that are known.
func reasons() []reason {
	return []reason{
		{"*", "Throttling", "TestEveryOperationIsThrottled"},
		{"*", "TooManyRequests", "TestEveryOperationIsThrottled"},
		{"*", "InternalService", "TestEveryOperationMayFail"},
		{"*", "AccessDenied", "TestEveryOperationDenies"},
		{"*", "InvalidActiveRegion", "there is one region, and it is active"},
		{"*", "ConditionalOperationFailed", "commands come one by one, so nobody changes anything between"},
		{"SearchResourceTags", "MaximumResultReturned", "nothing that is found is left out"},
		{"StartOutboundVoiceContact", "DestinationNotAllowed", "TestWhoMayBeDialled"},
		{"CreateHoursOfOperation", "ServiceQuotaExceeded", "LimitExceeded, which it declares too, tells of its quota"},
		{"CreateInstance", notFound, "it names nothing that could be missing: a directory is refused as such"},
		{"ListTagsForResource", invalidP, "its one member is an ARN without bounds; a wrong one is not found"},
		{"PauseContact UpdateContactSchedule", "LimitExceeded", "TestLimitsOfTasks"},
		{"CreateHoursOfOperationOverride", "LimitExceeded", "TestHoursOfOperation"},
		{"AssociateQueueQuickConnects CreateQuickConnect", "LimitExceeded", "TestFurtherLimits"},
		{"TransferContact", "ServiceQuotaExceeded", "TestFurtherLimits"},
		{"StartOutboundEmailContact", "ServiceQuotaExceeded", "CreateContact has counted the draft that it sends"},
		{"GetMetricDataV2", notFound, "TestGetMetricDataV2Refuses"},
		{"CreateContactFlow CreateHoursOfOperation CreatePredefinedAttribute CreateQueue CreateRoutingProfile " +
			"CreateSecurityProfile CreatePrompt CreateAgentStatus SearchResourceTags UpdateSecurityProfile " +
			"BatchGetFlowAssociation", invalidR,
			"no combination of what it takes is wrong"},
		{"PutUserStatus AssociateQueueQuickConnects DisassociateQueueQuickConnects AssociateAnalyticsDataSet " +
			"DisassociateAnalyticsDataSet AssociateLambdaFunction DisassociateHoursOfOperations", invalidR, "it sets one thing"},
		{"BatchPutContact", "LimitExceeded", "each request fails by itself with REQUEST_THROTTLED: TestBatchPutContact"},
		{"CreateAgentStatus", "LimitExceeded", "TestFurtherLimits"},
		{"AssociateQueueEmailAddresses", "LimitExceeded", "TestFiftyAddresses"},
		{"CreateEmailAddress", "ResourceConflict", "what Amazon means by it is not documented"},
		{"CreateEmailAddress", invalidR, "no combination of what it takes is wrong"},
		{"DescribePhoneNumber", invalidP, "its one member is an id without bounds; a wrong one is not found"},
		{"UpdateAgentStatus", "LimitExceeded", "it makes no further status"},
		{"CreateContactFlowVersion", "LimitExceeded", "no number of versions is known to be too many"},
		{"UpdateContactTaskTemplate", "ServiceQuotaExceeded", "how often a task may is LimitExceeded"},
		{"UpdateTaskTemplate", "ServiceQuotaExceeded", "it asks the quota of fields as CreateTaskTemplate does"},
	}
}

// covers says whether a reason is about an exception of an operation.
func (r reason) covers(operation, exception string) bool {
	return r.exception == exception && (r.operations == "*" || slices.Contains(strings.Fields(r.operations), operation))
}

// checkCoverage demands that every exception that a served operation declares is seen, or that there is a reason why
// not. Reasons must be needed, and tests that they name must be there.
func (c *cast) checkCoverage(t *testing.T, seen map[string]bool) {
	needed := map[string]bool{}
	for _, o := range c.server.Operations() {
		for _, declared := range o.Errors {
			name := strings.TrimSuffix(declared, "Exception")
			if !o.Served || seen[o.Name+" "+name] || c.seenElsewhere(o, name) {
				continue
			}
			i := slices.IndexFunc(reasons(), func(r reason) bool { return r.covers(o.Name, name) })
			if i < 0 {
				t.Errorf("nothing shows %s of %s; add a refusal, or a reason why it cannot arise", declared, o.Name)
				continue
			}
			needed[o.Name+" "+name] = true
		}
	}
	tests := testNames(t)
	for _, r := range reasons() {
		for _, operation := range strings.Fields(r.operations) {
			if !needed[operation+" "+r.exception] && operation != "*" {
				t.Errorf("%s of %s is shown after all: strike the reason", r.exception, operation)
			}
		}
		if strings.HasPrefix(r.why, "Test") && !slices.Contains(tests, r.why) {
			t.Errorf("%s is not there", r.why)
		}
	}
}

// seenElsewhere says whether one of the tests that go through all operations shows an exception of one.
func (c *cast) seenElsewhere(o Operation, name string) bool {
	lines := readInputs()[o.Name]
	switch name {
	case notFound: // TestNoSuchInstance
		return slices.ContainsFunc(lines, func(m member) bool { return m.path == "InstanceId" && m.required })
	case quotaRefusals()[o.Name]: // TestQuotas
		return true
	case invalidP: // TestBounds
		return hasBounds(c, lines)
	case invalidR: // TestBounds; and what has but an id to be asked for has no wrong combination
		return !o.declares(invalidParameter) && hasBounds(c, lines) || setsOneThing(o.Name) ||
			!slices.ContainsFunc(lines, func(m member) bool { return m.location == locationBody })
	}
	return false
}

// hasBounds says whether an input can break the table of inputs.
func hasBounds(t testing.TB, lines []member) bool {
	found := false
	eachTrail(inputTree(t, lines), func(way trail) {
		found = found || len(way[len(way)-1].faults(t, whereIs(way))) > 0
	})
	return found
}

// testNames lists the tests of this package.
func testNames(t *testing.T) (names []string) {
	t.Helper()
	files, err := filepath.Glob("*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	form := regexp.MustCompile(`(?m)^func (Test\w+)\(t \*testing\.T\)`)
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range form.FindAllStringSubmatch(string(text), -1) {
			names = append(names, m[1])
		}
	}
	return names
}

// askEvery sends the right request of every operation to another server and looks at the refusal.
func askEvery(t *testing.T, server *Server, check func(o *Operation, send func() (code int, name string))) {
	t.Helper()
	s := newStage(t, acd.Quotas{})
	right := s.rightRequests()
	for _, o := range s.server.Operations() {
		if r, ok := right[o.Name]; ok {
			check(&o, func() (int, string) {
				w := r.to(server)
				return w.Code, w.Header().Get("X-Amzn-ErrorType")
			})
		}
	}
}

// TestEveryOperationIsThrottled empties the bucket of each operation.
func TestEveryOperationIsThrottled(t *testing.T) {
	w := newTroubled(t, TroublePlan{Throttle: "aws"})
	askEvery(t, w.server, func(o *Operation, send func() (int, string)) {
		for range int(rateOf(o.Name).burst) {
			if code, name := send(); code != http.StatusOK {
				t.Fatalf("%s is answered with %d %s", o.Name, code, name)
			}
		}
		want := throttling
		if o.declares("TooManyRequestsException") {
			want = "TooManyRequestsException"
		}
		if code, name := send(); code != http.StatusTooManyRequests || name != want {
			t.Errorf("%s is throttled with %d %s", o.Name, code, name)
		}
	})
}

// TestEveryOperationMayFail has a fault of ours in each handler.
func TestEveryOperationMayFail(t *testing.T) {
	server := newServer(Options{}, rowsOf(func(*Call, any) (any, error) { return nil, errors.New("broken") }))
	askEvery(t, server, func(o *Operation, send func() (int, string)) {
		if code, name := send(); code != http.StatusInternalServerError || name != internalService {
			t.Errorf("%s fails with %d %s", o.Name, code, name)
		}
	})
}

// refusing is an Authorizer that lets nobody do anything.
type refusing struct{}

// Allow is part of Authorizer.
func (refusing) Allow(_ Key, operation string, _ Labels) error {
	return acd.Errorf(acd.Denied, "%s is not for you.", operation)
}

// TestEveryOperationDenies asks for each operation as somebody who may not.
func TestEveryOperationDenies(t *testing.T) {
	server := newServer(Options{Authorizer: refusing{}}, rowsOf(func(*Call, any) (any, error) { return nil, nil }))
	askEvery(t, server, func(o *Operation, send func() (int, string)) {
		if code, name := send(); code != http.StatusForbidden || name != accessDenied {
			t.Errorf("%s is denied with %d %s", o.Name, code, name)
		}
	})
}
