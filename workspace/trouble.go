package workspace

import (
	"patchcord/acd"
	"patchcord/connect"
)

// showTrouble tells what requests are throttled, refused and delayed on purpose.
func (s *Server) showTrouble(*ask) (any, error) { return s.options.Trouble.Plan(), nil }

// setTrouble makes other trouble, from the next request on.
func (s *Server) setTrouble(a *ask) (any, error) {
	var plan connect.TroublePlan
	if err := decode(a.body, &plan); err != nil {
		return nil, err
	}
	if s.options.Stage == nil {
		return nil, acd.Errorf(acd.Denied, "Faults are switched in patchcord dev only; a server takes them as --throttle, "+
			"--fault, --late-fault and --delay when it starts.")
	}
	if err := s.options.Trouble.Set(plan); err != nil {
		return nil, err
	}
	return s.options.Trouble.Plan(), nil
}
