package directory

import (
	"slices"
	"strings"

	"patchcord/acd"
)

// The names of the attributes that every instance has (AG:predefined-attributes).
const (
	languageAttribute = "connect:Language"
	subtypeAttribute  = "connect:Subtype"
)

// languageNames are the languages that an instance knows from its birth, subtypeNames the subtypes of channels (A0042).
const (
	languageNames = "Afrikaans Arabic Armenian Bengali Bosnian Bulgarian Cantonese Catalan Chinese Croatian Czech " +
		"Danish Dutch English Estonian Farsi Filipino Finnish French Gaelic Galician German Greek Hebrew Hindi Hmong " +
		"Hungarian Icelandic Indonesian Italian Japanese Kannada Khmer Korean Lao Latvian Lithuanian Macedonian Malay " +
		"Malayalam Marathi Norwegian Polish Portuguese Romanian Russian Serbian Sinhala Slovak Slovenian Somali Spanish " +
		"Sundanese Swedish Tagalog Telugu Thai Turkish Ukrainian Vietnamese Welsh Xhosa Zulu"
	subtypeNames = "Telephony WebRTC ExternalAudio Chat SMS Apple WhatsApp Guide Task ExternalTask Email"
)

// systemAttributes returns the attributes that a new instance has.
func systemAttributes() []acd.PredefinedAttribute {
	return []acd.PredefinedAttribute{
		{Name: languageAttribute, Values: builtIn(languageNames), ReadOnly: true},
		{Name: subtypeAttribute, Values: builtIn(subtypeNames), ReadOnly: true},
	}
}

// builtIn returns names in the form of Amazon's own values.
func builtIn(names string) []string {
	var values []string
	for name := range strings.FieldsSeq(names) {
		values = append(values, "connect:"+name)
	}
	return values
}

// extendSystemAttribute gives connect:Language the values of an instance's own, in place of those that it had. Its
// built-in values stay, named or not (A0043). All else about a system attribute is fixed (AG:predefined-attributes).
func extendSystemAttribute(a acd.PredefinedAttribute, cmd acd.UpdatePredefinedAttribute) (
	acd.PredefinedAttribute, error,
) {
	if a.Name != languageAttribute || cmd.Purposes != nil || cmd.ValidateValues != nil {
		return a, acd.Errorf(acd.Improper, "%s is a system attribute; of those, only the values of %s can be changed",
			a.Name, languageAttribute)
	}
	if cmd.Values == nil {
		return a, nil
	}
	built := slices.DeleteFunc(slices.Clone(a.Values), func(v string) bool { return !isAmazons(v) })
	own := slices.DeleteFunc(slices.Clone(*cmd.Values), func(v string) bool { return slices.Contains(built, v) })
	if err := checkValues(own); err != nil {
		return a, err
	}
	a.Values = slices.Concat(built, own)
	return a, nil
}

// isAmazons says whether a name or value is one that only Amazon gives.
func isAmazons(text string) bool {
	return strings.HasPrefix(text, "aws:") || strings.HasPrefix(text, "connect:")
}
