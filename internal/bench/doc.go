// Package bench measures Patchcord beside a bare net/http handler, in one process, on one machine, in the same minutes,
// so that what counts is the ratio and not the machine.
//
// The real path is measured: signed requests over loopback connections, the SQLite journal on a disk, agents at work
// and contacts waiting. The bare handler reads the same body, checks the same signature and answers as many bytes.
// Requests are signed before the clock runs. Nothing here is a test: no figure makes anything fail.
//
// Start with bench.go; load.go is the client, stage.go sets up the contact centre, archive.go measures memory and
// starting.
package bench
