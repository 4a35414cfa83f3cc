// Package workspace is the side door, /patchcord/v1: what Amazon Connect leaves to its own software and a self-hosted
// engine must offer itself. An agent accepts, holds and ends his contacts here; whoever wants to follow reads streams
// of events; tests turn the clock and rewind the stage.
//
//	agent's software ── POST .../users/U/contacts/C/accept ──> Server ── acd.AcceptContact ──> engine
//	anybody          <─ text/event-stream ─ Server <─ tape <─ Streams <── engine.Sighting ─── engine
//
// The streams speak Amazon's own forms: the contact events of EventBridge and the agent events of Kinesis. Streams
// keeps the latest of them in memory, so that a reader who was away for a moment goes on where he was, and one who is
// slow loses events, is told so, and never holds up the engine.
//
// An Attendance knows who reads the stream of an agent, and tells the mind of those whom nobody reads, where that is
// asked for.
//
// What the streams show also goes, record by record, to a Courier who carries it out of the house, if there is one.
//
// The package decides nothing about routing, and it never imports routing, directory, journal or the front door: what
// it shares with that one, signatures and the form of refusals, comes in as a Door. It reads no clock of its own;
// time is the engine's, and the wall's where a connection must not hang is given to it.
//
// Start with server.go for the routes, then streams.go for what is seen, tape.go for what is kept of it, and feed.go
// for how it is sent.
package workspace
