package connect

import (
	"reflect"
	"strings"
	"testing"

	"patchcord/acd"
)

// resultsOf returns the list in an answer and the token of the next page.
func resultsOf(out reflect.Value) (list reflect.Value, next *string) {
	for field, v := range out.Elem().Fields() {
		switch {
		case field.Name == "NextToken":
			next = v.Interface().(*string)
		case v.Kind() == reflect.Slice:
			list = v
		}
	}
	return list, next
}

// TestListsByPages walks every list that has pages one by one, and finds the same as in one page. A token holds for the
// list that it came from, and for no other (A0038).
func TestListsByPages(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	right := s.rightInputs()
	for _, a := range right {
		if a.operation == "CreateInstance" || a.operation == "CreatePredefinedAttribute" ||
			a.operation == "AssociateUserProficiencies" {
			if err := s.call(a); err != nil {
				t.Fatal(err)
			}
		}
	}
	other := s.newInstance("elsewhere")
	for _, a := range right {
		if !a.has("MaxResults") || strings.HasPrefix(a.operation, "GetMetricData") { // TestReportPages
			continue
		}
		whole, next := resultsOf(got(ask(s.client, a.operation, reflect.ValueOf(a.in))))
		if whole.Len() == 0 || next != nil {
			t.Errorf("%s answers %d of its list, and a token %v", a.operation, whole.Len(), next)
		}
		one := a.with("MaxResults", new(int32(1)))
		walked := reflect.MakeSlice(whole.Type(), 0, 0)
		for page := one; ; page = one.with("NextToken", next) {
			var found reflect.Value
			found, next = resultsOf(got(ask(s.client, page.operation, reflect.ValueOf(page.in))))
			walked = reflect.AppendSlice(walked, found)
			if next == nil {
				break
			}
			if page.has("InstanceId") {
				foreign := page.with("NextToken", next).with("InstanceId", &other)
				checkForeign(t, s.call(foreign), a.operation)
			}
		}
		if !reflect.DeepEqual(walked.Interface(), whole.Interface()) {
			t.Errorf("%s by pages finds %d things, not the %d of the whole list, or others", a.operation, walked.Len(),
				whole.Len())
		}
		refused(t, s.call(a.with("NextToken", new("AQ"))), declared400(a.operation), 400, "NextToken")
	}
}

// declared400 is how a list refuses a token.
func declared400(operation string) string {
	if operation == "ListInstances" {
		return "InvalidRequestException"
	}
	return "InvalidParameterException"
}

// checkForeign checks that a token of another instance is refused, or that the other instance lacks what is asked for.
func checkForeign(t *testing.T, err error, operation string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), "NextToken") &&
		!strings.Contains(err.Error(), "ResourceNotFoundException") {
		t.Errorf("%s takes the token of another instance: %v", operation, err)
	}
}
