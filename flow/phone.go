package flow

import "strings"

// callingCodes lists the calling codes of the countries that a block may name for numbers without one; numbers of other
// countries stay as they were entered (A0282).
const callingCodes = `
AE971 AR54 AT43 AU61 BE32 BG359 BR55 CA1 CH41 CL56 CN86 CO57 CR506 CY357 CZ420 DE49 DK45 DO1 EE372 EG20 ES34 FI358 FR33
GB44 GR30 GT502 HK852 HR385 HU36 ID62 IE353 IL972 IN91 IS354 IT39 JM1 JO962 JP81 KE254 KR82 KW965 LT370 LU352 LV371
MT356 MX52 MY60 NG234 NL31 NO47 NZ64 PA507 PE51 PH63 PK92 PL48 PR1 PT351 QA974 RO40 RS381 SA966 SE46 SG65 SI386 SK421
SV503 TH66 TN216 TR90 TW886 UA380 US1 UY598 VN84 ZA27
`

// Timeout is what is stored of a customer who enters nothing (AG:store-customer-input).
const Timeout = "Timeout"

// Stored returns what is kept of an input: a phone number in E.164 form, with the calling code that its block supplies
// (AG:store-customer-input, A0282).
func (a Ask) Stored(input string) string {
	digits := strings.TrimPrefix(input, "+")
	if a.Phone == "" {
		return input
	}
	if a.Phone == "E164" {
		return "+" + digits
	}
	for entry := range strings.FieldsSeq(callingCodes) {
		code, found := strings.CutPrefix(entry, a.Country)
		switch {
		case !found || a.Country == "":
		case code == "1":
			return "+1" + strings.TrimPrefix(digits, "1")
		case a.Country == "IT": // the zero in front belongs to the number
			return "+" + code + digits
		default:
			return "+" + code + strings.TrimPrefix(digits, "0")
		}
	}
	return input
}

// Stores says whether a block keeps what a customer enters.
func (f *Flow) Stores(id string) bool {
	if !f.Has(id) {
		return false
	}
	in, ok := f.block(id).request.(asking)
	return ok && in.store
}
