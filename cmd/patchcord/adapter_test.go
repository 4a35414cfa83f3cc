package main

import (
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

// What docs/CONTACT.md lets an adapter say is taken by a server, in both doors' own words, and Amazon's client sees it.
func TestAdapterOfTheManual(t *testing.T) {
	manual, err := os.ReadFile("../../docs/CONTACT.md")
	if err != nil {
		t.Fatal(err)
	}
	said := regexp.MustCompile("(?s)```json\n(.*?)```").FindAllStringSubmatch(string(manual), -1)
	if len(said) != 4 {
		t.Fatalf("docs/CONTACT.md has %d bodies, not the call and three reports", len(said))
	}
	s := newWorld(t).start("dev", "--clock", "manual")
	found := regexp.MustCompile(`--instance-id (\S+) --contact-flow-id (\S+)`).FindStringSubmatch(s.out.String())
	instance, flow := found[1], found[2]
	contacts := "/patchcord/v1/instances/" + instance + "/contacts"
	post := func(path, body string) string {
		t.Helper()
		status, text := s.fetch("POST", path, body)
		if status != http.StatusOK {
			t.Fatalf("POST %s is answered %d %s", path, status, text)
		}
		return text
	}
	call := post(contacts, strings.ReplaceAll(said[0][1], "FLOW", flow))
	id := strings.Trim(strings.TrimPrefix(strings.TrimSpace(call), `{"ContactId":`), `"}`)
	if again := post(contacts, strings.ReplaceAll(said[0][1], "FLOW", flow)); again != call {
		t.Errorf("the same call came in twice: %s, %s", call, again)
	}
	describe := func() *types.Contact {
		t.Helper()
		c, err := s.sdk().DescribeContact(t.Context(), &sdk.DescribeContactInput{InstanceId: &instance, ContactId: &id})
		if err != nil {
			t.Fatal(err)
		}
		return c.Contact
	}
	agent := ringingAt(s, instance, id)
	post("/patchcord/v1/instances/"+instance+"/users/"+agent+"/contacts/"+id+"/accept", "")
	for _, report := range said[1:3] {
		post("/patchcord/v1/clock", `{"AdvanceSeconds": 60}`)
		post(contacts+"/"+id+"/media", report[1])
	}
	post("/patchcord/v1/instances/"+instance+"/users/"+agent+"/contacts/"+id+"/complete", "")
	post("/patchcord/v1/clock", `{"AdvanceSeconds": 3600}`)
	post(contacts+"/"+id+"/media", said[3][1])
	c := describe()
	if c.InitiationMethod != "INBOUND" || *c.CustomerEndpoint.Address != "browser-17" || c.Attributes["order"] != "17" ||
		*c.AgentInfo.Id != agent || *c.AgentInfo.DeviceInfo.PlatformName != "Chrome" ||
		*c.Customer.DeviceInfo.PlatformName != "Firefox" || *c.DisconnectReason != "CUSTOMER_DISCONNECT" ||
		c.QualityMetrics.Customer.Audio.QualityScore != 2.1 || *c.Recordings[0].Location != "recordings/call-17.wav" ||
		c.LastUpdateTimestamp.Sub(*c.DisconnectTimestamp).Hours() != 1 ||
		*c.WisdomInfo.AiAgents[0].AiAgentVersionId != "agent:1" {
		t.Errorf("the call is %+v", c)
	}
	s.stop()
}

// ringingAt lets time pass until a contact rings at an agent, and returns him.
func ringingAt(s *running, instance, contact string) string {
	s.Helper()
	for range 30 {
		users, err := s.sdk().ListUsers(s.Context(), &sdk.ListUsersInput{InstanceId: &instance})
		if err != nil {
			s.Fatal(err)
		}
		for _, u := range users.UserSummaryList {
			data, err := s.sdk().GetCurrentUserData(s.Context(), &sdk.GetCurrentUserDataInput{InstanceId: &instance,
				Filters: &types.UserDataFilters{Agents: []string{*u.Id}}})
			if err != nil {
				s.Fatal(err)
			}
			for _, d := range data.UserDataList {
				for _, c := range d.Contacts {
					if *c.ContactId == contact {
						return *u.Id
					}
				}
			}
		}
		if status, text := s.fetch("POST", "/patchcord/v1/clock", `{"AdvanceSeconds": 5}`); status != http.StatusOK {
			s.Fatal(text)
		}
	}
	s.Fatal("the call rings nowhere")
	return ""
}
