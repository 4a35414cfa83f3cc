package workspace

import (
	"fmt"
	"slices"
	"sync"

	"patchcord/acd"
)

// The limits of what is kept of a stage, in memory.
const (
	snapshotsMax         = 100
	snapshotBytesMax     = 1 << 30 // of all together
	snapshotNameBytesMax = 64
)

// snapshots are states of the stage by name. One at a time is saved or restored.
type snapshots struct {
	mu     sync.Mutex
	states map[string][]byte
	bytes  int
}

func newSnapshots() snapshots { return snapshots{states: map[string][]byte{}} }

// onStage refuses where there is no stage: what a server has acknowledged stays.
func (s *Server) onStage(a *ask) error {
	if s.options.Stage == nil {
		return acd.Errorf(acd.Denied, "Nothing can be reset or rewound here; patchcord dev can.")
	}
	return decode(a.body, &struct{}{})
}

// reset makes everything as it was when the stage was fresh. Snapshots stay, and so does what faults were asked for.
func (s *Server) reset(a *ask) (any, error) {
	if err := s.onStage(a); err != nil {
		return nil, err
	}
	s.snapshots.mu.Lock()
	defer s.snapshots.mu.Unlock()
	if err := s.options.Stage.Reset(a.request.Context()); err != nil {
		return nil, err
	}
	s.options.Trouble.Renew()
	if s.options.Furnish == nil {
		return nil, nil
	}
	if err := s.options.Furnish(a.request.Context()); err != nil {
		return nil, fmt.Errorf("furnish the stage: %w", err)
	}
	return nil, nil
}

// save keeps the stage under a name, in place of what had the name before.
func (s *Server) save(a *ask) (any, error) {
	if err := s.onStage(a); err != nil {
		return nil, err
	}
	name := a.request.PathValue("name")
	if !isSnapshotName(name) {
		return nil, acd.Errorf(acd.Invalid, "A snapshot cannot be called %.80q; give 1 to %d letters from a to z, digits "+
			"and - _ .", name, snapshotNameBytesMax)
	}
	s.snapshots.mu.Lock()
	defer s.snapshots.mu.Unlock()
	state, err := s.options.Stage.Save(a.request.Context())
	if err != nil {
		return nil, err
	}
	return nil, s.snapshots.put(name, state)
}

// restore brings back a state that was saved.
func (s *Server) restore(a *ask) (any, error) {
	if err := s.onStage(a); err != nil {
		return nil, err
	}
	s.snapshots.mu.Lock()
	defer s.snapshots.mu.Unlock()
	state, ok := s.snapshots.states[a.request.PathValue("name")]
	if !ok {
		return nil, acd.Errorf(acd.NotFound, "No snapshot is called %.80q.", a.request.PathValue("name"))
	}
	return nil, s.options.Stage.Load(a.request.Context(), state)
}

func (s *snapshots) put(name string, state []byte) error {
	old, replaced := s.states[name]
	if !replaced && len(s.states) >= snapshotsMax {
		return acd.Errorf(acd.Limit, "There are %d snapshots, as many as are kept; save under one of their names.",
			len(s.states))
	}
	if total := s.bytes - len(old) + len(state); total > snapshotBytesMax {
		return acd.Errorf(acd.Limit, "Snapshots would take %d bytes together, more than the %d that are kept.", total,
			snapshotBytesMax)
	}
	s.bytes += len(state) - len(old)
	s.states[name] = slices.Clip(state)
	return nil
}

func isSnapshotName(name string) bool {
	for _, r := range name {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
		if !letter && r != '-' && r != '_' && r != '.' {
			return false
		}
	}
	return name != "" && len(name) <= snapshotNameBytesMax
}
