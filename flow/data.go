package flow

import (
	"fmt"
	"slices"

	"patchcord/acd"
)

// The actions that change what is known of a contact, beside its attributes.
const (
	setDataName = "UpdateContactData"
	tagName     = "TagContact"
	untagName   = "UntagContact"

	untagGuideName = "UnTagContact"
)

func dataKinds() []kind {
	return []kind{
		{name: setDataName, failures: someError, read: (*parser).setData},
		{name: tagName, service: someError, read: (*parser).tag},
		{name: untagName, service: someError, read: (*parser).untag},
	}
}

// kept lists the members of UpdateContactData that a contact keeps; unkept those of services that do not run here
// (DG:contact-actions-updatecontactdata).
func kept() []string {
	return []string{"Name", "Description", "CustomerId", "LanguageCode", "WisdomSessionArn"}
}

func unkept() []string {
	return []string{
		"IsVoiceIdStreamingEnabled", "IsVoiceAuthenticationEnabled", "IsFraudDetectionEnabled",
		"VoiceAuthenticationThreshold", "VoiceAuthenticationResponseTime", "FraudDetectionThreshold", "WatchlistId",
	}
}

// setData reads the parameters of UpdateContactData.
func (p *parser) setData(parameters value) request {
	p.only("Parameters", parameters, slices.Concat(kept(), unkept(), []string{"References", "TargetContact"})...)
	d := contactData{related: p.targetContact(parameters)}
	for _, name := range kept() {
		if v := parameters.get(name); v.exists() {
			text := p.text("Parameters."+name, v)
			d.members = append(d.members, attribute{template{operand{literal: name}}, readTemplate(text)})
		}
	}
	references := parameters.get("References")
	if references.exists() && references.kind != '{' {
		p.problem("Parameters.References is %s; give an object", references.describe())
	}
	for _, m := range references.members {
		d.references = append(d.references, p.reference(m))
	}
	return d
}

// targetContact reads whether a block is about the related contact rather than this one.
func (p *parser) targetContact(parameters value) (related bool) {
	target := parameters.get("TargetContact")
	if target.exists() && (target.kind != '"' || target.text != "Related" && target.text != "Current") {
		p.problem("Parameters.TargetContact is %s; give %q or %q", target.describe(), "Current", "Related")
	}
	return target.text == "Related"
}

// flowReference is a link that a block hangs on a contact.
type flowReference struct{ name, value, kind template }

// reference reads one reference: a text, or an object of Value and Type (AG:create-task-block).
func (p *parser) reference(m member) flowReference {
	at := fmt.Sprintf("Parameters.References[%s]", quote(m.name))
	r := flowReference{name: readTemplate(m.name), kind: template{operand{literal: "STRING"}}}
	if m.value.kind != '{' {
		r.value = readTemplate(p.text(at, m.value))
		return r
	}
	p.object(at, m.value, "Value", "Type", "Status", "Arn")
	r.value = readTemplate(p.text(at+".Value", m.value.get("Value")))
	if v := m.value.get("Type"); v.exists() {
		r.kind = readTemplate(p.text(at+".Type", v))
	}
	return r
}

// resolveReferences returns references as contacts have them.
func resolveReferences(list []flowReference, s *Scene) (map[string]acd.Reference, error) {
	if len(list) == 0 {
		return nil, nil
	}
	resolved := make(map[string]acd.Reference, len(list))
	for _, r := range list {
		name, err := r.name.resolve(s)
		if err != nil {
			return nil, err
		}
		var one acd.Reference
		if one.Value, err = r.value.resolve(s); err != nil {
			return nil, err
		}
		if one.Type, err = r.kind.resolve(s); err != nil {
			return nil, err
		}
		resolved[name] = one
	}
	return resolved, nil
}

type contactData struct {
	members    []attribute
	references []flowReference
	related    bool
}

func (d contactData) resolve(s *Scene) (Effect, error) {
	members, err := resolveAll(d.members, s)
	if err != nil {
		return nil, err
	}
	references, err := resolveReferences(d.references, s)
	return SetData{Members: members, References: references, Related: d.related}, err
}

// tag reads the parameters of TagContact (DG:contact-actions-tagcontact).
func (p *parser) tag(parameters value) request {
	p.only("Parameters", parameters, "Tags")
	tags := parameters.get("Tags")
	if tags.kind != '{' || len(tags.members) == 0 {
		p.problem("Parameters.Tags is %s; give an object of at least one text", describeEmpty(tags))
	}
	p.publishTags(tags)
	var t tagging
	for _, m := range tags.members {
		t = append(t, p.attribute("Parameters.Tags", m))
	}
	return t
}

func describeEmpty(v value) string {
	if v.kind == '{' && len(v.members) == 0 {
		return "an empty object"
	}
	return v.describe()
}

type tagging []attribute

func (t tagging) resolve(s *Scene) (Effect, error) {
	set, err := resolveAll(t, s)
	return Tag{Set: set}, err
}

// untag reads the parameters of UntagContact, which the guide spells UnTagContact (DG:contact-actions-untagcontact,
// A0295).
func (p *parser) untag(parameters value) request {
	p.only("Parameters", parameters, "TagKeys")
	keys := parameters.get("TagKeys")
	if keys.kind != '[' || len(keys.elements) == 0 {
		p.problem("Parameters.TagKeys is %s; give a list of at least one text", describeList(keys))
	}
	var t Tag
	for i, v := range keys.elements {
		t.Remove = append(t.Remove, p.text(fmt.Sprintf("Parameters.TagKeys[%d]", i), v))
	}
	return fixed{t}
}
