package main

import (
	"errors"
	"flag"
	"log/slog"
	"strings"
	"time"

	"patchcord/acd"
	"patchcord/connect"
)

// troubleFlags are the flags that make a server difficult, to try its clients.
type troubleFlags struct {
	throttle *string
	plan     *connect.TroublePlan
}

func newTroubleFlags(flags *flag.FlagSet) troubleFlags {
	f := troubleFlags{plan: &connect.TroublePlan{}}
	f.throttle = flags.String("throttle", "off", "`WHICH` requests to refuse that come too fast: aws for those that "+
		"Amazon refuses, off for none")
	flags.Func("fault", "answer `OPERATION=EXCEPTION@PERCENT%` of the requests with an exception, * for every operation; "+
		"several with commas between", f.addFaults(false))
	flags.Func("late-fault", "as --fault, `OPERATION=EXCEPTION@PERCENT%`, but when the work is done: only the answer is "+
		"lost", f.addFaults(true))
	flags.Func("delay", "let requests wait, `OPERATION=DURATION`, * for every operation; several with commas between",
		func(text string) error {
			for one := range strings.SplitSeq(text, ",") {
				d, err := connect.ParseDelay(one)
				if err != nil {
					return plainly(err)
				}
				f.plan.Delays = append(f.plan.Delays, d)
			}
			return nil
		})
	return f
}

// addFaults returns what takes the value of a flag.
func (f troubleFlags) addFaults(late bool) func(text string) error {
	return func(text string) error {
		for one := range strings.SplitSeq(text, ",") {
			fault, err := connect.ParseFault(one)
			if err != nil {
				return plainly(err)
			}
			fault.Late = late
			f.plan.Faults = append(f.plan.Faults, fault)
		}
		return nil
	}
}

// plainly says what an error says, without its code.
func plainly(err error) error {
	var refused *acd.Error
	if errors.As(err, &refused) {
		return errors.New(strings.TrimSuffix(refused.Message, "."))
	}
	return err
}

// check refuses what cannot be meant.
func (f troubleFlags) check() error {
	if *f.throttle != "aws" && *f.throttle != "off" {
		return misuse("--throttle is %q; give aws or off", *f.throttle)
	}
	return nil
}

// trouble returns what the flags ask for.
func (f troubleFlags) trouble(seed acd.Seed, now func() time.Time) (*connect.Trouble, error) {
	f.plan.Throttle = *f.throttle
	t := connect.NewTrouble(seed, now)
	return t, t.Set(*f.plan)
}

// warn tells in the log that requests will be refused that need not be.
func (f troubleFlags) warn(log *slog.Logger) {
	if len(f.plan.Faults)+len(f.plan.Delays) > 0 || *f.throttle != "off" {
		log.Warn("requests are refused or delayed on purpose", "throttle", *f.throttle, "faults", len(f.plan.Faults),
			"delays", len(f.plan.Delays))
	}
}
