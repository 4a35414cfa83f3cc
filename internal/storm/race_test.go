//go:build race

package storm

// raceDetector says whether the tests run under the race detector, which is slow.
const raceDetector = true
