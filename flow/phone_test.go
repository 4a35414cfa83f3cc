package flow

import "testing"

// TestStored keeps phone numbers in E.164 form (A0282).
func TestStored(t *testing.T) {
	for _, one := range []struct{ phone, country, input, want string }{
		{"", "", "0123", "0123"},
		{"E164", "", "12065550100", "+12065550100"},
		{"E164", "", "+12065550100", "+12065550100"},
		{"Local", "US", "2065550100", "+12065550100"},
		{"Local", "US", "12065550100", "+12065550100"},
		{"Local", "GB", "02079460000", "+442079460000"},
		{"Local", "IT", "0612345678", "+390612345678"},
		{"Local", "AQ", "123456", "123456"},
		{"Local", "", "123456", "123456"},
	} {
		if got := (Ask{Phone: one.phone, Country: one.country}).Stored(one.input); got != one.want {
			t.Errorf("%s of %s is stored as %s, want %s", one.input, one.country, got, one.want)
		}
	}
}
