package main

import (
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
)

// Phone numbers are claimed as a file says, lead to their flow, and are the numbers of queues (A0273).
func TestApplyNumbers(t *testing.T) {
	w := newWorld(t)
	s := w.start("dev", "--empty")
	at := "--endpoint=http://" + s.address
	file := w.write("plain.yaml", "instance: {alias: plain}\n")
	w.must("apply", file, at)
	ids, err := s.instances()
	if err != nil {
		t.Fatal(err)
	}
	free, err := s.sdk().SearchAvailablePhoneNumbers(t.Context(), &sdk.SearchAvailablePhoneNumbersInput{
		InstanceId: &ids[0], PhoneNumberCountryCode: "US", PhoneNumberType: "DID"})
	if err != nil {
		t.Fatal(err)
	}
	number := aws.ToString(free.AvailableNumbersList[0].PhoneNumber)
	w.write("plain.yaml", strings.ReplaceAll(`instance: {alias: plain}
phoneNumbers:
  - {number: "NUMBER", description: Front desk, flow: Sample inbound flow (first contact experience), tags: {a: b}}
queues:
  - {name: BasicQueue, hours: Basic Hours, outboundCaller: {number: "NUMBER"}}
`, "NUMBER", number))
	want := "~ queue BasicQueue\n    outboundCaller: nothing -> {number: \"" + number + "\"}\n+ phone number " + number +
		"\n1 to create, 1 to change, 0 to delete.\n"
	if made := w.must("apply", file, at); made != want {
		t.Errorf("made:\n%s", made)
	}
	if again := w.must("apply", file, at); again != nothing {
		t.Errorf("applied again:\n%s", again)
	}
	w.must("export", w.file("out/instance.yaml"), at)
	text := w.folder("out")["/instance.yaml"]
	if !strings.Contains(text, "phoneNumbers:\n  - number: \""+number+"\"\n    description: Front desk\n"+
		"    flow: Sample inbound flow (first contact experience)\n    tags:\n") {
		t.Errorf("exported:\n%s", text)
	}
	status, answer := s.fetch("POST", "/patchcord/v1/instances/"+ids[0]+"/contacts", `{"Channel": "VOICE",
		"SystemEndpoint": {"Type": "TELEPHONE_NUMBER", "Address": "`+number+`"},
		"CustomerEndpoint": {"Type": "TELEPHONE_NUMBER", "Address": "+12065550123"}}`)
	if status != 200 {
		t.Errorf("a call to the number: %d %s", status, answer)
	}
	s.stop()
}
