package connect

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"patchcord/acd"
)

// troublesMax is how many faults a plan may have, and how many delays.
const troublesMax = 1000

// ParseFault reads a fault as a flag gives it: "StartTaskContact=InternalServiceException@10%". Without a share it
// meets every request.
func ParseFault(text string) (Fault, error) {
	operation, rest, ok := strings.Cut(text, "=")
	name, share, some := strings.Cut(rest, "@")
	f := Fault{Operation: operation, Exception: name, Percent: 100}
	if !ok {
		return f, acd.Errorf(acd.Invalid, "The fault is %q; give one like StartTaskContact=InternalServiceException@10%%.",
			text)
	}
	if some {
		percent, err := strconv.ParseFloat(strings.TrimSuffix(share, "%"), 64)
		if err != nil {
			return f, acd.Errorf(acd.Invalid, "The share of the fault is %q; give one like 10%%.", share)
		}
		f.Percent = percent
	}
	return f, f.check(operationsByName())
}

// ParseDelay reads a delay as a flag gives it: "DescribeContact=200ms".
func ParseDelay(text string) (Delay, error) {
	operation, span, _ := strings.Cut(text, "=")
	d, err := time.ParseDuration(span)
	if err != nil || d%time.Millisecond != 0 || d.Milliseconds() > 2*delayMax {
		return Delay{}, acd.Errorf(acd.Invalid, "The delay is %q; give one like DescribeContact=200ms, in whole "+
			"milliseconds, of up to 30s.", text)
	}
	made := Delay{operation, int(d.Milliseconds())}
	return made, made.check(operationsByName())
}

// operationsByName returns what can be asked.
func operationsByName() map[string]*Operation {
	all := map[string]*Operation{}
	for _, o := range readOperations() {
		all[o.Name] = o
	}
	return all
}

// check refuses what cannot be meant.
func (p TroublePlan) check() error {
	if p.Throttle != throttleOff && p.Throttle != throttleAmazon {
		return acd.Errorf(acd.Invalid, "Throttle is %q; give aws or off.", p.Throttle)
	}
	if len(p.Faults) > troublesMax || len(p.Delays) > troublesMax {
		return acd.Errorf(acd.Invalid, "There are %d Faults and %d Delays; give at most %d of each.", len(p.Faults),
			len(p.Delays), troublesMax)
	}
	known := operationsByName()
	for _, f := range p.Faults {
		if err := f.check(known); err != nil {
			return err
		}
	}
	for _, d := range p.Delays {
		if err := d.check(known); err != nil {
			return err
		}
	}
	return nil
}

// check refuses a fault that no client could meet at Amazon.
func (f Fault) check(known map[string]*Operation) error {
	if err := checkOperation(f.Operation, known); err != nil {
		return err
	}
	if !(f.Percent > 0 && f.Percent <= 100) {
		return acd.Errorf(acd.Invalid, "Percent is %v; give more than 0 and up to 100.", f.Percent)
	}
	if commonStatus(f.Exception) != 0 {
		return nil
	}
	if f.Operation == everyOperation {
		return acd.Errorf(acd.Invalid, "Not every operation answers %q; give ThrottlingException, "+
			"InternalServiceException, ServiceUnavailable or another of AWS's common errors, or name the operation.",
			f.Exception)
	}
	if o := known[f.Operation]; !o.declares(f.Exception) {
		names := slices.Clone(o.Errors)
		slices.Sort(names)
		return acd.Errorf(acd.Invalid, "%s does not answer %q; give one of AWS's common errors, or one of %s.", o.Name,
			f.Exception, strings.Join(names, ", "))
	}
	return nil
}

func (d Delay) check(known map[string]*Operation) error {
	if d.Milliseconds < 0 || d.Milliseconds > delayMax {
		return acd.Errorf(acd.Invalid, "Milliseconds is %d; give 0 to %d.", d.Milliseconds, delayMax)
	}
	return checkOperation(d.Operation, known)
}

func checkOperation(name string, known map[string]*Operation) error {
	if name != everyOperation && known[name] == nil {
		return acd.Errorf(acd.Invalid, "Amazon Connect has no operation %q; give one like DescribeContact, or * for all.",
			name)
	}
	return nil
}
