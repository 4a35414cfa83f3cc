package flow

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"patchcord/acd"
)

// reference is a JSONPath to something of the contact, like $.Attributes.tier or $.Attributes['my tier']
// (AG:connect-attrib-list, AG:how-to-reference-attributes).
type reference struct {
	text string
	path []string
}

// resolve returns what the reference leads to. What has no value is empty; what no reference is called is an error
// (A0061).
func (r reference) resolve(s *Scene) (string, error) {
	if text, ok := ofContact(s.Contact, r.path); ok {
		return text, nil
	}
	path := strings.Join(r.path, ".")
	if text, ok := s.gathered(path); ok {
		return text, nil
	}
	if s.Known != nil {
		if text, ok := s.Known.Know(path); ok {
			return text, nil
		}
	}
	if isNamespace(r.path[0]) {
		return "", nil
	}
	return "", fmt.Errorf("%s leads to nothing that a flow can read here", clip(r.text))
}

// ofContact returns what a path leads to that the contact itself has (AG:connect-attrib-list). What it has not is
// empty.
func ofContact(c *acd.Contact, path []string) (text string, ok bool) {
	switch len(path) {
	case 1:
		return ofContactAlone(c, path[0])
	case 2:
		switch path[0] {
		case "Attributes":
			return c.Attributes[path[1]], true
		case "Tags":
			return c.Tags[path[1]], true
		case "SegmentAttributes":
			return segmentText(c.SegmentAttributes[path[1]]), true
		case "CustomerEndpoint":
			return ofEndpoint(c.CustomerEndpoint, path[1])
		case "SystemEndpoint":
			return ofEndpoint(c.SystemEndpoint, path[1])
		case "AdditionalEmailRecipients":
			return ofRecipients(c.AdditionalRecipients, path[1])
		case "Media":
			if path[1] == "InitialMessage" && c.Participant != nil {
				return c.Participant.InitialMessage, true
			}
		}
	case 3:
		if path[0] == "SegmentAttributes" {
			return segmentText(c.SegmentAttributes[path[1]].Map[path[2]]), true
		}
		if path[0] == "References" {
			switch reference := c.References[path[1]]; path[2] {
			case "Value":
				return reference.Value, true
			case "Type":
				return reference.Type, true
			}
		}
	}
	return "", false
}

// ofContactAlone returns a system attribute of one word.
func ofContactAlone(c *acd.Contact, name string) (text string, ok bool) {
	switch name {
	case "Channel":
		return string(c.Channel), true
	case "ContactId":
		return string(c.ID), true
	case "CustomerId":
		return c.CustomerID, true
	case "Description":
		return c.Description, true
	case "InitialContactId":
		return string(c.FirstID()), true
	case "InitiationMethod":
		return string(c.InitiationMethod), true
	case "Name":
		return c.Name, true
	case "PreviousContactId":
		return string(c.PreviousID), true
	case "RelatedContactId":
		return string(c.RelatedID), true
	}
	return "", false
}

// segmentText returns a segment attribute that is a text or a number.
func segmentText(a acd.SegmentAttribute) string {
	switch {
	case a.String != nil:
		return *a.String
	case a.Integer != nil:
		return strconv.Itoa(int(*a.Integer))
	case a.ARN != nil:
		return *a.ARN
	}
	return ""
}

func ofEndpoint(e *acd.Endpoint, member string) (text string, ok bool) {
	if e == nil {
		e = &acd.Endpoint{}
	}
	switch member {
	case "Address":
		return e.Address, true
	case "Type":
		return string(e.Type), true
	case "DisplayName":
		return e.DisplayName, true
	}
	return "", false
}

func ofRecipients(r *acd.EmailRecipients, list string) (text string, ok bool) {
	if r == nil {
		r = &acd.EmailRecipients{}
	}
	recipients := r.To
	if list == "CcList" {
		recipients = r.Cc
	} else if list != "ToList" {
		return "", false
	}
	var addresses []string
	for _, one := range recipients {
		addresses = append(addresses, one.Address)
	}
	return strings.Join(addresses, ", "), true
}

// operand is a text that is given as it is, or one reference.
type operand struct {
	literal   string
	reference *reference
}

// readOperand takes a text for a reference where it begins like one. It says no to a text that begins like a reference
// and is none.
func readOperand(text string) (operand, bool) {
	if !strings.HasPrefix(text, "$.") && !strings.HasPrefix(text, "$[") {
		return operand{literal: text}, true
	}
	r, length := matchReference(text)
	if length != len(text) {
		return operand{}, false
	}
	return operand{reference: &r}, true
}

// resolve returns the text for a contact. A reference to an empty text is an error: there is nothing to act upon.
func (o operand) resolve(s *Scene) (string, error) {
	if o.reference == nil {
		return o.literal, nil
	}
	text, err := o.reference.resolve(s)
	if err == nil && text == "" {
		err = fmt.Errorf("%s is empty", clip(o.reference.text))
	}
	return text, err
}

// template is a text with references in it, each of which gives way to what it leads to (A0063).
type template []operand

// readTemplate finds the references in a text.
func readTemplate(text string) template {
	var t template
	plain := 0 // where the text since the last reference begins
	for at := 0; at < len(text); {
		r, length := matchReference(text[at:])
		if length == 0 {
			at++
			continue
		}
		if plain < at {
			t = append(t, operand{literal: text[plain:at]})
		}
		t = append(t, operand{reference: &r})
		at += length
		plain = at
	}
	return append(t, operand{literal: text[plain:]})
}

// resolve returns the text for a contact. An attribute that the contact does not have leaves a gap.
func (t template) resolve(s *Scene) (string, error) {
	var b strings.Builder
	for _, part := range t {
		text := part.literal
		if part.reference != nil {
			var err error
			if text, err = part.reference.resolve(s); err != nil {
				return "", err
			}
		}
		b.WriteString(text)
	}
	return b.String(), nil
}

// nameBytesMax is how long a quoted name in a reference may be, with its closing mark.
const nameBytesMax = 1024

// matchReference finds the longest reference at the beginning of a text, and how many bytes it has; 0: there is none.
//
//	$.Attributes.tier   $.Attributes['my tier']   $.Attributes.['my tier']   $['Channel']
func matchReference(text string) (reference, int) {
	if !strings.HasPrefix(text, "$") {
		return reference{}, 0
	}
	var path []string
	at := 1
	for {
		name, length := matchSegment(text[at:])
		if length == 0 {
			break
		}
		path = append(path, name)
		at += length
	}
	if len(path) == 0 {
		return reference{}, 0
	}
	if first, _ := utf8.DecodeRuneInString(path[0]); !unicode.IsLetter(first) {
		return reference{}, 0 // "$.50" is money
	}
	return reference{text: text[:at], path: path}, at
}

// matchSegment finds one name of a path at the beginning of a text, with its dot or its brackets.
func matchSegment(text string) (name string, length int) {
	dots := 0
	if strings.HasPrefix(text, ".") {
		dots = 1
	}
	rest := text[dots:]
	for _, mark := range []string{"'", `"`} {
		inner, ok := strings.CutPrefix(rest, "["+mark)
		if !ok {
			continue
		}
		inner = inner[:min(len(inner), nameBytesMax)]
		end := strings.Index(inner, mark+"]")
		if end <= 0 || strings.Contains(inner[:end], "`") {
			return "", 0 // a name between backticks would be a reference itself (A0061)
		}
		return inner[:end], dots + end + len(`['']`)
	}
	if dots == 0 {
		return "", 0
	}
	end := strings.IndexFunc(rest, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '-'
	})
	if end < 0 {
		end = len(rest)
	}
	if end == 0 {
		return "", 0
	}
	return rest[:end], dots + end
}
