package connect

import (
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// unsigned returns a server for the stage's engine that lets everybody in, for bodies that no client would send.
func (s *stage) unsigned() *Server {
	return New(Options{Account: testAccount, Region: testRegion, Engine: s.engine, Records: s.engine,
		NewRequestID: func() string { return testRequest }})
}

// routingStage is a stage with an attribute Language of English, French and seven more, a user, and a task that waits
// in a queue nobody serves.
func routingStage(t *testing.T) (s *stage, user, contact string) {
	t.Helper()
	s = newStage(t, acd.Quotas{})
	values := []string{"English", "French", "V1", "V2", "V3", "V4", "V5", "V6", "V7"}
	got(s.client.CreatePredefinedAttribute(s.ctx, &sdk.CreatePredefinedAttributeInput{
		InstanceId: &s.instance, Name: new("Language"),
		Values: &types.PredefinedAttributeValuesMemberStringList{Value: values},
	}))
	queue := s.queue()
	return s, s.user(s.profile(s.queue())), s.task(s.flowInto(queue))
}

// Parts of bodies, as a caller writes them.

func english(level string) string {
	return fmt.Sprintf(`{"AttributeCondition":{"Name":"Language","Value":"English","ProficiencyLevel":%s,`+
		`"ComparisonOperator":"NumberGreaterOrEqualTo"}}`, level)
}

func spanning(low, high string) string {
	return fmt.Sprintf(`{"AttributeCondition":{"Name":"Language","Value":"English","ComparisonOperator":"Range",`+
		`"Range":{"MinProficiencyLevel":%s,"MaxProficiencyLevel":%s}}}`, low, high)
}

func preferring(ids ...string) string {
	list, _ := json.Marshal(ids)
	return `{"AttributeCondition":{"ComparisonOperator":"Match","MatchCriteria":{"AgentsCriteria":{"AgentIds":` +
		string(list) + `}}}}`
}

func joined(member string, expressions ...string) string {
	return `{"` + member + `":[` + strings.Join(expressions, ",") + `]}`
}

// stepFor is a step that lasts so many seconds; without an expiry for none.
func stepFor(seconds int, expression string) string {
	if seconds == 0 {
		return `{"Expression":` + expression + `}`
	}
	return fmt.Sprintf(`{"Expiry":{"DurationInSeconds":%d},"Expression":%s}`, seconds, expression)
}

func criteriaOf(steps ...string) string {
	return `{"RoutingCriteria":{"Steps":[` + strings.Join(steps, ",") + `]}}`
}

func times(n int, text func(i int) string) []string {
	all := make([]string, n)
	for i := range all {
		all[i] = text(i)
	}
	return all
}

// badBody is a body that must be refused, the sentence of the refusal naming each of the words.
type badBody struct {
	about, body string
	words       []string
}

// badOrders are bodies that are wrong in what changes the order of contacts, or in having nothing to say.
func badOrders() []badBody {
	return []badBody{
		{"priority and age", `{"QueuePriority":1,"QueueTimeAdjustmentSeconds":5}`,
			[]string{"QueuePriority", "QueueTimeAdjustmentSeconds"}},
		{"no member", `{}`, []string{"QueuePriority", "RoutingCriteria"}},
		{"no body", ``, []string{"QueuePriority"}},
		{"null members", `{"QueuePriority":null,"RoutingCriteria":null}`, []string{"nothing is given"}},
		{"priority 0", `{"QueuePriority":0}`, []string{"QueuePriority", "1"}},
		{"priority beyond 64 bits", `{"QueuePriority":9223372036854775808}`, []string{"QueuePriority"}},
		{"priority of 1.0", `{"QueuePriority":1.0}`, []string{"QueuePriority"}},
		{"age beyond 32 bits", `{"QueueTimeAdjustmentSeconds":2147483648}`, []string{"QueueTimeAdjustmentSeconds"}},
	}
}

// badSteps are bodies with steps that cannot be.
func badSteps() []badBody {
	fine := english("3")
	return []badBody{
		{"criteria without steps", `{"RoutingCriteria":{}}`, []string{"Steps", "0 steps", "1 to 5"}},
		{"null steps", `{"RoutingCriteria":{"Steps":null}}`, []string{"0 steps"}},
		{"0 steps", criteriaOf(), []string{"RoutingCriteria.Steps", "0 steps", "1 to 5"}},
		{"6 steps", criteriaOf(times(6, func(int) string { return stepFor(9, fine) })...), []string{"6 steps", "1 to 5"}},
		{"a null step", criteriaOf("null"), []string{"Steps[0]", "null"}},
		{"an empty step", criteriaOf(stepFor(9, fine), "{}"), []string{"Steps[1]", "empty"}},
		{"a step without expression", criteriaOf(`{"Expiry":{"DurationInSeconds":9}}`), []string{"Steps[0]", "Expression"}},
		{"a middle step without expiry", criteriaOf(stepFor(9, fine), stepFor(0, fine), stepFor(9, fine)),
			[]string{"Steps[1]", "Expiry"}},
		{"an expiry without duration", criteriaOf(`{"Expiry":{},"Expression":` + fine + `}`),
			[]string{"Steps[0].Expiry", "an Expiry needs its DurationInSeconds"}},
		{"a duration below 0", criteriaOf(stepFor(-1, fine)), []string{"DurationInSeconds", "-1", "604800"}},
		{"a duration of more than seven days", criteriaOf(stepFor(604_801, fine)), []string{"604801", "604800"}},
	}
}

// badExpressions are bodies with expressions of a shape that cannot be.
func badExpressions() []badBody {
	value := func(i int) string { return strings.Replace(english("3"), "English", fmt.Sprint("V", i), 1) }
	branch := joined("AndExpression", english("3"))
	return []badBody{
		{"an empty expression", criteriaOf(stepFor(0, `{}`)), []string{"Steps[0].Expression", "0 members"}},
		{"two members", criteriaOf(stepFor(0, strings.TrimSuffix(english("3"), "}")+`,"OrExpression":[`+english("3")+`]}`)),
			[]string{"2 members", "exactly one"}},
		{"an empty AND", criteriaOf(stepFor(0, joined("AndExpression"))), []string{"AndExpression", "0 elements"}},
		{"an empty OR", criteriaOf(stepFor(0, joined("OrExpression"))), []string{"OrExpression", "0 elements"}},
		{"null under an AND", criteriaOf(stepFor(0, joined("AndExpression", "null"))), []string{"AndExpression[0]"}},
		{"9 attributes under an AND", criteriaOf(stepFor(0, joined("AndExpression", times(9, value)...))),
			[]string{"AndExpression", "9 elements", "1 to 8"}},
		{"4 branches of an OR", criteriaOf(stepFor(0, joined("OrExpression", branch, branch, branch, branch))),
			[]string{"OrExpression", "4 elements", "1 to 3"}},
		{"OR inside AND", criteriaOf(stepFor(0, joined("AndExpression", joined("OrExpression", english("3"))))),
			[]string{"OrExpression", "top"}},
		{"OR inside OR", criteriaOf(stepFor(0, joined("OrExpression", joined("OrExpression", english("3"))))),
			[]string{"OrExpression", "top"}},
		{"AND inside AND", criteriaOf(stepFor(0, joined("AndExpression", branch))), []string{"AndExpression"}},
		{"the same attribute twice", criteriaOf(stepFor(0, joined("AndExpression", english("3"), spanning("5", "5")))),
			[]string{"AndExpression[1]", "Language", "English", "second time"}},
		{"NOT of a Match", criteriaOf(stepFor(0, strings.Replace(preferring("x"), "Attr", "NotAttr", 1))),
			[]string{"NotAttributeCondition", "Match"}},
	}
}

// badConditions are bodies with conditions that cannot be.
func badConditions(user string) []badBody {
	bad := func(about, expression string, words ...string) badBody {
		return badBody{about, criteriaOf(stepFor(0, expression)), words}
	}
	eleven := times(11, func(int) string { return user })
	return []badBody{
		bad("level 0.5", english("0.5"), "ProficiencyLevel", "0.5", "1 to 5"),
		bad("level 5.5", english("5.5"), "ProficiencyLevel", "5.5"),
		bad("level 0.99999999", english("0.99999999"), "ProficiencyLevel", "0.99999999"),
		bad("level 5.00000001", english("5.00000001"), "ProficiencyLevel", "5.00000001"),
		bad("level NaN in words", english(`"NaN"`), "ProficiencyLevel"),
		bad("a minimum of 0.99999999", spanning("0.99999999", "5"), "MinProficiencyLevel"),
		bad("a maximum of 5.00000001", spanning("1", "5.00000001"), "MaxProficiencyLevel"),
		bad("a minimum above the maximum", spanning("4", "3"), "Range", "MinProficiencyLevel", "MaxProficiencyLevel"),
		bad("a range with one end", strings.Replace(spanning("4", "3"), `,"MaxProficiencyLevel":3`, "", 1), "both ends"),
		bad("no level", strings.Replace(english("3"), `"ProficiencyLevel":3,`, "", 1), "ProficiencyLevel"),
		bad("no value", strings.Replace(english("3"), `"Value":"English",`, "", 1), "Value"),
		bad("an unknown operator", strings.Replace(english("3"), "NumberGreaterOrEqualTo", "NumberLessThan", 1),
			"ComparisonOperator", "NumberLessThan"),
		bad("no operator", strings.Replace(english("3"), `,"ComparisonOperator":"NumberGreaterOrEqualTo"`, "", 1),
			"ComparisonOperator"),
		bad("a range beside a level", strings.Replace(spanning("3", "4"), `"Range":{`, `"ProficiencyLevel":3,"Range":{`, 1),
			"Range", "nothing else"),
		bad("an unknown attribute", strings.Replace(english("3"), `"Language"`, `"Tongue"`, 1), "Tongue"),
		bad("an unknown value", strings.Replace(english("3"), `"English"`, `"Elvish"`, 1), "Elvish", "Language"),
		bad("an attribute in other case", strings.Replace(english("3"), `"Language"`, `"language"`, 1), "language"),
		bad("11 agents", preferring(eleven...), "AgentIds", "11 ids", "1 to 10"),
		bad("0 agents", preferring(), "AgentIds", "0 ids"),
		bad("an empty match", `{"AttributeCondition":{"ComparisonOperator":"Match","MatchCriteria":{}}}`, "AgentIds"),
		bad("no match", `{"AttributeCondition":{"ComparisonOperator":"Match"}}`, "MatchCriteria"),
		bad("a null agent", strings.Replace(preferring("x"), `"x"`, "null", 1), "AgentIds"),
		bad("an empty agent", preferring(""), "AgentIds"),
		bad("an unknown agent", preferring(user, testUserID), testUserID),
		bad("another instance's agent", preferring("arn:aws:connect:us-east-1:123456789012:instance/x/agent/"+user),
			"instance/x/agent"),
		bad("a match with a name", strings.Replace(preferring(user), `{"Comp`, `{"Name":"Language","Comp`, 1),
			"nothing else"),
	}
}

// TestBadRoutingData sends every body that issue 2 and the rules of routing criteria know to be wrong. Each is refused
// with InvalidParameterException, the only one of its kind that the operation declares; the sentence names what is
// wrong, and nothing has changed.
func TestBadRoutingData(t *testing.T) {
	s, user, contact := routingStage(t)
	server := s.unsigned()
	path := "/contacts/" + s.instance + "/" + contact + "/routing-data"
	_, before := s.engine.Hash()
	for _, list := range [][]badBody{badOrders(), badSteps(), badExpressions(), badConditions(user)} {
		for _, bad := range list {
			t.Run(bad.about, func(t *testing.T) {
				w := send(server, "POST", path, bad.body)
				checkRefusal(t, w, "InvalidParameterException", 400, bad.words...)
				if _, after := s.engine.Hash(); after != before {
					t.Error("something has changed")
				}
			})
		}
	}
}

// TestUnreadableRoutingData sends bodies that cannot be read at all.
func TestUnreadableRoutingData(t *testing.T) {
	s, _, contact := routingStage(t)
	server := s.unsigned()
	path := "/contacts/" + s.instance + "/" + contact + "/routing-data"
	_, before := s.engine.Hash()
	deep := func(n int) string {
		return criteriaOf(stepFor(0, strings.Repeat(`{"AndExpression":[`, n)+english("3")+strings.Repeat(`]}`, n)))
	}
	for _, bad := range []struct {
		about, body, name string
		status            int
		words             []string
	}{
		{"no JSON", `QueuePriority=1`, serialization, 400, []string{"JSON"}},
		{"half an object", `{"QueuePriority":1`, serialization, 400, nil},
		{"a member twice", `{"QueuePriority":1,"QueuePriority":2}`, serialization, 400, []string{"QueuePriority"}},
		{"NaN", `{"QueuePriority":NaN}`, serialization, 400, nil},
		{"a bare NaN for a level", criteriaOf(stepFor(0, english("NaN"))), serialization, 400, nil},
		{"too large", `{"QueuePriority":1,"x":"` + strings.Repeat("x", 1<<20) + `"}`, entityTooLarge, 413, []string{"1 MiB"}},
		{"1,000 levels deep", deep(500), serialization, 400, []string{"100 levels"}},
		{"20 levels deep", deep(9), "InvalidParameterException", 400, []string{"AndExpression"}},
	} {
		t.Run(bad.about, func(t *testing.T) {
			checkRefusal(t, send(server, "POST", path, bad.body), bad.name, bad.status, bad.words...)
			if _, after := s.engine.Hash(); after != before {
				t.Error("something has changed")
			}
		})
	}
}

// checkRefusal checks the raw answer to a bad request.
func checkRefusal(t *testing.T, w *httptest.ResponseRecorder, name string, status int, words ...string) {
	t.Helper()
	if w.Code != status || w.Header().Get("X-Amzn-ErrorType") != name {
		t.Errorf("the answer is %d %s, not %d %s: %s", w.Code, w.Header().Get("X-Amzn-ErrorType"), status, name, w.Body)
	}
	var body struct{ Message string }
	if err := json.Unmarshal(w.Body.Bytes(), &body); err != nil || body.Message == "" {
		t.Errorf("the body is %s", w.Body)
	}
	for _, word := range words {
		if !strings.Contains(body.Message, word) {
			t.Errorf("%q does not name %q", body.Message, word)
		}
	}
}

// TestRoutingDataOfContactsThatDoNotWait asks for contacts that are with an agent, have ended, or are not here (A0006).
func TestRoutingDataOfContactsThatDoNotWait(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	queue := s.queue()
	flow, user := s.flowInto(queue), s.user(s.profile(queue))
	stopped := s.task(flow)
	got(s.client.StopContact(s.ctx, &sdk.StopContactInput{InstanceId: &s.instance, ContactId: &stopped}))
	s.put(user, types.AgentStatusTypeRoutable)
	connected := s.task(flow)
	s.agent(acd.AcceptContact{UserID: acd.UserID(user), ContactID: acd.ContactID(connected)})
	other := s.newInstance("elsewhere")
	_, before := s.engine.Hash()
	for _, bad := range []struct {
		about, instance, contact, name string
		status                         int
		word                           string
	}{
		{"joined", s.instance, connected, "ResourceConflictException", 409, "with an agent"},
		{"ended", s.instance, stopped, "ResourceConflictException", 409, "has ended"},
		{"unknown", s.instance, contactID, "ResourceNotFoundException", 404, contactID},
		{"another instance's", other, connected, "ResourceNotFoundException", 404, connected},
		{"in no instance", instanceID, connected, "ResourceNotFoundException", 404, instanceID},
	} {
		t.Run(bad.about, func(t *testing.T) {
			_, err := s.client.UpdateContactRoutingData(s.ctx, &sdk.UpdateContactRoutingDataInput{
				InstanceId: &bad.instance, ContactId: &bad.contact, QueuePriority: new(int64(1)),
			})
			refused(t, err, bad.name, bad.status, bad.word)
			if _, after := s.engine.Hash(); after != before {
				t.Error("something has changed")
			}
		})
	}
	s.agent(acd.DisconnectContact{UserID: acd.UserID(user), ContactID: acd.ContactID(connected)})
	refused(t, s.route(connected, sdk.UpdateContactRoutingDataInput{QueuePriority: new(int64(1))}),
		"ResourceConflictException", 409, "has ended")
}

// TestRoutingDataOfStrangers asks with signatures that do not hold.
func TestRoutingDataOfStrangers(t *testing.T) {
	s, _, contact := routingStage(t)
	keys := someKeys()
	o := testOptions(testNow)
	o.Engine, o.Authenticator = s.engine, NewAuthenticator(keys, testRegion, testNow)
	server := New(o)
	_, before := s.engine.Hash()
	for _, bad := range []struct {
		about  string
		change func(*signing)
		name   string
		status int
	}{
		{"a bad signature", func(r *signing) { r.secret = "guessed" }, "InvalidSignatureException", 403},
		{"an expired date", func(r *signing) { r.headers[1][1] = "20260102T025000Z" }, "RequestExpired", 400},
		{"a date to come", func(r *signing) { r.headers[1][1] = "20260102T031000Z" }, "RequestExpired", 400},
		{"an unknown key", func(r *signing) { r.key = "AKIDNOBODY" }, "UnrecognizedClientException", 403},
		{"a reader's key", func(r *signing) { r.key, r.secret = "AKIDREADER", "reader-secret" }, accessDenied, 403},
		{"an agent's key", func(r *signing) { r.key, r.secret = "AKIDAGENT", "agent-secret" }, accessDenied, 403},
		{"a revoked key", func(*signing) { delete(keys, "AKIDADMIN") }, "UnrecognizedClientException", 403},
	} {
		t.Run(bad.about, func(t *testing.T) {
			request := someSigning()
			request.target = "/contacts/" + s.instance + "/" + contact + "/routing-data"
			bad.change(&request)
			w := httptest.NewRecorder()
			server.ServeHTTP(w, request.request())
			checkRefusal(t, w, bad.name, bad.status)
			if _, after := s.engine.Hash(); after != before {
				t.Error("something has changed")
			}
		})
	}
}
