package workspace

import (
	"net/http"
	"strings"
	"testing"

	"patchcord/acd"
	"patchcord/demo"
)

// factsOfACall are all that the media's side can tell of a call from a browser.
const factsOfACall = `{
"Customer":{"DeviceInfo":{"PlatformName":"Firefox","PlatformVersion":"140","OperatingSystem":"Linux"},
 "Capabilities":{"Video":"SEND","ScreenShare":"SEND"}},
"QualityMetrics":{"Customer":{"Audio":{"QualityScore":1,
  "PotentialQualityIssues":["HighPacketLoss","HighJitterBuffer"]}},
 "Agent":{"Audio":{"QualityScore":4.25}}},
"DisconnectDetails":{"PotentialDisconnectIssue":"CUSTOMER_DEVICE_ISSUE"},
"Recordings":[{"StorageType":"S3","Location":"calls/1.wav","MediaStreamType":"AUDIO","ParticipantType":"ALL",
 "StartTimestamp":"2026-01-01T00:00:01Z","StopTimestamp":"2026-01-01T00:00:01.5Z","Status":"DELETED",
 "DeletionReason":"asked for","FragmentStartNumber":"1","FragmentStopNumber":"2",
 "UnprocessedTranscriptLocation":"raw/1"}],
"WisdomInfo":{"SessionArn":"arn:aws:wisdom:us-east-1:123456789012:session/a/s",
 "AiAgents":[{"AiUseCase":"SelfService","AiAgentVersionId":"a:1","AiAgentEscalated":true}]}}`

// call starts a call, from a browser or over the telephone network.
func (w *world) call(method acd.InitiationMethod, subtype string) acd.ContactID {
	return acd.ContactID(w.do(acd.StartContact{Operation: "call", Channel: acd.Voice, InitiationMethod: method,
		FlowID: w.demo.Flows[demo.Simple], SegmentAttributes: map[string]acd.SegmentAttribute{
			"connect:Subtype": {String: &subtype}}}))
}

// TestMediaFacts reports facts of every kind, of contacts that have them and of contacts that do not.
func TestMediaFacts(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	start := func(channel acd.Channel) acd.ContactID {
		return acd.ContactID(w.do(acd.StartContact{Operation: string(channel), Channel: channel,
			InitiationMethod: acd.API, FlowID: w.demo.Flows[demo.Simple]}))
	}
	ids := map[string]acd.ContactID{"web": w.call(acd.Inbound, "connect:WebRTC"),
		"phone": w.call(acd.Inbound, "connect:Telephony"), "dialled": w.call(acd.Outbound, "connect:Telephony"),
		"chat": start(acd.Chat), "email": start(acd.Email), "task": start(acd.Task)}
	const many = `{"Location":"l"},`
	for _, tt := range []struct{ contact, body, says string }{
		{"web", factsOfACall, "{}"},
		{"web", factsOfACall, "{}"},
		{"phone", `{"Customer":{}}`, "Customer is known of calls from an app or a browser"},
		{"phone", `{"QualityMetrics":{"Customer":{"Audio":{"QualityScore":2}}}}`, "QualityMetrics.Customer is known of"},
		{"task", `{"QualityMetrics":{}}`, "QualityMetrics is known of calls only"},
		{"task", `{"DisconnectDetails":{}}`, "DisconnectDetails is known of calls only"},
		{"chat", `{"AgentInfo":{}}`, "AgentInfo is known of calls only"},
		{"dialled", `{"AgentInfo":{"VoiceEnhancementMode":"NONE"}}`, "no agent has accepted"},
		{"dialled", `{"AnsweringMachineDetectionStatus":"VOICEMAIL_BEEP","CustomerVoiceActivity":
			{"GreetingStartTimestamp":"2026-01-01T00:00:01Z","GreetingEndTimestamp":"2026-01-01T00:00:02Z"}}`, "{}"},
		{"dialled", `{"AnsweringMachineDetectionStatus":"NOBODY"}`, `is \"NOBODY\"; give one of ANSWERED`},
		{"phone", `{"AnsweringMachineDetectionStatus":"ANSWERED"}`, "of calls that were dialled only"},
		{"web", `{"CustomerVoiceActivity":{}}`, "of calls that were dialled only"},
		{"dialled", `{"CustomerVoiceActivity":{"GreetingEndTimestamp":"2026-01-01T00:00:02Z"}}`, "the start first"},
		{"dialled", `{"CustomerVoiceActivity":{"GreetingEndTimestamp":7}}`, "CustomerVoiceActivity.GreetingEndTimestamp " +
			"cannot be read; give an instant of UTC"},
		{"dialled", `{"CustomerVoiceActivity":{"GreetingEndTimestamp":"2026-01-01T00:00:02+01:00"}}`, "an instant of UTC"},
		{"dialled", `{"CustomerVoiceActivity":{"GreetingEndTimestamp":"1900-01-01T00:00:02Z"}}`, "an instant of UTC"},
		{"web", `{"Customer":{"Capabilities":{"Video":"RECEIVE"}}}`, "Customer.Capabilities.Video"},
		{"web", `{"Customer":{"Capabilities":{"ScreenShare":"send"}}}`, "Customer.Capabilities.ScreenShare"},
		{"web", `{"Customer":{"DeviceInfo":{"PlatformName":"` + strings.Repeat("ü", 129) + `"}}}`, "129 characters"},
		{"web", `{"Customer":{"VoiceEnhancementMode":"NONE"}}`, "VoiceEnhancementMode"},
		{"web", `{"QualityMetrics":{"Agent":{"Audio":{"QualityScore":0.99}}}}`, "give 1.00 to 5.00"},
		{"web", `{"QualityMetrics":{"Agent":{"Audio":{"QualityScore":5.01}}}}`, "give 1.00 to 5.00"},
		{"web", `{"QualityMetrics":{"Agent":{"Audio":{"QualityScore":"good"}}}}`, "Audio.QualityScore cannot be read"},
		{"web", `{"QualityMetrics":{"Agent":{}}}`, "QualityMetrics.Agent.Audio is missing"},
		{"web", `{"QualityMetrics":{"Agent":{"Audio":{"QualityScore":3,"PotentialQualityIssues":["Noise"]}}}}`,
			"HighRoundTripTime"},
		{"web", `{"DisconnectDetails":{}}`, "PotentialDisconnectIssue is missing"},
		{"web", `{"DisconnectDetails":{"PotentialDisconnectIssue":"THUNDER"}}`, "AGENT_CONNECTIVITY_ISSUE"},
		{"task", `{"Recordings":[{"Location":"screen.mp4","MediaStreamType":"VIDEO"}]}`, "{}"},
		{"task", `{"Recordings":[{}]}`, "Recordings.Location is missing"},
		{"task", `{"Recordings":[{"Location":"l","StorageType":"TAPE"}]}`, "KINESIS_VIDEO_STREAM"},
		{"task", `{"Recordings":[{"Location":"l","Status":"LOST"}]}`, "AVAILABLE, DELETED"},
		{"task", `{"Recordings":[{"Location":"l","DeletionReason":"x"}]}`, "give it with DELETED only"},
		{"task", `{"Recordings":[{"Location":"l","ParticipantType":"GHOST"}]}`, "THIRDPARTY"},
		{"task", `{"Recordings":[{"Location":"l","StartTimestamp":"2026-01-01T00:00:02Z",
			"StopTimestamp":"2026-01-01T00:00:01Z"}]}`, "Recordings.StopTimestamp is before"},
		{"task", `{"Recordings":[` + strings.Repeat(many, 100) + `{"Location":"l"}]}`, "has 101 entries; give at most 100"},
		{"task", `{"Recordings":{}}`, "Recordings cannot be read; give a list"},
		{"task", `{"WisdomInfo":{"SessionArn":"session"}}`, "give an ARN"},
		{"task", `{"WisdomInfo":{"AiAgents":[{"AiUseCase":"Chess","AiAgentVersionId":"1"}]}}`, "SelfService"},
		{"task", `{"WisdomInfo":{"AiAgents":[{}]}}`, "AiAgentVersionId is missing"},
		{"chat", `{"ChatMetrics":{"ChatContactMetrics":{"MultiParty":false,"TotalMessages":0},"AgentMetrics":
			{"ParticipantType":"AGENT"},"CustomerMetrics":{"ParticipantType":"CUSTOMER","ConversationAbandon":true}}}`, "{}"},
		{"chat", `{"ChatMetrics":{"ChatContactMetrics":{"TotalMessages":-1}}}`, "TotalMessages is -1; give 0 or more"},
		{"chat", `{"ChatMetrics":{"AgentMetrics":{"MaxResponseTimeInMillis":-5}}}`, "AgentMetrics.MaxResponseTimeInMillis"},
		{"chat", `{"ChatMetrics":{"AgentMetrics":{"ParticipantType":"CUSTOMER"}}}`, "AGENT, SUPERVISOR"},
		{"chat", `{"ChatMetrics":{"AgentMetrics":{"NumResponses":99999999999}}}`, "a number, not too large"},
		{"web", `{"ChatMetrics":{}}`, "ChatMetrics is known of chats only"},
		{"email", `{"AdditionalEmailRecipients":{"ToList":[{"Address":"a@b.example","DisplayName":"A"}],
			"CcList":[{"Address":"c@b.example"}]}}`, "{}"},
		{"email", `{"AdditionalEmailRecipients":{"CcList":[{"Address":"c@b"}]}}`, "give one like name@example.com"},
		{"email", `{"AdditionalEmailRecipients":{"CcList":[{"Address":"c d@b.example"}]}}`, "give one like name@example.com"},
		{"chat", `{"AdditionalEmailRecipients":{}}`, "of emails only"},
		{"chat", `{"CustomerState":"CONNECTED","DisconnectReason":"IDLE_DISCONNECT"}`, "give both"},
		{"chat", `{"CustomerState":"DISCONNECTED","DisconnectReason":"TELECOM_BUSY"}`, "SYSTEM_ERROR"},
		{"chat", `{"CustomerState":"DISCONNECTED","ChatMetrics":{"AgentMetrics":{"NumResponses":-1}}}`, "0 or more"},
		{"chat", `{"CustomerState":"CONNECTED"}`, "{}"}, // the refused reports have not ended it
		{"chat", `[]`, "must be a JSON object"},
		{"chat", `{"ChatMetrics":null}`, "the report says nothing"},
	} {
		path := w.instancePath("/contacts/" + string(ids[tt.contact]) + "/media")
		status, text := w.ask("", "POST", path, tt.body)
		if (status == http.StatusOK) != (tt.says == "{}") || !strings.Contains(text, tt.says) {
			t.Errorf("%s: %s: %d %s, want %s", tt.contact, tt.body, status, text, tt.says)
		}
	}
}

// A report holds, is added to, and may come during after-contact work, and once the contact is complete.
func TestMediaIsKept(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	id := w.call(acd.Inbound, "connect:WebRTC")
	path := w.instancePath("/contacts/" + string(id) + "/media")
	w.advance(10 * acd.Second)
	c, ok, err := w.engine.Contact(w.demo.Instance, id)
	if !ok || err != nil || c.Offer == nil {
		t.Fatalf("nobody is asked to take the call: %+v, %v", c, err)
	}
	bob := c.Offer.UserID
	w.do(acd.AcceptContact{UserID: bob, ContactID: id})
	w.must("POST", path, `{"AgentInfo":{"DeviceInfo":{"PlatformName":"Chrome"}}}`)
	w.must("POST", path, `{"QualityMetrics":{"Agent":{"Audio":{"QualityScore":3}}}}`)
	w.must("POST", path, `{"CustomerState":"DISCONNECTED","DisconnectReason":"THIRD_PARTY_DISCONNECT",
		"AgentInfo":{"VoiceEnhancementMode":"NONE"},"QualityMetrics":{"Customer":{"Audio":{"QualityScore":4}}}}`)
	w.must("POST", path, `{"Recordings":[{"Location":"calls/1.wav"}]}`)
	w.must("POST", path, `{"QualityMetrics":{"Agent":{"Audio":{"QualityScore":2}}}}`)
	if status, text := w.ask("", "POST", path, `{"CustomerState":"CONNECTED"}`); status != http.StatusConflict {
		t.Errorf("a customer comes back to a call that has ended: %d %s", status, text)
	}
	c, _, _ = w.engine.Contact(w.demo.Instance, id)
	if m := c.Media; c.DisconnectReason != "THIRD_PARTY_DISCONNECT" || m.AgentInfo.DeviceInfo.PlatformName != "Chrome" ||
		m.AgentInfo.VoiceEnhancementMode != "NONE" || m.QualityMetrics.Agent.Audio.QualityScore != 2 ||
		m.QualityMetrics.Customer.Audio.QualityScore != 4 || m.Recordings[0].Location != "calls/1.wav" {
		t.Errorf("the call is %+v, its media %+v", c, c.Media)
	}
	w.do(acd.CompleteContact{UserID: bob, ContactID: id})
	w.must("POST", path, `{"Recordings":[{"Location":"calls/2.wav"}],"WisdomInfo":{"SessionArn":"arn:aws:x"}}`)
	if status, text := w.ask("", "POST", path, `{"CustomerState":"DISCONNECTED"}`); status != http.StatusConflict {
		t.Errorf("a customer leaves a call that is complete: %d %s", status, text)
	}
	c, _, _ = w.engine.Contact(w.demo.Instance, id)
	if m := c.Media; c.State != acd.CompletedLife || m.Recordings[0].Location != "calls/2.wav" ||
		m.WisdomInfo.SessionArn != "arn:aws:x" || m.QualityMetrics.Agent.Audio.QualityScore != 2 {
		t.Errorf("the call is %+v, its media %+v", c, c.Media)
	}
}
