package main

import (
	"strings"
	"testing"
)

// Everything that a file says of an instance can be changed, and is the same when it is read back; what cannot be read
// back is not compared. Flows that name one another are made all the same.
func TestApplyChangesEverything(t *testing.T) {
	w := newWorld(t)
	s := w.start("dev", "--empty")
	at := "--endpoint=http://" + s.address
	w.write("flow.json", flowTo("{{flow:B}}"))
	w.write("back.json", flowTo("{{flow:A}}"))
	end := `{"Version": "2019-10-30", "StartAction": "end", "Actions": [{"Identifier": "end", "Type": "%", ` +
		`"Parameters": {}, "Transitions": {}}]}`
	w.write("module.json", strings.ReplaceAll(end, "%", "EndFlowModuleExecution"))
	w.write("whisper.json", strings.ReplaceAll(end, "%", "EndFlowExecution"))
	w.write("end.json", strings.ReplaceAll(end, "%", "DisconnectParticipant"))
	file := w.write("all.yaml", everything)
	w.must("apply", file, at)
	if again := w.must("apply", file, at); again != nothing {
		t.Fatalf("applied again:\n%s", again)
	}
	changes := []string{
		"hierarchyLevels: [Site, Team]", "hierarchyLevels: [Place, Team]", "contactFlowLogs: true", "contactFlowLogs: false",
		"purposes: []", "purposes: [ROUTING_CRITERIA]", "displayOrder: 3", "displayOrder: 4", "state: ENABLED",
		"state: DISABLED", "timeZone: UTC", "timeZone: Asia/Tokyo", "'09:00'", "'10:00'", "till: 2027-12-26",
		"till: 2027-12-27", "byMonthDay: [24]", "byMonthDay: [25]", "{team: red}", "{team: blue}",
		"permissions: [BasicAgentAccess]", "permissions: [OutboundCallAccess]", "hours: Office", "hours: Night",
		"description: one", "description: two", "status: ENABLED", "status: DISABLED", "{name: We}", "{name: Us, flow: W}",
		"quickConnects: [To A]", "quickConnects: [To bob, To phone]", "defaultOutboundQueue: A", "defaultOutboundQueue: B",
		"max: 2", "max: 3", "crossChannel: ROUTE_ANY_CHANNEL", "crossChannel: ROUTE_CURRENT_CHANNEL_ONLY",
		"{queue: A, channels: [CHAT], priority: 1}", "{queue: A, channels: [CHAT, VOICE], priority: 2, delay: 9}",
		"{queue: B, channels: [VOICE], priority: 1}", "{queue: B, channels: [CHAT], priority: 1}",
		"{queue: A, channels: [TASK]}", "{queue: B, channels: [TASK]}", "TIME_SINCE_LAST_ACTIVITY",
		"TIME_SINCE_LAST_INBOUND", "firstName: Ana", "firstName: Anna", "routingProfile: P", "routingProfile: Q",
		"securityProfiles: [Agent]", "securityProfiles: [Lead]", "hierarchyGroup: X/Y", "hierarchyGroup: ''",
		"{type: SOFT_PHONE, autoAccept: true}", "{type: DESK_PHONE, deskNumber: '+12065550100'}",
		"seconds: 30", "seconds: 60",
		"{channel: CHAT, enabled: true}", "{channel: CHAT, enabled: false}", "level: 3", "level: 4",
		"value: Two", "value: One",
		"number: '+12065550100'}  # of To phone", "number: '+12065550101'}",
		"type: QUEUE, queue: A", "type: QUEUE, queue: B", "content: back.json", "content: flow.json",
	}
	w.edit(file, changes...)
	plan := w.must("apply", file, at, "--plan")
	if made := w.must("apply", file, at); made != plan {
		t.Errorf("planned:\n%s\nmade:\n%s", plan, made)
	}
	if again := w.must("apply", file, at); again != nothing {
		t.Errorf("planned:\n%s\napplied again:\n%s", plan, again)
	}
	for _, want := range []string{"~ instance all", "hierarchyLevels: [Site, Team] -> [Place, Team]", "~ hours Office",
		"overrides:\n      - {name: Yearly", "tags: {team: red} -> {team: blue}",
		"~ security profile Lead", "outboundCaller: ", "~ user ana",
		"hierarchyGroup: X/Y -> nothing",
		"phone: {autoAccept: true} -> {type: DESK_PHONE, deskNumber: \"+12065550100\"}", "    content: as in flow.json",
		"~ flow module M", "~ quick connect To phone", "0 to create, ", " 0 to delete."} {
		if !strings.Contains(plan, want) {
			t.Errorf("the plan lacks %q:\n%s", want, plan)
		}
	}
	s.stop()
}

// flowTo returns the blocks of a flow that leads to another.
func flowTo(flow string) string {
	return `{"Version": "2019-10-30", "StartAction": "go", "Actions": [
		{"Identifier": "go", "Type": "TransferToFlow", "Parameters": {"ContactFlowId": "` + flow + `"},
		"Transitions": {"NextAction": "end", "Errors": [{"NextAction": "end", "ErrorType": "NoMatchingError"}]}},
		{"Identifier": "end", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}`
}

const everything = `
instance: {alias: all, identityManagement: CONNECT_MANAGED, hierarchyLevels: [Site, Team], contactFlowLogs: true}
predefinedAttributes:
  - {name: Skill, values: [One, Two], purposes: []}
agentStatuses:
  - {name: Lunch, displayOrder: 3, state: ENABLED, tags: {team: red}}
hours:
  - name: Office
    timeZone: UTC
    open: [{days: [MONDAY, FRIDAY], from: '09:00', to: '17:00'}]
    overrides:
      - {name: Eve, from: 2027-12-24, till: 2027-12-26, open: []}
      - name: Yearly
        type: CLOSED
        from: 2027-01-01
        till: 2029-12-31
        open: []
        recurrence: {frequency: YEARLY, interval: 1, byMonth: [12], byMonthDay: [24]}
  - {name: Night, timeZone: UTC, open: [], tags: {team: red}}
hierarchyGroups: [{path: X}, {path: X/Y}]
securityProfiles:
  - {name: Lead, description: one, permissions: [BasicAgentAccess]}
queues:
  - name: A
    description: one
    hours: Office
    status: ENABLED
    outboundCaller: {name: We}
    quickConnects: [To A]
    tags: {team: red}
  - {name: B, hours: Night}
routingProfiles:
  - name: P
    description: one
    defaultOutboundQueue: A
    concurrency: [{channel: VOICE, max: 1}, {channel: CHAT, max: 2, crossChannel: ROUTE_ANY_CHANNEL}]
    queues: [{queue: A, channels: [CHAT], priority: 1}, {queue: B, channels: [VOICE], priority: 1}]
    manualAssignmentQueues: [{queue: A, channels: [TASK]}]
    availabilityTimer: TIME_SINCE_LAST_ACTIVITY
  - name: Q
    description: other
    defaultOutboundQueue: B
    concurrency: [{channel: VOICE, max: 1}, {channel: CHAT, max: 1}, {channel: TASK, max: 1}]
users:
  - username: ana
    password: Change-me-1
    firstName: Ana
    lastName: Silva
    routingProfile: P
    securityProfiles: [Agent]
    hierarchyGroup: X/Y
    phone: {type: SOFT_PHONE, autoAccept: true}
    proficiencies: [{attribute: Skill, value: Two, level: 3}]
  - username: bob
    password: Change-me-1
    firstName: Bob
    lastName: Berg
    routingProfile: P
    securityProfiles: [Agent]
    autoAccept: [{channel: CHAT, enabled: true}]
    afterContactWork: [{channel: VOICE, seconds: 30}]
    tags: {team: red}
flowModules:
  - {name: M, description: one, content: module.json, state: ACTIVE}
flows:
  - {name: A, type: CONTACT_FLOW, content: flow.json}
  - {name: B, type: CONTACT_FLOW, content: back.json, description: one, tags: {team: red}}
  - {name: W, type: OUTBOUND_WHISPER, content: whisper.json}
  - {name: To, type: QUEUE_TRANSFER, content: end.json}
  - {name: At, type: AGENT_TRANSFER, content: end.json}
quickConnects:
  - {name: To A, description: one, type: QUEUE, queue: A, flow: To}
  - {name: To bob, type: USER, user: bob, flow: At}
  - {name: To phone, type: PHONE_NUMBER, number: '+12065550100'}  # of To phone
`
