package directory

import (
	"strings"
	"testing"

	"patchcord/acd"
)

// TestNewInstance_HoldsAmazonsFlows lists what clients look up by name in a new instance.
func TestNewInstance_HoldsAmazonsFlows(t *testing.T) {
	s := fresh(t)
	var flows, prompts []string
	for _, f := range s.Flows() {
		flows = append(flows, f.Name+", "+f.Type)
		s.equal(f.Name+" is published", f.Status, acd.FlowPublished)
		s.equal(f.Name+" is a default", f.Default, strings.HasPrefix(f.Name, "Default "))
		if f.Description == "" || strings.Contains(f.Content, "{{") || strings.Contains(f.Content, "\n") {
			t.Errorf("%s: %q, %s", f.Name, f.Description, f.Content)
		}
	}
	for _, p := range s.Prompts() {
		prompts = append(prompts, p.Name)
	}
	s.equal("flows", flows, []string{
		"Default agent hold, AGENT_HOLD", "Default agent transfer, AGENT_TRANSFER",
		"Default agent whisper, AGENT_WHISPER", "Default customer hold, CUSTOMER_HOLD",
		"Default customer queue, CUSTOMER_QUEUE", "Default customer whisper, CUSTOMER_WHISPER",
		"Default outbound, OUTBOUND_WHISPER", "Default queue transfer, QUEUE_TRANSFER",
		"Sample AB test, CONTACT_FLOW", "Sample Lambda integration, CONTACT_FLOW",
		"Sample disconnect flow, CONTACT_FLOW", "Sample inbound flow (first contact experience), CONTACT_FLOW",
		"Sample interruptible queue flow with callback, CUSTOMER_QUEUE", "Sample note for screenpop, CONTACT_FLOW",
		"Sample queue configurations flow, CONTACT_FLOW", "Sample queue customer, CONTACT_FLOW",
		"Sample recording behavior, CONTACT_FLOW", "Sample secure input with agent, QUEUE_TRANSFER",
		"Sample secure input with no agent, CONTACT_FLOW",
	})
	s.equal("prompts", prompts, []string{"Beep.wav", "CustomerHold.wav", "CustomerQueue.wav",
		"Music_Jazz_MyTimetoFly_Inst.wav", "Music_Pop_ThisAndThatIsLife_Inst.wav",
		"Music_Pop_ThrowYourselfInFrontOfIt_Inst.wav", "Music_Rock_EverywhereTheSunShines_Inst.wav"})
}

// TestNewInstance_FlowsNameItsOwnThings finds the ids of the instance in the contents.
func TestNewInstance_FlowsNameItsOwnThings(t *testing.T) {
	s := fresh(t)
	content := func(name string) string {
		f, _ := s.FlowByName(name)
		return f.Content
	}
	inbound, _ := s.FlowByName(SampleInbound)
	offers, _ := s.FlowByName("Sample interruptible queue flow with callback")
	prompts := map[string]acd.PromptID{}
	for _, p := range s.Prompts() {
		prompts[p.Name] = p.ID
	}
	for _, one := range []struct{ flow, holds string }{
		{"Default customer queue", string(prompts["CustomerQueue.wav"])},
		{"Default customer hold", string(prompts["CustomerHold.wav"])},
		{"Default customer whisper", string(prompts["Beep.wav"])},
		{"Sample queue customer", string(s.basicQueue())},
		{"Sample recording behavior", string(inbound.ID)},
		{"Sample queue configurations flow", string(offers.ID)},
	} {
		if one.holds == "" || !strings.Contains(content(one.flow), `"`+one.holds+`"`) {
			t.Errorf("%s does not name %q: %s", one.flow, one.holds, content(one.flow))
		}
	}
}

// TestDefaultFlowsStay changes what may be changed of a default flow (AG:delete-contact-flow). Samples may go.
func TestDefaultFlowsStay(t *testing.T) {
	s := fresh(t)
	hold, _ := s.FlowByName("default AGENT hold")
	sample, _ := s.FlowByName("Sample AB test")
	s.refused(acd.DeleteContactFlow{ID: hold.ID}, acd.Improper, "cannot be deleted")
	s.refused(acd.UpdateContactFlowMetadata{ID: hold.ID, State: acd.FlowArchived}, acd.Improper, "cannot be archived")
	s.must(acd.UpdateContactFlowMetadata{ID: hold.ID, Name: new("On hold"), State: acd.FlowActive})
	s.must(acd.UpdateContactFlowContent{ID: hold.ID, Content: "{}"})
	s.refused(acd.DeleteContactFlow{ID: hold.ID}, acd.Improper, "cannot be deleted")
	s.must(acd.DeleteContactFlow{ID: sample.ID})
	s.equal("flows", len(s.Flows()), 18)
}
