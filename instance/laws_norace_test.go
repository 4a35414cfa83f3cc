//go:build !race

package instance_test

// seedsDefault is how many lives are led when nobody says.
const seedsDefault = 3000
