package workspace

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"patchcord/acd"
)

// The bounds of what an adapter gives, those of StartChatContact and StartEmailContact in the API reference.
const (
	nameMax         = 1024
	descriptionMax  = 4096
	idMax           = 500
	customerIDMax   = 128
	displayNameMax  = 256
	attributeKeyMax = 32767
	segmentKeyMax   = 128
	segmentTextMax  = 1024
	segmentDepthMax = 5 // ours (A0143)
	referenceMax    = 4096
)

// check checks the form of what comes in. Whether it can come in is the mind's to say.
func (f inboundForm) check() error {
	err := f.checkTexts()
	if err == nil {
		err = f.CustomerEndpoint.Check("CustomerEndpoint", f.Channel)
	}
	if err == nil {
		err = f.SystemEndpoint.Check("SystemEndpoint", f.Channel)
	}
	if err == nil && f.AdditionalEmailRecipients != nil {
		err = f.AdditionalEmailRecipients.recipients().Check()
	}
	if err == nil {
		err = f.checkAttributes()
	}
	if err == nil {
		err = f.checkReferences()
	}
	return err
}

func (f inboundForm) checkTexts() error {
	switch {
	case f.Channel != acd.Voice && f.Channel != acd.Chat && f.Channel != acd.Email:
		return acd.Errorf(acd.Invalid, "Channel is %.40q; give VOICE, CHAT or EMAIL.", f.Channel)
	case f.Channel == acd.Email && (f.CustomerEndpoint == nil || f.SystemEndpoint == nil):
		return acd.Errorf(acd.Invalid, "An email has a sender and an address that it was sent to; give CustomerEndpoint and "+
			"SystemEndpoint.")
	case f.Channel != acd.Email && f.AdditionalEmailRecipients != nil:
		return acd.Errorf(acd.Improper, "AdditionalEmailRecipients are given, which only an email has; leave them out.")
	case f.Channel != acd.Chat && f.DisplayName != "":
		return acd.Errorf(acd.Improper, "DisplayName is given, which only the customer of a chat has; give it with the "+
			"CustomerEndpoint.")
	}
	for _, text := range []struct {
		member, value string
		most          int
	}{
		{"ContactFlowId", f.ContactFlowId, idMax}, {"Name", f.Name, nameMax}, {"Description", f.Description, descriptionMax},
		{"CustomerId", f.CustomerId, customerIDMax}, {"DisplayName", f.DisplayName, displayNameMax},
		{"RelatedContactId", f.RelatedContactId, idMax}, {"ClientToken", f.ClientToken, idMax},
	} {
		if n := utf8.RuneCountInString(text.value); n > text.most {
			return acd.Errorf(acd.Invalid, "%s has %d characters; give at most %d.", text.member, n, text.most)
		}
	}
	return nil
}

func (f inboundForm) checkAttributes() error {
	for _, key := range slices.Sorted(maps.Keys(f.Attributes)) {
		if key == "" || !isKey(key, "") || len(key) > attributeKeyMax {
			return acd.Errorf(acd.Invalid, "Attributes has the key %.80q; give letters, digits, - and _ only.", key)
		}
	}
	return checkSegments("SegmentAttributes", f.SegmentAttributes, segmentDepthMax)
}

// checkSegments checks segment attributes, and those within them, down to a depth.
func checkSegments(member string, all map[string]segmentForm, depth int) error {
	for _, key := range slices.Sorted(maps.Keys(all)) {
		if key == "" || !isKey(key, ":") || len(key) > segmentKeyMax {
			return acd.Errorf(acd.Invalid, "%s has the key %.80q; give 1 to %d letters, digits, -, _ and : only.", member, key,
				segmentKeyMax)
		}
		if err := all[key].check(member+"."+key, depth); err != nil {
			return err
		}
	}
	return nil
}

func (f segmentForm) check(member string, depth int) error {
	given := 0
	for _, is := range []bool{f.ValueString != nil, f.ValueMap != nil, f.ValueInteger != nil, f.ValueList != nil,
		f.ValueArn != nil} {
		if is {
			given++
		}
	}
	if given != 1 {
		return acd.Errorf(acd.Invalid, "%.80s has %d values; give exactly one of ValueString, ValueMap, ValueInteger, "+
			"ValueList and ValueArn.", member, given)
	}
	if depth == 0 {
		return acd.Errorf(acd.Invalid, "%.80s lies too deep; give at most %d levels.", member, segmentDepthMax)
	}
	for _, text := range []*string{f.ValueString, f.ValueArn} {
		if text != nil && utf8.RuneCountInString(*text) > segmentTextMax {
			return acd.Errorf(acd.Invalid, "%.80s is longer than %d characters.", member, segmentTextMax)
		}
	}
	if f.ValueArn != nil && !strings.HasPrefix(*f.ValueArn, "arn:") {
		return acd.Errorf(acd.Invalid, "%.80s.ValueArn is %.40q; give an ARN.", member, *f.ValueArn)
	}
	for _, inner := range f.ValueList {
		if err := inner.check(member, depth-1); err != nil {
			return err
		}
	}
	return checkSegments(member, f.ValueMap, depth-1)
}

func (f inboundForm) checkReferences() error {
	types := []string{"URL", "NUMBER", "STRING", "DATE", "EMAIL"}
	for _, name := range slices.Sorted(maps.Keys(f.References)) {
		r := f.References[name]
		switch {
		case name == "" || len(name) > referenceMax || len(r.Value) > referenceMax:
			return acd.Errorf(acd.Invalid, "References has the name %.40q; give a name and a value of at most %d characters.",
				name, referenceMax)
		case !slices.Contains(types, r.Type):
			return acd.Errorf(acd.Invalid, "References.%.40s has the Type %.40q; give one of %s.", name, r.Type,
				strings.Join(types, ", "))
		}
	}
	return nil
}

// isKey says whether a text is made of letters and digits, dashes, underscores and others that are allowed besides.
func isKey(text, others string) bool {
	for _, r := range text {
		if r != '-' && r != '_' && !strings.ContainsRune(others, r) && (r < '0' || r > '9') && (r < 'A' || r > 'Z') &&
			(r < 'a' || r > 'z') {
			return false
		}
	}
	return true
}
