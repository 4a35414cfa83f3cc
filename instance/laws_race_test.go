//go:build race

package instance_test

// seedsDefault is how many lives are led under the race detector, which is slow.
const seedsDefault = 300
