package acd

import "strings"

// This file is about functions that flows invoke without waiting for them. Each is a run of its contact: it asks until
// it is answered, or its time is over, and keeps the answer for a flow that loads it (A0276).

// FunctionRunsMax is how many of them a contact may have.
const FunctionRunsMax = 50

const functionRun = "function "

// FunctionRun returns the cause of the run that stands for a function which was asked by an id.
func FunctionRun(askID string) ContactHook { return ContactHook(functionRun + askID) }

// IsFunction says whether a run stands for a function.
func (r FlowRun) IsFunction() bool { return strings.HasPrefix(string(r.Cause), functionRun) }

// FunctionRuns returns those of a contact. They stay wherever the contact goes.
func (c *Contact) FunctionRuns() []FlowRun {
	var runs []FlowRun
	for _, r := range c.Runs {
		if r.IsFunction() {
			runs = append(runs, r)
		}
	}
	return runs
}
