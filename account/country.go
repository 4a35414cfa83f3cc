package account

import (
	"slices"
	"strconv"
	"strings"

	"patchcord/acd"
)

// numbering is how the phone numbers of a country are made: its calling code, then a national number of so many digits.
type numbering struct {
	country  string // ISO code
	code     string // without the plus
	digits   int    // of a national number, in the inventory
	areas    []string
	tollFree []string // how national numbers begin that cost the caller nothing
	narrow   bool     // it shares its code, and only numbers that begin with these are its own
}

// plan lists calling codes, each after its country. National numbers have nine digits where no number stands behind a
// slash.
const plan = `
AF93 AL355 DZ213 AS1684/7 AD376/6 AO244 AI1264/7 AQ672/6 AG1268/7 AR54/10 AM374/8 AW297/7 AT43/10 AZ994 BS1242/7
BH973/8 BD880/10 BB1246/7 BY375 BE32/8 BZ501/7 BJ229/8 BM1441/7 BT975/8 BO591/8 BA387/8 BW267/8 BR55/10 IO246/7
VG1284/7 BN673/7 BG359/8 BF226/8 BI257/8 KH855/8 CM237 CV238/7 KY1345/7 CF236/8 TD235/8 CL56 CN86/10 CX6189164/4
CC6189162/4 CO57/10 KM269/7 CK682/5 CR506/8 HR385/8 CU53/8 CW5999/7 CY357/8 CZ420 CD243 DK45/8 DJ253/8 DM1767/7
DO1809/7 TL670/8 EC593/8 EG20 SV503/8 GQ240 ER291/7 EE372/7 ET251 FK500/5 FO298/6 FJ679/7 FI358 PF689/8 GA241/8
GM220/7 GE995 DE49/10 GH233 GI350/8 GR30/10 GL299/6 GD1473/7 GU1671/7 GT502/8 GG441481/6 GN224 GW245 GY592/7
HT509/8 HN504/8 HK852/8 HU36/8 IS354/7 IN91/10 ID62 IR98/10 IQ964 IE353 IM441624/6 IL972/8 IT39/10 CI225/10
JM1876/7 JE441534/6 JO962/8 KZ77 KE254 KI686/8 KW965/8 KG996 LA856/8 LV371/8 LB961/7 LS266/8 LR231/8 LY218
LI423/7 LT370/8 LU352/8 MO853/8 MK389/8 MG261 MW265 MY60 MV960/7 ML223/8 MT356/8 MH692/7 MR222/8 MU230/7
YT262269/6 MX52/10 FM691/7 MD373/8 MC377/8 MN976/8 ME382/8 MS1664/7 MA212 MZ258/8 MM95/8 NA264/8 NR674/7 NP977/8
NL31 AN599/7 NC687/6 NZ64/8 NI505/8 NE227/8 NG234/8 NU683/7 KP850/8 MP1670/7 NO47/8 OM968/8 PK92/10 PW680/7
PA507/7 PG675/7 PY595 PE51/8 PH63/10 PN6487/7 PL48 PT351 PR1787/7 QA974/8 CG242 RE262 RO40 RU7/10 RW250
BL590590/6 SH290/5 KN1869/7 LC1758/7 MF590/9 PM508/6 VC1784/7 WS685/7 SM378/8 ST239/7 SA966 SN221 RS381 SC248/7
SL232/8 SG65/8 SX1721/7 SK421 SI386/8 SB677/7 SO252/8 ZA27 KR82 ES34 LK94 SD249 SR597/7 SJ4779/6 SZ268/8 SE46
CH41 SY963 TW886 TJ992 TZ255 TH66 TG228/8 TK690/5 TO676/7 TT1868/7 TN216/8 TR90/10 TM993/8 TC1649/7 TV688/6
VI1340/7 UG256 UA380 AE971/8 GB44/10 UY598/8 UZ998 VU678/7 VA3906698/5 VE58/10 VN84 WF681/6 EH2125288/5 YE967/8
ZM260 ZW263
`

// numberings returns how the numbers of all countries are made.
func numberings() []numbering {
	all := []numbering{
		{country: "US", code: "1", digits: 10, tollFree: []string{"800", "844", "855", "866", "877", "888"},
			areas: []string{"206", "212", "213", "214", "305", "312", "404", "415", "425", "480", "503", "512", "602", "617",
				"619", "646", "702", "713", "720", "801", "917"}},
		{country: "CA", code: "1", digits: 10, tollFree: []string{"833"}, narrow: true,
			areas: []string{"204", "226", "236", "249", "250", "289", "306", "343", "365", "367", "403", "416", "418", "431",
				"437", "438", "450", "506", "514", "519", "548", "579", "581", "587", "604", "613", "639", "647", "705", "709",
				"778", "780", "782", "807", "819", "825", "867", "873", "902", "905"}},
		{country: "AU", code: "61", digits: 9, tollFree: []string{"1800"}, areas: []string{"2", "3", "7", "8"}},
		{country: "JP", code: "81", digits: 9, tollFree: []string{"120", "800"}, areas: []string{"3", "6", "50"}},
		{country: "FR", code: "33", digits: 9, tollFree: []string{"80"}, areas: []string{"1", "2", "3", "4", "5", "9"}},
	}
	for entry := range strings.FieldsSeq(plan) {
		n := numbering{country: entry[:2], digits: 9, tollFree: []string{"800"}}
		code, digits, sized := strings.Cut(entry[2:], "/")
		n.code = code
		if sized {
			n.digits, _ = strconv.Atoi(digits)
		}
		for first := range 8 {
			n.areas = append(n.areas, strconv.Itoa(first+2))
		}
		all = append(all, n)
	}
	return all
}

// fits returns how many digits of a number, without the plus, say that it is made in this way; 0: it is not.
func (n *numbering) fits(digits string) int {
	national, ok := strings.CutPrefix(digits, n.code)
	switch {
	case !ok:
		return 0
	case !n.narrow:
		return len(n.code)
	}
	for _, start := range slices.Concat(n.areas, n.tollFree) {
		if strings.HasPrefix(national, start) {
			return len(n.code) + len(start)
		}
	}
	return 0
}

// kindOf returns the country and the type of a phone number in E.164 form, as its digits tell (A0220).
func kindOf(all []numbering, number string) (country string, kind acd.PhoneNumberType, ok bool) {
	digits, best, most := strings.TrimPrefix(number, "+"), 0, 0
	for n := range all {
		if length := all[n].fits(digits); length > most {
			best, most = n, length
		}
	}
	if most == 0 {
		return "", "", false
	}
	n := &all[best]
	national := digits[len(n.code):]
	if slices.ContainsFunc(n.tollFree, func(start string) bool { return strings.HasPrefix(national, start) }) {
		return n.country, acd.TollFree, true
	}
	return n.country, acd.DirectDialling, true
}
