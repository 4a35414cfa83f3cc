package flow

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// numberBytesMax is how long the digits of a number may be.
const numberBytesMax = 64

// The lowest and the highest proficiency level.
const levelMin, levelMax = 1, 5

// level reads a proficiency level. Its bounds hold on the number as it is written: 5.00000001 is no level, although a
// float32 would round it to one (A0037).
func (p *parser) level(at string, v value) float32 {
	const want = "a number from 1.0 to 5.0"
	literal, ok := p.number(at, v, want)
	if !ok {
		return levelMin
	}
	f, err := strconv.ParseFloat(literal, 32)
	if err != nil || f < levelMin || f > levelMax || !isWithin(literal, f) {
		p.problem("%s is %s; give %s", at, clip(literal), want)
		return levelMin
	}
	return float32(f)
}

// isWithin says whether the number as written lies between the levels, where rounding has put it on one of the ends.
func isWithin(literal string, rounded float64) bool {
	if rounded != levelMin && rounded != levelMax {
		return true
	}
	exact, ok := new(big.Rat).SetString(literal)
	return ok && exact.Cmp(big.NewRat(levelMin, 1)) >= 0 && exact.Cmp(big.NewRat(levelMax, 1)) <= 0
}

// isNumber says whether a text is a number as JSON writes it.
func isNumber(text string) bool {
	v := jsontext.Value(text)
	return v.Kind() == '0' && v.IsValid() && strings.TrimSpace(text) == text
}
