package directory

import (
	"fmt"
	"slices"

	"patchcord/acd"
)

func checkChannel(c acd.Channel) error {
	if !slices.Contains(acd.Channels(), c) {
		return acd.Errorf(acd.Invalid, "the channel %q is none; give VOICE, CHAT, TASK or EMAIL", c)
	}
	return nil
}

// checkEachOnce checks that a list of settings, each for a channel, names known channels and none twice.
func checkEachOnce[T any](list string, settings []T, channel func(*T) acd.Channel) error {
	seen := make([]acd.Channel, 0, len(settings))
	for i := range settings {
		c := channel(&settings[i])
		if err := checkChannel(c); err != nil {
			return err
		}
		if slices.Contains(seen, c) {
			return acd.Errorf(acd.Invalid, "%s names %s twice; give each channel once", list, c)
		}
		seen = append(seen, c)
	}
	return nil
}

// span says in words which whole numbers are allowed.
func span(least, most int) string {
	if least == most {
		return fmt.Sprintf("exactly %d", least)
	}
	return fmt.Sprintf("%d to %d", least, most)
}
