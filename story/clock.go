package story

import (
	"fmt"
	"strings"
	"time"

	"patchcord/acd"
)

// readDuration understands 30s, 1m30s, 2h and 1.5s; a day is 24h.
func readDuration(text string) (acd.Duration, bool) {
	d, err := time.ParseDuration(text)
	if err != nil || d < 0 || d%time.Millisecond != 0 {
		return 0, false
	}
	return acd.Duration(d.Milliseconds()), true
}

// formatDuration writes 30s, 1m00s, 1h00m30s: everything after the first number has two digits.
func formatDuration(d acd.Duration) string {
	sign := ""
	if d < 0 {
		sign, d = "-", -d
	}
	seconds := fmt.Sprintf("%02d", d%acd.Minute/acd.Second)
	if ms := d % acd.Second; ms != 0 {
		seconds += strings.TrimRight(fmt.Sprintf(".%03d", ms), "0")
	}
	hours, minutes := d/acd.Hour, d%acd.Hour/acd.Minute
	switch {
	case hours > 0:
		return fmt.Sprintf("%s%dh%02dm%ss", sign, hours, minutes, seconds)
	case minutes > 0:
		return fmt.Sprintf("%s%dm%ss", sign, minutes, seconds)
	}
	return sign + trimZero(seconds) + "s"
}

// trimZero takes the leading zero from two digits.
func trimZero(digits string) string {
	if digits[0] == '0' {
		return digits[1:]
	}
	return digits
}
