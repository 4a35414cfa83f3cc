// Package account is the hall: what lies above instances. It knows which instances there are, gives each command to the
// one it is for, and merges their deadlines into one. Phone numbers move between instances, so it decides on them too;
// each is kept by the instance that has it.
//
// Like all rooms below the engine it has no clock, no chance and no door. It does not look into instances: what happens
// there is their business.
//
// Start with account.go; phone_number.go tells of phone numbers, inventory.go which ones there are.
package account
