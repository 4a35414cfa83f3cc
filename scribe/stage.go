package scribe

import (
	"fmt"

	"patchcord/account"
	"patchcord/acd"
)

// Stage is all that can be set back while trying things out: the state, the clock, and the contacts that have ended.
// It is written by one process for itself or for the next run of the same release.
type Stage struct {
	Clock acd.Time
	Seeds int // instances that were given a seed
	State account.State
	Ended []account.Ended

	Spells []account.Spell // times in a status that have ended
}

var stageForm = formOf[Stage]()

// EncodeStage writes a stage.
func EncodeStage(s Stage) []byte { return stageForm.append(AppendHeader(nil, s.Clock), &s) }

// DecodeStage reads what EncodeStage wrote.
func DecodeStage(text []byte) (Stage, error) {
	_, rest, err := readHeader(text)
	if err != nil {
		return Stage{}, fmt.Errorf("read stage: %w", err)
	}
	s, err := stageForm.take(rest, wordsOfState)
	if err != nil {
		return Stage{}, fmt.Errorf("read stage: %w", err)
	}
	return s, nil
}
