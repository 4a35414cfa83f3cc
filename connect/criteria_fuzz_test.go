package connect

import (
	"net/http"
	"reflect"
	"strings"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"

	"patchcord/acd"
)

// FuzzRoutingCriteria feeds bodies with criteria to the door. Whatever comes is answered or refused in words, never
// by a fault; and criteria that keep the rules come back, once they are shown and read again, as they were.
func FuzzRoutingCriteria(f *testing.F) {
	for _, list := range [][]badBody{badOrders(), badSteps(), badExpressions(), badConditions(testUserID)} {
		for _, bad := range list {
			f.Add(bad.body)
		}
	}
	f.Add(criteriaOf(stepFor(30, joined("OrExpression", joined("AndExpression", english("4.5"), spanning("1", "2.5")),
		strings.Replace(spanning("3", "3"), "Attr", "NotAttr", 1), preferring(testUserID))), stepFor(0, english("5"))))
	var kept *[]acd.Step
	server := newServer(Options{}, []row{operation("UpdateContactRoutingData",
		func(c *Call, in *sdk.UpdateContactRoutingDataInput) (*sdk.UpdateContactRoutingDataOutput, error) {
			steps, err := c.place(in.InstanceId).steps(in.RoutingCriteria)
			if err == nil && steps != nil {
				err = acd.ValidateSteps(*steps)
			}
			kept = steps
			return nil, err
		})})
	f.Fuzz(func(t *testing.T, body string) {
		kept = nil
		w := send(server, "POST", routingDataPath, body)
		switch {
		case w.Code == http.StatusOK && kept != nil:
			checkKept(t, *kept)
		case w.Code != http.StatusOK && w.Code != http.StatusBadRequest && w.Code != http.StatusRequestEntityTooLarge:
			t.Errorf("%q is answered %d %s", body, w.Code, w.Body)
		}
	})
}

// checkKept shows steps that keep the rules, and reads what is shown.
func checkKept(t *testing.T, steps []acd.Step) {
	t.Helper()
	p := &place{}
	for _, step := range steps {
		shown := stepOut(step)
		if again := p.expression(*shown.Expression); !reflect.DeepEqual(again, step.Expression) {
			t.Errorf("%s is read as another expression", show(shown.Expression))
		}
		if (shown.Expiry == nil) != (step.Expiry == nil) {
			t.Errorf("%s has lost or found its expiry", show(&shown))
		}
	}
}
