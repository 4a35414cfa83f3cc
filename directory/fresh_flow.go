package directory

import (
	"embed"
	"slices"
	"strings"

	"patchcord/acd"
)

// freshContents holds the flows of a new instance. They name what they use as files of `patchcord apply` do (A0270).
//
//go:embed fresh/*.json
var freshContents embed.FS

// freshFlow is a flow that a new instance holds.
type freshFlow struct {
	file, name, kind, description string
}

// SampleInbound is the name of the sample that puts every contact into BasicQueue.
const SampleInbound = "Sample inbound flow (first contact experience)"

// defaultFlows lists the flows that run where no other of their type is set, by AG:contact-flow-default.
func defaultFlows() []freshFlow {
	return []freshFlow{
		{"default-agent-hold", "Default agent hold", acd.FlowAgentHold, "What an agent hears on hold."},
		{"default-agent-transfer", "Default agent transfer", acd.FlowAgentTransfer, "Transfers to an agent."},
		{"default-agent-whisper", "Default agent whisper", acd.FlowAgentWhisper,
			"What an agent hears before the customer joins."},
		{"default-customer-hold", "Default customer hold", acd.FlowCustomerHold, "What a customer hears on hold."},
		{"default-customer-queue", "Default customer queue", acd.FlowCustomerQueue, "What a customer hears in a queue."},
		{"default-customer-whisper", "Default customer whisper", acd.FlowCustomerWhisper,
			"What a customer hears before the agent joins."},
		{"default-outbound", "Default outbound", acd.FlowOutboundWhisper, "What a customer hears who is called."},
		{"default-queue-transfer", "Default queue transfer", acd.FlowQueueTransfer, "Transfers to a queue."},
	}
}

// sampleFlows lists the samples of AG:contact-flow-samples that new instances hold, each after those that it names.
func sampleFlows() []freshFlow {
	const inbound = acd.FlowInbound
	return []freshFlow{
		{"sample-ab-test", "Sample AB test", inbound, "Shares contacts out between two groups."},
		{"sample-disconnect", "Sample disconnect flow", inbound, "Runs when the agent has left."},
		{"sample-interruptible-queue", "Sample interruptible queue flow with callback", acd.FlowCustomerQueue,
			"Offers a callback to who waits, every thirty seconds."},
		{"sample-lambda-integration", "Sample Lambda integration", inbound, "Asks a Lambda function about the customer."},
		{"sample-screenpop", "Sample note for screenpop", inbound, "Sets attributes for the screen of the agent."},
		{"sample-queue-configurations", "Sample queue configurations flow", inbound,
			"Lets customers choose where they stand in the queue, or be called back."},
		{"sample-queue-customer", "Sample queue customer", inbound, "Puts the customer into a queue."},
		{"sample-recording-behavior", "Sample recording behavior", inbound, "Sets who is recorded."},
		{"sample-secure-input-with-agent", "Sample secure input with agent", acd.FlowQueueTransfer,
			"Takes the number of a card while the agent is on hold."},
		{"sample-secure-input", "Sample secure input with no agent", inbound, "Takes the number of a card."},
	}
}

// FreshPrompts returns the names of the recordings that a new instance holds.
func FreshPrompts() []string {
	return []string{
		"Beep.wav", "CustomerHold.wav", "CustomerQueue.wav", "Music_Jazz_MyTimetoFly_Inst.wav",
		"Music_Pop_ThisAndThatIsLife_Inst.wav", "Music_Pop_ThrowYourselfInFrontOfIt_Inst.wav",
		"Music_Rock_EverywhereTheSunShines_Inst.wav",
	}
}

// freshFlows lists the flows that a new instance holds, in the order in which they are made.
func freshFlows() []freshFlow {
	inbound := freshFlow{"sample-inbound", SampleInbound, acd.FlowInbound, "First contact experience"}
	return slices.Concat([]freshFlow{inbound}, defaultFlows(), sampleFlows())
}

// FreshFlows returns the flows that a new instance holds, without ids: their contents name what they use as files of
// `patchcord apply` do (A0270).
func FreshFlows() []acd.ContactFlow {
	var flows []acd.ContactFlow
	for _, f := range freshFlows() {
		flows = append(flows, f.flow())
	}
	return flows
}

// furnishFlows emits the prompts and the flows of a new instance (A0263).
func (d *Directory) furnishFlows(c Chronicle) {
	for _, name := range FreshPrompts() {
		c.Emit(acd.PromptCreated{Prompt: acd.Prompt{ID: acd.PromptID(c.NewID(0)), Name: name, LastModifiedAt: c.Now()}})
	}
	for _, f := range FreshFlows() {
		f.ID, f.Content, f.LastModifiedAt = acd.FlowID(c.NewID(0)), d.withIDs(f.Content), c.Now()
		c.Emit(acd.ContactFlowCreated{Flow: f})
	}
}

// flow returns the flow, its content on one line.
func (f freshFlow) flow() acd.ContactFlow {
	text, err := freshContents.ReadFile("fresh/" + f.file + ".json")
	if err != nil {
		panic("a flow of a new instance is missing: " + err.Error())
	}
	var content strings.Builder
	for line := range strings.Lines(string(text)) {
		content.WriteString(strings.TrimSpace(line))
	}
	return acd.ContactFlow{Name: f.name, Type: f.kind, Description: f.description, Content: content.String(),
		Status: acd.FlowPublished, Default: strings.HasPrefix(f.file, "default-")}
}

// withIDs puts ids in the place of {{queue:NAME}}, {{flow:NAME}} and {{prompt:NAME}}.
func (d *Directory) withIDs(content string) string {
	kinds := map[string]map[string]string{"queue": d.queues.named, "flow": d.flows.named, "prompt": d.prompts.named}
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(content, "{{")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		reference, after, _ := strings.Cut(rest, "}}")
		kind, name, _ := strings.Cut(reference, ":")
		id, known := kinds[kind][folded(name)]
		if !known {
			panic("a flow of a new instance names the unknown " + reference)
		}
		out.WriteString(id)
		content = after
	}
}
