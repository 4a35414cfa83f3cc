// Package account is the hall: what lies above instances. It knows which instances there are, gives each command to the
// one it is for, and merges their deadlines into one.
//
// Like all rooms below the engine it has no clock, no chance and no door. It does not look into instances: what happens
// there is their business.
//
// Start with account.go.
package account
