package connect

import (
	"bytes"
	"math"
)

// decimal is a number exactly as it was written. Bounds are compared on it, because a float32 would round 5.00000001
// to 5 and let it pass.
//
//	value = 0.d1 d2 d3 ... times ten to the power of exponent, with d1 and the last digit not 0
//	-12.50 = {negative, "125", 2}      0.004 = {"4", -2}      0 = {"", 0}
type decimal struct {
	negative bool
	digits   []byte
	exponent int64
}

// exponentLimit caps exponents, so that 1e999999999999 is only very large and does not overflow.
const exponentLimit = math.MaxInt64 / 20

// parseDecimal reads a JSON number, whose grammar the scanner has checked. The digits stand in room, if they fit.
func parseDecimal(literal []byte, room []byte) decimal {
	d := decimal{digits: room[:0]}
	i := 0
	if literal[0] == '-' {
		d.negative = true
		i++
	}
	fraction := false
	for ; i < len(literal) && literal[i]|0x20 != 'e'; i++ {
		c := literal[i]
		switch {
		case c == '.':
			fraction = true
		case c == '0' && len(d.digits) == 0:
			if fraction {
				d.exponent--
			}
		default:
			d.digits = append(d.digits, c)
			if !fraction {
				d.exponent++
			}
		}
	}
	d.digits = bytes.TrimRight(d.digits, "0")
	if len(d.digits) == 0 {
		return decimal{}
	}
	if i < len(literal) {
		d.exponent += parseExponent(literal[i+1:])
	}
	return d
}

// parseExponent reads the digits behind the e of a JSON number.
func parseExponent(literal []byte) int64 {
	negative := literal[0] == '-'
	if negative || literal[0] == '+' {
		literal = literal[1:]
	}
	var e int64
	for _, c := range literal {
		if e = e*10 + int64(c-'0'); e > exponentLimit {
			e = exponentLimit
		}
	}
	if negative {
		return -e
	}
	return e
}

// compare returns -1, 0 or 1 as d is below, equal to or above e.
func (d decimal) compare(e decimal) int {
	switch {
	case d.sign() != e.sign():
		return sign(d.sign() - e.sign())
	case d.sign() < 0:
		return d.compareSize(e) * -1
	default:
		return d.compareSize(e)
	}
}

// compareSize compares without regard to the sign, for two numbers of the same sign.
func (d decimal) compareSize(e decimal) int {
	if d.exponent != e.exponent {
		return sign(int(max(min(d.exponent-e.exponent, 1), -1)))
	}
	return bytes.Compare(d.digits, e.digits)
}

func (d decimal) sign() int {
	switch {
	case len(d.digits) == 0:
		return 0
	case d.negative:
		return -1
	default:
		return 1
	}
}

func sign(n int) int { return max(min(n, 1), -1) }

// seconds splits a number of seconds into whole seconds and the nanoseconds above them; what is finer is cut off. It
// is false for a number too large to be an instant.
func (d decimal) seconds() (whole, nanoseconds int64, ok bool) {
	const secondsDigits, nanosecondsDigits = 12, 9
	if d.exponent > secondsDigits {
		return 0, 0, false
	}
	for i := int64(0); i < d.exponent; i++ {
		whole = whole*10 + d.digit(i)
	}
	for i := range int64(nanosecondsDigits) {
		nanoseconds = nanoseconds*10 + d.digit(d.exponent+i)
	}
	if d.negative {
		return -whole, -nanoseconds, true
	}
	return whole, nanoseconds, true
}

// digit returns the digit i places right of the first, 0 beyond both ends.
func (d decimal) digit(i int64) int64 {
	if i < 0 || i >= int64(len(d.digits)) {
		return 0
	}
	return int64(d.digits[i] - '0')
}
