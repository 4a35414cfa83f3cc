package connect

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
)

// threeSteps is the body that the project's speed is measured by: a criteria of three steps, about 700 bytes.
const threeSteps = `{"RoutingCriteria":{"Steps":[` +
	`{"Expiry":{"DurationInSeconds":30},"Expression":{"AndExpression":[` +
	`{"AttributeCondition":{"Name":"Language","Value":"French","ProficiencyLevel":4,` +
	`"ComparisonOperator":"NumberGreaterOrEqualTo"}},` +
	`{"AttributeCondition":{"Name":"Technology","Value":"AWS DynamoDB","ProficiencyLevel":5,` +
	`"ComparisonOperator":"NumberGreaterOrEqualTo"}}]}},` +
	`{"Expiry":{"DurationInSeconds":30},"Expression":{"AndExpression":[` +
	`{"AttributeCondition":{"Name":"Language","Value":"French","ProficiencyLevel":3,` +
	`"ComparisonOperator":"NumberGreaterOrEqualTo"}},` +
	`{"AttributeCondition":{"Name":"Technology","Value":"AWS DynamoDB","ProficiencyLevel":5,` +
	`"ComparisonOperator":"NumberGreaterOrEqualTo"}}]}},` +
	`{"Expression":{"AttributeCondition":{"Name":"Language","Value":"French","ProficiencyLevel":3,` +
	`"ComparisonOperator":"NumberGreaterOrEqualTo"}}}]}}`

const (
	instanceID = "11111111-2222-4333-8444-555555555555"
	contactID  = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"
)

// routingDataPath is where UpdateContactRoutingData is asked.
const routingDataPath = "/contacts/" + instanceID + "/" + contactID + "/routing-data"

func BenchmarkUpdateContactRoutingData(b *testing.B) {
	s := newServer(Options{}, []row{operation("UpdateContactRoutingData",
		func(*Call, *sdk.UpdateContactRoutingDataInput) (*sdk.UpdateContactRoutingDataOutput, error) {
			return nil, nil
		})})
	t, labels, _ := s.router.find("POST", routingDataPath)
	body := []byte(threeSteps)
	b.Run("route", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			s.router.find("POST", routingDataPath)
		}
	})
	b.Run("check", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if err := t.body.checkBody(&cursor{data: body}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("check and decode", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := t.decode(labels, "", body); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("server", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			w := httptest.NewRecorder()
			s.ServeHTTP(w, httptest.NewRequest("POST", routingDataPath, strings.NewReader(threeSteps)))
			if w.Code != http.StatusOK {
				b.Fatal(w.Body)
			}
		}
	})
}
