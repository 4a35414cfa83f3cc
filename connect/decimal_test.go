package connect

import (
	"math/big"
	"math/rand/v2"
	"strconv"
	"testing"
)

// TestDecimalAgreesWithRationals compares random numbers, written in random ways, as decimals and as fractions.
func TestDecimalAgreesWithRationals(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		a, b := randomNumber(random), randomNumber(random)
		x, _ := new(big.Rat).SetString(a)
		y, _ := new(big.Rat).SetString(b)
		if got := parseDecimal([]byte(a), nil).compare(parseDecimal([]byte(b), nil)); got != x.Cmp(y) {
			t.Fatalf("%s and %s compare as %d, not %d", a, b, got, x.Cmp(y))
		}
	}
}

// randomNumber writes a JSON number from a small set of digits, so that equal ones are frequent.
func randomNumber(random *rand.Rand) string {
	digits := func(n int) (text string) {
		for range n {
			text += strconv.Itoa(random.IntN(2) * (1 + 4*random.IntN(2)))
		}
		return text
	}
	text := "0"
	if random.IntN(3) > 0 {
		text = strconv.Itoa(1+random.IntN(9)) + digits(random.IntN(4))
	}
	if random.IntN(2) == 0 {
		text += "." + digits(1+random.IntN(4))
	}
	if random.IntN(3) == 0 {
		text += [...]string{"e", "E", "e+", "e-"}[random.IntN(4)] + strconv.Itoa(random.IntN(4))
	}
	return [...]string{"", "-"}[random.IntN(2)] + text
}

// TestDecimalExtremes compares numbers that no machine word holds.
func TestDecimalExtremes(t *testing.T) {
	for _, c := range []struct {
		less, more string
	}{
		{"5", "5.00000001"},
		{"0.99999999", "1"},
		{"0.99999999999999999999999999999999999999999999999999", "1.0"},
		{"9223372036854775807", "9223372036854775808"},
		{"1e999999999999999999999999", "10e999999999999999999999999"},
		{"-1e999999999999999999999999", "-1"},
		{"0", "1e-999999999999999999999999"},
		{"-1e-999999999999999999999999", "0e5"},
	} {
		less, more := parseDecimal([]byte(c.less), nil), parseDecimal([]byte(c.more), nil)
		if less.compare(more) != -1 || more.compare(less) != 1 || less.compare(less) != 0 {
			t.Errorf("%s is not below %s", c.less, c.more)
		}
	}
}

// TestDecimalSeconds splits instants.
func TestDecimalSeconds(t *testing.T) {
	for _, c := range []struct {
		literal            string
		whole, nanoseconds int64
		ok                 bool
	}{
		{"1767225600", 1767225600, 0, true},
		{"1767225600.123", 1767225600, 123e6, true},
		{"1.767225600123456789E9", 1767225600, 123456789, true},
		{"0.000000001", 0, 1, true},
		{"0.0000000019", 0, 1, true},
		{"-1.5", -1, -500e6, true},
		{"0", 0, 0, true},
		{"1e13", 0, 0, false},
	} {
		whole, nanoseconds, ok := parseDecimal([]byte(c.literal), nil).seconds()
		if whole != c.whole || nanoseconds != c.nanoseconds || ok != c.ok {
			t.Errorf("%s is %d s and %d ns, %t", c.literal, whole, nanoseconds, ok)
		}
	}
}
