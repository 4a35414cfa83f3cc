package main

import (
	"flag"
	"fmt"
	"time"

	"patchcord/acd"
)

// chatConnectPreset is how long Amazon lets the customer of a chat take to connect (A0014).
const chatConnectPreset = 5 * time.Minute

// chatConnectFlag is how long the customer of a chat has to connect. The flag may stand alone, for Amazon's time.
type chatConnectFlag struct{ acd.Duration }

// newChatConnectFlag adds the flag.
func newChatConnectFlag(flags *flag.FlagSet) *chatConnectFlag {
	f := &chatConnectFlag{}
	flags.Var(f, "chat-connect-timeout", "end a chat or web call whose customer has not connected within Amazon's "+
		"5 minutes, or =`DURATION`; without it he counts as connected at once")
	return f
}

// Set is part of flag.Value.
func (f *chatConnectFlag) Set(text string) error {
	switch text {
	case "true": // the flag stood alone
		text = chatConnectPreset.String()
	case "false":
		text = "0s"
	}
	d, err := time.ParseDuration(text)
	if err != nil || d != 0 && d < time.Second || d > 24*time.Hour {
		return fmt.Errorf("give 1s to 24h, or 0s for no such wait")
	}
	f.Duration = acd.Duration(d.Milliseconds())
	return nil
}

// String is part of flag.Value.
func (f *chatConnectFlag) String() string {
	if f == nil || f.Duration == 0 {
		return ""
	}
	return (time.Duration(f.Duration) * time.Millisecond).String()
}

// IsBoolFlag lets the flag stand alone.
func (f *chatConnectFlag) IsBoolFlag() bool { return true }
